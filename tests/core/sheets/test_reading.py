import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.sheets import reading, writing
from handslag.core.sheets.reading import SheetRefusedError, read_rows, read_sheets
from handslag.core.sheets.writing import write_rows


def book(rows, change=lambda made: None):
    """A workbook as openpyxl writes it, which is much as Excel does."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_part(content, name, change):
    """The same workbook with one part of it changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            plain = old.read(part)
            new.writestr(part, change(plain) if part == name else plain)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_cells_are_read_as_one_would_write_them_by_hand():
    moment, day = datetime(2026, 11, 22, 18, 30), date(2026, 11, 22)  # noqa: DTZ001
    rows = [["Datum", "När", "Kl", "Antal", "Andel", "Ja", "Kod"]]
    content = book([*rows, [day, moment, time(7, 5), 12.0, 0.25, True, "0123"]])
    assert list(read_rows(content)) == [
        *rows,
        ["2026-11-22", "2026-11-22 18:30", "07:05", "12", "0.25", "ja", "0123"],
    ]


def test_days_are_counted_from_1904_where_the_workbook_says_so():
    def change(made):
        made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    assert list(read_rows(book([[date(2026, 11, 22)]], change))) == [["2026-11-22"]]


def test_a_formula_is_not_calculated_and_what_it_had_come_to_is_read():
    content = book([["=1+1", '=HYPERLINK("https://example.org")', "ord"]])
    assert list(read_rows(content)) == [["", "", "ord"]]
    saved = with_part(content, SHEET, lambda part: part.replace(b"<v />", b"<v>2</v>", 1))
    assert list(read_rows(saved)) == [["2", "", "ord"]]


def test_cells_that_were_made_one_hold_for_each_row_and_gaps_are_kept():
    def change(made):
        made.active.merge_cells("A1:A2")
        made.active["C4"] = "sist"

    found = list(read_rows(book([["Torget", "Klotter"], [None, "Glas"]], change)))
    assert found == [["Torget", "Klotter"], ["Torget", "Glas"], [], ["", "", "sist"]]


def test_a_hidden_sheet_is_passed_by():
    def change(made):
        made.active.sheet_state = "hidden"
        made.create_sheet("Synlig").append(["syns"])

    assert list(read_rows(book([["dold"]], change))) == [["syns"]]


@given(st.lists(st.lists(st.text(max_size=9), min_size=1, max_size=3), max_size=4))
def test_what_we_write_we_can_read(rows):
    out = io.BytesIO()
    write_rows(out, ["a"], rows)
    expected = [["a"], *rows]
    found = list(read_rows(out.getvalue()))
    for row, back in zip(expected, found, strict=False):
        assert [cell for cell in back if cell] == [
            kept for cell in row if (kept := _kept(cell))
        ]


def _kept(text):
    """As it can be written, without blanks at its ends."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return writing._UNWRITABLE.sub("\ufffd", plain).strip()


def refused(content):
    with pytest.raises(SheetRefusedError) as error:
        list(read_rows(content))
    return error.value.code


def test_a_few_kilobytes_that_swell_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_ELEMENTS", 10_000)
    monkeypatch.setattr(reading, "MOST_UNPACKED", 1_000_000)
    small = book([["a"]])
    many = with_part(
        small,
        SHEET,
        lambda part: part.replace(b"<sheetData>", b"<sheetData>" + b"<a/>" * 9_000),
    )
    assert list(read_rows(many)) == [["a"]]
    swollen = with_part(
        small,
        SHEET,
        lambda part: part.replace(
            b"<sheetData>", b"<sheetData>" + b"<a/>" * reading.MOST_ELEMENTS
        ),
    )
    assert refused(swollen) == "too_large"
    words = with_part(
        small, SHEET, lambda part: part.replace(b"</row>", b" " * 1_000_000 + b"</row>")
    )
    assert refused(words) == "too_large"


@pytest.mark.parametrize("reference", ["A60001", "GS1", "XFD1048576"])
def test_a_cell_far_away_is_refused(reference):
    far = with_part(
        book([["a"]]),
        SHEET,
        lambda part: part.replace(b'r="A1"', f'r="{reference}"'.encode()),
    )
    assert refused(far) == "too_large"


def test_a_workbook_of_thousands_of_parts_is_refused():
    out = io.BytesIO(book([["a"]]))
    with zipfile.ZipFile(out, "a") as packed:
        for nr in range(reading.MOST_PARTS):
            packed.writestr(f"xl/media/{nr}", b"")
    assert refused(out.getvalue()) == "too_large"


@pytest.mark.parametrize("way", ["utf-8", "utf-16"])
def test_declarations_of_document_types_are_refused(way):
    def declared(part):
        words = part.decode().partition("?>")[2] if b"?>" in part[:60] else part.decode()
        head = f'<?xml version="1.0" encoding="{way}"?><!DOCTYPE x [<!ENTITY a "b">]>'
        return (head + words).encode(way)

    assert refused(with_part(book([["a"]]), SHEET, declared)) == "not_a_sheet"


@given(st.binary(max_size=200), st.integers(0, 4000))
def test_nothing_breaks_the_reading(content, at):
    whole = book([["a", 1]])
    spoilt = whole[:at] + content + whole[at + len(content) :]
    for tried in (content, b"PK\x03\x04" + content, spoilt):
        with suppress(SheetRefusedError):
            list(read_rows(tried))


def test_all_sheets_that_are_shown_are_read_by_name():
    def change(made):
        made.active.title = "Stöld"
        made.create_sheet("Rån").append(["Ale", 3])
        made.create_sheet("Dold").sheet_state = "veryHidden"

    content = book([["Region", 2024]], change)
    assert read_sheets(content) == {"Stöld": [["Region", "2024"]], "Rån": [["Ale", "3"]]}


def test_a_formula_is_refused_where_figures_are_taken_in():
    content = book([["=1+1"]])
    assert list(read_rows(content)) == []
    with pytest.raises(SheetRefusedError, match="formula"):
        read_sheets(content)
    with pytest.raises(SheetRefusedError, match="not_a_sheet"):
        read_sheets(b"no zip")
