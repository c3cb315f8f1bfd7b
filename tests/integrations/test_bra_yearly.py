import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.integrations import bra_yearly
from handslag.integrations.values import BadLine, UnreadableError

# Källa: Brå. Reported crimes of Göteborg.
ROWS = [["2023", "Göteborgs kommun", "alla_brott", "90659"], ["2024", "Ale", "stöld", "XX"]]
HEADED = [["crime_type", "count", "year", "area"]]
HEADED += [[row[2], row[3], row[0], row[1]] for row in ROWS]


def test_with_and_without_headings_is_the_same():
    assert bra_yearly.read(ROWS) == bra_yearly.read(HEADED)
    figures = bra_yearly.read(ROWS).figures
    assert [(f.of, f.starts.year, f.amount) for f in figures] == [
        ("alla_brott", 2023, 90_659),
        ("stöld", 2024, None),
    ]


def test_ale_kommun_and_ale_are_one_and_two_answers_for_it_are_named():
    rows = [["2024", "Ale kommun", "stöld", "1"], ["2024", "Ale", "stöld", "1"]]
    assert len(bra_yearly.read(rows).figures) == 1
    reading = bra_yearly.read([*rows, ["2024", "Ale", "stöld", "2"], ["2024", "Ale"]])
    assert reading.bad == (BadLine(3, "said_twice"), BadLine(4, "too_short"))


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "empty"),
        ([["År", "Kommun"], ["2024", "Ale"]], "no_such_columns"),
        ([["År", "år", "Kommun", "Antal"]], "duplicated_heading"),
    ],
)
def test_a_file_without_its_columns_is_refused(rows, code):
    with pytest.raises(UnreadableError, match=code):
        bra_yearly.read(rows)


@given(st.lists(st.lists(st.text(max_size=6), max_size=5), max_size=5))
def test_any_rows_are_read_or_refused(rows):
    try:
        reading = bra_yearly.read(rows)
    except UnreadableError:
        return
    assert len(reading.figures) + len(reading.bad) <= len(rows)
