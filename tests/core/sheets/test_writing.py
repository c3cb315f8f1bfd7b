import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.sheets import writing
from handslag.core.sheets.writing import LONGEST_TEXT, write_rows


def written(header, rows):
    out = io.BytesIO()
    write_rows(out, header, rows)
    return out.getvalue()


def read(content):
    """As openpyxl reads it, formulas as formulas."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    (sheet,) = book.worksheets
    return [[(cell.data_type, cell.value) for cell in row] for row in sheet.iter_rows()]


def values(rows):
    return [[value for _, value in row] for row in read(written(["A"], rows))][1:]


def test_numbers_are_numbers_and_days_are_days():
    row = [
        *(7, -2.5, 0.1, True, None, date(2026, 11, 22), datetime(2026, 11, 22, 18, 30)),  # noqa: DTZ001
        *(Decimal("12.50"), 10**14, "ord"),
    ]
    header, back = read(written(list("abcdefghij"), [row]))
    assert [value for _, value in header] == list("abcdefghij")
    assert [value for _, value in back] == [
        *(7, -2.5, 0.1, True, None, datetime(2026, 11, 22), datetime(2026, 11, 22, 18, 30)),  # noqa: DTZ001
        *(12.5, 10**14, "ord"),
    ]


@pytest.mark.parametrize(
    "nasty",
    [
        '=HYPERLINK("https://example.org","Klicka")',
        *("=1+1", "+46 70", "-1", "@SUM(A1)", "\t=1", "'=1"),
        *("<c><f>1+1</f></c>", "]]>", "&amp;", '"', "  mellan  slag ", "rad\nrad", "0123"),
        "å ä ö 🙂",
    ],
)
def test_a_text_is_that_text_and_never_a_formula(nasty):
    assert read(written([nasty], [[nasty]])) == [[("s", nasty)], [("s", nasty)]]


def test_no_part_of_a_workbook_holds_a_formula_or_leads_outside():
    with zipfile.ZipFile(io.BytesIO(written(["=A1"], [["=1"], ["<f>1</f>"]]))) as packed:
        parts = {name: packed.read(name).decode() for name in packed.namelist()}
    assert not any("<f>" in part for part in parts.values())
    assert not any("External" in part for part in parts.values())


@pytest.mark.parametrize(
    ("nasty", "there"),
    [
        ("a\x00b\x1fc", "a\ufffdb\ufffdc"),
        ("a\ud800b", "a\ufffdb"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("rad\r\nrad\rrad", "rad\nrad\nrad"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (10**15, "1000000000000000"),
        (Decimal("1.2345678901234567"), "1.2345678901234567"),
        (date(1812, 6, 24), "1812-06-24"),
        (datetime(2026, 11, 22, 18, 30, tzinfo=UTC), "2026-11-22T18:30:00+00:00"),
        ("", None),
    ],
)
def test_what_a_cell_cannot_hold_is_there_as_text(nasty, there):
    assert values([[nasty]]) == [[there]]


def test_a_text_that_is_too_long_is_cut_at_what_a_cell_holds():
    (long,), (just,), (paired,) = values(
        [["x" * 40_000], ["y" * LONGEST_TEXT], ["🙂" * 20_000]]
    )
    assert long == "x" * (LONGEST_TEXT - 1) + "…"
    assert just == "y" * LONGEST_TEXT
    assert paired == "🙂" * 16_383 + "…"


def test_what_excel_would_read_as_another_sign_is_escaped():
    with zipfile.ZipFile(io.BytesIO(written(["h"], [["_x0041_ _x_"]]))) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "<t>_x005F_x0041_ _x_</t>" in sheet


@given(st.lists(st.lists(st.text(max_size=30), min_size=3, max_size=3), max_size=6))
def test_any_text_can_be_read_again(rows):
    def kept(text):
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        return writing._UNWRITABLE.sub("\ufffd", plain) or None

    back = [[value for _, value in row] for row in read(written(["a", "b", "c"], rows))]
    assert back[1:] == [[kept(text) for text in row] for row in rows]


def test_more_than_a_sheet_holds_is_refused(monkeypatch):
    monkeypatch.setattr(writing, "MOST_ROWS", 3)
    assert len(read(written(["a"], [[1], [2]]))) == 3
    with pytest.raises(ValueError, match="E_TOO_LARGE"):
        written(["a"] * 16_385, [])
    with pytest.raises(ValueError, match="E_TOO_LARGE"):
        written(["a"], [[1], [2], [3]])


class _OneWay(io.BytesIO):
    """A stream like that of an answer over the net."""

    def __init__(self):
        super().__init__()
        self.pieces: list[bytes] = []

    def seekable(self):
        return False

    def tell(self):
        raise io.UnsupportedOperation

    def seek(self, _to, _whence=0):
        raise io.UnsupportedOperation

    def write(self, piece):
        self.pieces.append(bytes(piece))
        return len(piece)


def test_rows_are_written_as_they_come_to_a_stream_that_cannot_go_back():
    out, seen = _OneWay(), []

    def rows():
        for nr in range(3_000):
            if nr % 1_000 == 0:
                seen.append(sum(map(len, out.pieces)))
            yield [nr, sha256(str(nr).encode()).hexdigest()]

    write_rows(out, ["nr", "svar"], rows())
    assert seen[0] < seen[1] < seen[2]
    back = read(b"".join(out.pieces))
    assert len(back) == 3_001
    assert back[3_000][0] == ("n", 2_999)


def test_the_same_rows_give_the_same_file():
    assert written(["a"], [[1, "b"]]) == written(["a"], [[1, "b"]])
