from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.integrations import table
from handslag.integrations.table import Columns
from handslag.integrations.values import BadLine, UnreadableError

HEADS = ["Område", "När", "Kön", "Antal"]
COLUMNS = Columns("Område", "När", "Antal", sex="Kön", always="cyklar")


def test_a_table_is_read_as_somebody_said_and_bad_lines_are_named():
    rows = [HEADS, ["Ale kommun", "2026-05", "Kvinnor", "3"], ["Ale", "31 juni", "", "3"]]
    rows += [
        [],
        ["Ale", "2026-05", "K", "4"],
        ["", "2026", "", "1"],
        ["Ale", "2026", "?", "1"],
    ]
    reading = table.read(rows, COLUMNS)
    assert [(f.of, f.area, f.sex, f.amount) for f in reading.figures] == [
        ("cyklar", "Ale", "K", Decimal(3))
    ]
    assert reading.bad == (
        BadLine(3, "not_a_period"),
        BadLine(5, "said_twice"),
        BadLine(6, "nothing_named"),
        BadLine(7, "not_a_sex"),
    )


@pytest.mark.parametrize(
    ("rows", "columns", "code"),
    [
        ([HEADS], COLUMNS, "empty"),
        ([["A", "a"], []], COLUMNS, "duplicated_heading"),
        ([HEADS, []], Columns("Område", "Nej", "Antal"), "no_such_columns"),
        ([HEADS, []], Columns("Område", "", "Antal"), "no_such_columns"),
    ],
)
def test_a_table_that_is_not_as_was_said_is_refused(rows, columns, code):
    with pytest.raises(UnreadableError, match=code):
        table.read(rows, columns)


def test_more_rows_than_anybody_reads_are_refused(monkeypatch):
    monkeypatch.setattr(table, "MOST_ROWS", 2)
    with pytest.raises(UnreadableError, match="too_large"):
        table.read([HEADS, [], []], COLUMNS)


@given(st.lists(st.lists(st.text(max_size=6), max_size=5), min_size=1, max_size=4))
def test_each_line_is_a_figure_a_bad_line_or_empty(rows):
    reading = table.read([HEADS, *rows], COLUMNS)
    assert len(reading.figures) + len(reading.bad) == sum(any(row) for row in rows)
