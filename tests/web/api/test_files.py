"""Promises in a spreadsheet: no cell is a formula, and nothing slips a column."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.sheets.cells import SEPARATOR
from handslag.web.api.files import COLUMNS, lines
from handslag.web.api.schemas import Period, PromiseRow, Source, Target

WORDS = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r\n"), max_size=30
)


def row(title: str = "Fler lampor", low: float | None = 4.0) -> PromiseRow:
    return PromiseRow(
        id="1",
        number=1,
        title=title,
        text=title,
        municipality="Degerfors",
        county="18",
        size="under_10",
        period=Period(stated="2026", starts=date(2026, 1, 1), ends=None),
        focus="TRAFIK",
        activities=["a", "b"],
        owners="Degerfors kommun",
        verdict="kept",
        phase="under_way",
        target=Target(
            kind="min", low=low, high=None, unit="lampor", per="", direction="up"
        ),
        done=2.5,
        source=Source(
            origin="decided",
            notice="",
            url="",
            retrieved_on=None,
            is_example=False,
            licence="CC0-1.0",
        ),
        url="https://handslag.example/",
    )


def read(*rows: PromiseRow) -> list[dict[str, str]]:
    text = "".join(lines(rows)).removeprefix("\ufeff")
    return list(csv.DictReader(StringIO(text), delimiter=SEPARATOR))


def test_numbers_and_days_are_plain():
    found = read(row())[0]
    assert (found["target_low"], found["done"]) == ("4", "2.5")
    assert (found["starts"], found["ends"]) == ("2026-01-01", "")
    assert found["is_example"] == "no"
    assert tuple(found) == COLUMNS


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_text_that_looks_like_a_formula_is_kept_from_being_one(start):
    assert read(row(f"{start}1+1"))[0]["title"] == f"'{start}1+1"


@given(WORDS)
def test_whatever_is_promised_stays_in_its_column(title):
    found = read(row(title))[0]
    assert found["title"].removeprefix("'") == title.removeprefix("'")
    assert found["url"] == "https://handslag.example/"
