from datetime import date

import pytest

from handslag.integrations import bra_workbook
from handslag.integrations.values import BadLine, State, UnreadableError

SHEETS = {
    "Innehåll": [["Indikatorer"], ["Bostadsinbrott"]],
    "Bostadsinbrott": [
        ["Anmälda bostadsinbrott 2023-2024"],
        ["", "Antal", "", "Antal per 100 000", ""],
        ["Region", "2023", "2024 (prel.)", "2023", "2024"],
        ["Ale kommun", "30", "0", "93,5", "XX"],
        [],
        ["Hela landet", "11 000", "", "104", "mycket"],
    ],
    "NTU otrygghet": [["Andel otrygga"], ["Region", "2022-2023"], ["Ale", "27"]],
}


def figures(of):
    return [figure for figure in bra_workbook.read(SHEETS).figures if figure.of == of]


def test_counts_and_rates_stand_under_their_own_heading():
    first = figures("Bostadsinbrott")[:4]
    assert {figure.area for figure in first} == {"Ale"}
    assert [(f.starts.year, f.unit, f.state, f.is_preliminary) for f in first] == [
        (2023, "count", State.VALUE, False),
        (2024, "count", State.ZERO, True),
        (2023, "per_100000", State.VALUE, False),
        (2024, "per_100000", State.SUPPRESSED, False),
    ]


def test_a_column_of_the_survey_is_a_window_of_two_years():
    (figure,) = figures("NTU otrygghet")
    assert (figure.starts, figure.ends) == (date(2022, 1, 1), date(2023, 12, 31))
    assert figure.unit == "percent"


def test_a_bad_cell_is_named_with_its_sheet_and_its_line():
    bad = bra_workbook.read(SHEETS).bad
    assert bad == (BadLine(6, "Bostadsinbrott: not_a_number"),)


def test_a_year_that_stands_twice_and_a_book_without_years_are_refused():
    twice = {"A": [["A"], ["Region", "2023", "2023"], ["Ale", "1", "2"]]}
    with pytest.raises(UnreadableError, match="duplicated_heading"):
        bra_workbook.read(twice)
    with pytest.raises(UnreadableError, match="no_such_columns"):
        bra_workbook.read({"Innehåll": SHEETS["Innehåll"]})
