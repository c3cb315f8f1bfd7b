import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.sheets import separated
from handslag.core.sheets.reading import SheetRefusedError
from handslag.core.sheets.separated import separated_rows

ROWS = [["År", "Kommun"], ["2024", "Åre"]]


@pytest.mark.parametrize("way", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_is_read_in_the_encoding_it_has(way):
    assert separated_rows("År;Kommun\r\n2024; Åre \r\n".encode(way)) == ROWS


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_what_separates_is_seen_in_the_first_line(sign):
    assert separated_rows(f"År{sign}Kommun\n2024{sign}Åre\n".encode()) == ROWS


@pytest.mark.parametrize("word", ["Åre", "Säter", "Malmö", "Örebro", "Älmhult", "Linné"])
@pytest.mark.parametrize("way", ["latin-1", "cp1252"])
def test_a_file_that_was_read_wrongly_before_is_refused(word, way):
    wrong = word.encode().decode(way, errors="replace")
    with pytest.raises(SheetRefusedError, match="misread"):
        separated_rows(f"År;Kommun\n2024;{wrong}\n".encode())


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+A1", "-cmd|' /C calc'!A0"])
def test_a_formula_is_refused(cell):
    with pytest.raises(SheetRefusedError, match="formula"):
        separated_rows(f"a;b\n{cell};1\n".encode())


def test_a_number_below_nought_and_a_dash_are_no_formulas():
    assert separated_rows(b"a;b;c\n-1,5;-;+2\n")[1] == ["-1,5", "-", "+2"]


def test_what_is_no_table_or_too_large_is_refused(monkeypatch):
    with pytest.raises(SheetRefusedError, match="not_a_sheet"):
        separated_rows(b"a;b\x00")
    monkeypatch.setattr(separated, "LAST_ROW", 1)
    with pytest.raises(SheetRefusedError, match="too_large"):
        separated_rows(b"a\nb\n")
    monkeypatch.setattr(separated, "MOST_BYTES", 1)
    with pytest.raises(SheetRefusedError, match="too_large"):
        separated_rows(b"ab")


@given(st.binary(max_size=40))
def test_any_bytes_are_rows_or_a_refusal(content):
    try:
        rows = separated_rows(content)
    except SheetRefusedError:
        return
    assert all(isinstance(cell, str) for row in rows for cell in row)
