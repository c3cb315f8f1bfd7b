"""The list people are drawn from: read, and judged line by line."""

import io
from datetime import date

import pytest

from handslag.core.sheets import reading
from handslag.core.sheets.writing import write_rows
from handslag.domain.surveys.rules.frames import (
    MOST_BYTES,
    Bad,
    Columns,
    frame_of,
    on_paper,
    read_table,
    suggested,
)
from tests.refusing import code_of

STRATA = {"S1": "Centrum", "S2": "Åsen"}
COLUMNS = Columns("område", "namn; adress; postnr + ort")
HEAD = "namn;personnummer;område;adress;postnr;ort"


def frame(*lines: str, head: str = HEAD, columns: Columns = COLUMNS):
    return frame_of(read_table("\n".join([head, *lines]).encode()), columns, STRATA)


def test_the_lines_of_each_area_are_found_by_its_code_or_its_name():
    found = frame("A A;x;S1;Storgatan 1;123 45;Lundby", "B B;x;åsen;Backen 2;123 46;Lundby")
    assert found.lines == {"S1": [2], "S2": [3]}
    assert found.addresses[2] == "A A\nStorgatan 1\n123 45 Lundby"
    assert not found.bad


def test_columns_that_are_not_named_are_not_read():
    found = frame("A A;19500101-1234;S1;Storgatan 1;123 45;Lundby")
    assert "1234" not in str(found)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("A A;x;;Storgatan 1;123 45;Lundby", Bad(2, "surveys.line_without_area")),
        (
            "A A;x;Norr;Storgatan 1;123 45;Lundby",
            Bad(2, "surveys.line_of_unknown_area", "Norr"),
        ),
        (";x;S1;;;", Bad(2, "surveys.line_without_address")),
        (
            "A A 19500101-1234;x;S1;Storgatan 1;123 45;Lundby",
            Bad(2, "surveys.line_with_personal_number"),
        ),
    ],
)
def test_a_bad_line_is_named_and_nobody_is_drawn_from_it(line, wrong):
    found = frame(line, "B B;x;S1;Backen 2;123 46;Lundby")
    assert found.bad == [wrong]
    assert found.lines["S1"] == [3]


def test_the_same_person_stands_there_once():
    line = "A A;x;S1;Storgatan 1;123 45;Lundby"
    found = frame(line, line)
    assert found.bad == [Bad(3, "surveys.line_stands_twice")]


def test_an_address_with_a_short_line_is_read_as_far_as_it_goes():
    assert frame("A A;x;S1;Storgatan 1").addresses == {2: "A A\nStorgatan 1"}


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("way", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_files_as_programs_write_them_can_be_read(sign, way):
    words = f"namn{sign}område\nÅsa{sign}Centrum\n"
    table = read_table(words.encode(way))
    assert table.headings == ("namn", "område")
    assert table.lines == [(2, ["Åsa", "Centrum"])]


def workbook(head, *rows):
    out = io.BytesIO()
    write_rows(out, head, rows)
    return out.getvalue()


def test_a_workbook_of_excel_is_read_as_the_same_list():
    head = ["namn", "född", "område", "adress", "postnr", "ort"]
    row = ["=A A", date(1950, 1, 1), "Åsen", "Backen 2", 12346, "Lundby"]
    table = read_table(workbook(head, [None], row))
    found = frame_of(table, COLUMNS, STRATA)
    assert found.lines == {"S1": [], "S2": [3]}
    assert found.addresses == {3: "=A A\nBacken 2\n12346 Lundby"}


def test_a_workbook_with_too_many_rows_says_how_many_there_may_be(monkeypatch):
    monkeypatch.setattr(reading, "LAST_ROW", 3)
    content = workbook(["namn"], ["A"], ["B"], ["C"])
    assert code_of(lambda: read_table(content)) == "surveys.workbook_too_large"


@pytest.mark.parametrize("cut", [4, 300])
def test_a_workbook_that_is_broken_is_refused(cut):
    content = workbook(["namn"], ["A"])[:cut]
    assert code_of(lambda: read_table(content)) == "surveys.file_is_no_table"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"namn;adress\n", "surveys.file_has_no_lines"),
        (b"", "surveys.file_has_no_lines"),
        (b"\x00\x01\x02", "surveys.file_is_no_table"),
        (b"a" * (MOST_BYTES + 1), "surveys.file_too_large"),
        (b"a;b\n" + b"x" * 200_000, "surveys.file_is_no_table"),
    ],
)
def test_what_is_no_list_is_refused(content, code):
    assert code_of(lambda: read_table(content)) == code


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        (Columns("trakt", "namn"), "surveys.no_such_column"),
        (Columns("område", "namn; gata"), "surveys.no_such_column"),
        (Columns("område", ""), "surveys.no_such_column"),
        (
            Columns("område", "namn;namn;namn;namn;namn;namn"),
            "surveys.too_many_address_lines",
        ),
    ],
)
def test_a_column_that_is_not_there_is_told_of(columns, code):
    assert code_of(lambda: frame("A;x;S1;b;c;d", columns=columns)) == code


def test_the_columns_of_registers_are_known():
    assert suggested(["Namn", "Gatuadress", "Postnr", "Ort", "Delområde", "X"]) == Columns(
        "Delområde", "Namn; Gatuadress; Postnr + Ort"
    )
    assert suggested(["a", "b"]) == Columns("", "")


def test_a_list_on_paper_has_its_lines_from_the_first():
    assert list(on_paper({"S1": 3}).lines["S1"]) == [1, 2, 3]
