import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.integrations import bra_sol
from handslag.integrations.values import BadLine, State, UnreadableError

LONG = [
    ["Anmälda brott, preliminär statistik"],
    [],
    ["Brottstyp", "Region", "Period", "Antal", "Antal/100 000 inv"],
    ["Totalt antal brott", "Hällefors kommun", "september 2019", "Uppgift saknas", ""],
    ["Totalt antal brott", "Degerfors kommun", "september 2019", "10", "Sekretess"],
    ["Totalt antal brott", "Laxå kommun", "31 juni 2019", "0", "0"],
    ["Källa: Brå"],
]
WIDE = [["Brottskategori", "Kommun", "2024", "2025*"], ["Stöld", "Ale", "0", "12"]]


def test_missing_secret_and_nought_are_three_things():
    reading = bra_sol.read(LONG)
    assert [(f.area, f.unit, f.state) for f in reading.figures] == [
        ("Hällefors", "count", State.MISSING),
        ("Hällefors", "per_100000", State.MISSING),
        ("Degerfors", "count", State.VALUE),
        ("Degerfors", "per_100000", State.SECRET),
    ]
    assert all(figure.is_preliminary for figure in reading.figures)
    assert reading.bad == (BadLine(6, "not_a_period"),)


def test_periods_may_be_columns_and_a_star_is_preliminary():
    found = bra_sol.read(WIDE).figures
    assert [(f.starts.year, f.state, f.is_preliminary) for f in found] == [
        (2024, State.ZERO, False),
        (2025, State.VALUE, True),
    ]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Något", "annat"]], "no_such_columns"),
        ([["Brottstyp", "Region", "Antal"]], "no_such_columns"),
        ([["Brottstyp", "Region", "2024", "2024"]], "duplicated_heading"),
    ],
)
def test_a_table_of_something_else_is_refused(rows, code):
    with pytest.raises(UnreadableError, match=code):
        bra_sol.read(rows)


@given(st.lists(st.lists(st.text(max_size=6), max_size=6), max_size=4))
def test_any_rows_below_the_headings_are_read_or_named(rows):
    reading = bra_sol.read([LONG[2], *rows])
    assert {line.nr for line in reading.bad} <= set(range(2, len(rows) + 2))
