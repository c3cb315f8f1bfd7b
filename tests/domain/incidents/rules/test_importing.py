"""Reading a stranger's table: whatever separates it, however it writes days and points."""

from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.rules.importing import (
    MOST_ROWS,
    Field,
    Plan,
    check_columns,
    key_of,
    marks_of,
    row_of,
    suggested,
    table_of,
)
from handslag.domain.incidents.rules.importing.moments import occurrence
from tests.web.workspace.desk.workbook import workbook

WORDS = some.text(
    some.characters(codec="cp1252", exclude_characters="\x00\r\n"), max_size=9
)


@given(
    some.lists(some.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=5),
    some.sampled_from([";", ",", "\t"]),
    some.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
)
def test_a_table_is_read_whatever_separates_it(rows, sign, way):
    def quoted(cells):
        return sign.join('"{}"'.format(cell.replace('"', '""')) for cell in cells)

    heads = ["Datum", "Plats å"]
    content = "\r\n".join(map(quoted, [heads, *rows])).encode(way)
    said = [tuple(c.strip() for c in row) for row in rows if any(c.strip() for c in row)]
    if not said:
        with pytest.raises(NotAllowedError, match="file_has_no_rows"):
            table_of(content)
        return
    table = table_of(content)
    assert table.headings == tuple(heads)
    assert [line.cells for line in table.lines] == said


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Datum;Plats\n",
        b"\x00\x01\x02;\x00",
        b"PK\x03\x04broken",
        b"PK\x03\x04" + workbook([["a"], ["b"]])[4:-40],
        workbook([["a"], ["b"]], more='<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
        b"a\n" + b"b\n" * (MOST_ROWS + 1),
        (";".join("abcdefgh" * 8) + "\n1").encode(),
    ],
)
def test_what_is_no_table_or_too_much_is_refused_with_a_sentence(content):
    with pytest.raises(NotAllowedError) as refused:
        table_of(content)
    assert refused.value.code.startswith("incidents.file_")


@given(some.binary(max_size=300))
def test_no_file_breaks_the_reading(content):
    for tried in (content, b"PK\x03\x04" + content):
        with suppress(NotAllowedError):
            table_of(tried)


def test_merged_cells_hold_for_each_of_their_rows():
    rows = [["Plats", "Typ"], ["Torget", "Klotter"], ["", "Glas"]]
    table = table_of(workbook(rows, merged="A2:A3"))
    assert [line.cells for line in table.lines] == [
        ("Torget", "Klotter"),
        ("Torget", "Glas"),
    ]


@pytest.mark.parametrize(
    ("day", "at", "begins"),
    [
        ("2026-11-14 21:30", "", "2026-11-14T20:30"),
        ("2026-11-14T21:30:15Z", "", "2026-11-14T21:30"),
        ("2026-11-14T21:30:15.120+02:00", "", "2026-11-14T19:30"),
        ("14/11 2026", "21.30", "2026-11-14T20:30"),
        ("14.11.2026 kl. 7", "", "2026-11-14T06:00"),
        ("14 november 2026", "21:30", "2026-11-14T20:30"),
        ("20261114", "", "2026-11-13T23:00"),
        ("46340.5", "", "2026-11-14T11:00"),
        # Clocks were put back: of two half past two, the first.
        ("2026-10-25 02:30", "", "2026-10-25T00:30"),
        ("2026-06-01", "", "2026-05-31T22:00"),
    ],
)
def test_a_day_is_understood_as_it_tends_to_be_written(day, at, begins):
    found = occurrence(day, at).starts
    assert found == datetime.fromisoformat(begins).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "at", "code"),
    [
        ("", "", "row_has_no_day"),
        ("i går", "", "row_day_is_unclear"),
        ("31/2 2026", "", "row_day_is_unclear"),
        ("2026-11-14", "kväll", "row_time_is_unclear"),
        ("2026-11-14 25:00", "", "row_time_is_unclear"),
        # Clocks were put forward: that hour was not.
        ("2026-03-29 02:30", "", "row_hour_was_not"),
    ],
)
def test_a_day_that_cannot_be_understood_says_what_to_do(day, at, code):
    with pytest.raises(NotAllowedError) as refused:
        occurrence(day, at)
    assert refused.value.code == f"incidents.{code}"


def test_columns_are_guessed_from_their_headings():
    headings = ("Ärende-ID", "Skapad datum", "Ärendetyp", "Fritext", "X", "Y", "Status")
    assert suggested(headings) == {
        Field.NUMBER: 0,
        Field.DAY: 1,
        Field.KIND: 2,
        Field.TEXT: 3,
        Field.EAST: 4,
        Field.NORTH: 5,
        Field.STATUS: 6,
    }


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({Field.WHERE: 0}, "no_column_of_days"),
        ({Field.DAY: 0}, "no_column_of_places"),
        ({Field.DAY: 0, Field.EAST: 1}, "half_a_position_in_columns"),
        ({Field.DAY: 0, Field.WHERE: 1, Field.TEXT: 1}, "column_is_used_twice"),
        ({Field.DAY: 0, Field.WHERE: 7}, "no_such_column"),
    ],
)
def test_columns_say_when_and_where(columns, code):
    with pytest.raises(NotAllowedError, match=code):
        check_columns(columns, 3)


def test_east_and_north_may_be_called_either_way_round():
    plan = Plan(columns={Field.DAY: 0, Field.EAST: 1, Field.NORTH: 2}, category="graffiti")
    one = row_of(("2026-11-14", "468 112", "6566040,5"), plan, {})
    other = row_of(("2026-11-14", "6566040.5", "468112"), plan, {})
    assert one.draft.where == other.draft.where
    with pytest.raises(NotAllowedError, match="not_in_the_grid"):
        row_of(("2026-11-14", "14.4", "59.2"), plan, {})


def test_a_row_has_one_key_in_one_system_and_another_in_another():
    within = UUID(int=1)
    key = key_of(within, "Felanmälan", "7", "x")
    assert key == key_of(within, " felanmälan ", "7", "y")
    assert key != key_of(within, "Felanmälan", "8", "x")
    assert key != key_of(within, "Kontaktcenter", "7", "x")
    table = table_of(b"a;b\n1;2\n1;2\n3;4")
    assert len(set(marks_of(table.lines))) == 3
