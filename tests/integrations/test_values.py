from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.integrations import values
from handslag.integrations.values import State, UnreadableError


@pytest.mark.parametrize(
    ("said", "state", "number"),
    [
        ("12", State.VALUE, "12"),
        ("1\u00a0234,5", State.VALUE, "1234.5"),
        ("0", State.ZERO, "0"),
        ("0,0", State.ZERO, "0"),
        ("", State.MISSING, None),
        ("Uppgift saknas", State.MISSING, None),
        ("Sekretess", State.SECRET, None),
        ("XX", State.SUPPRESSED, None),
    ],
)
def test_five_states_are_never_taken_for_each_other(said, state, number):
    assert values.amount(said) == (state, None if number is None else Decimal(number))


@pytest.mark.parametrize("said", ["1.234,5", "12 st", "1 23", "NaN", "=1+1", "٣"])
def test_what_is_no_number_is_refused(said):
    with pytest.raises(UnreadableError, match="not_a_number"):
        values.amount(said)


@given(st.text(max_size=12))
def test_any_words_are_a_state_or_a_refusal(said):
    try:
        state, number = values.amount(said)
    except UnreadableError:
        return
    assert (number is None) == (state not in {State.VALUE, State.ZERO})
    assert (number == 0) == (state is State.ZERO)


@pytest.mark.parametrize("said", [float("nan"), "no"])
def test_a_machine_may_state_what_is_no_number(said):
    with pytest.raises(UnreadableError, match="not_a_number"):
        values.stated(said)


def test_the_31st_of_june_is_no_day():
    assert values.day("2026-06-30") == date(2026, 6, 30)
    with pytest.raises(UnreadableError, match="not_a_day"):
        values.day("2026-06-31")


def test_a_year_may_be_a_window_of_two_and_never_backwards():
    assert values.year("2023–2024") == (date(2023, 1, 1), date(2024, 12, 31))
    for said in ("2024-2023", "24"):
        with pytest.raises(UnreadableError, match="not_a_year"):
            values.year(said)


def test_an_area_is_the_same_with_and_without_the_word_for_it():
    assert values.area("Ale kommun") == values.area(" Ale") == "Ale"


def test_a_heading_that_stands_twice_is_refused():
    assert values.headings(["År", "", ""]) == ("År", "", "")
    with pytest.raises(UnreadableError, match="duplicated_heading"):
        values.headings(["Antal", "antal "])
