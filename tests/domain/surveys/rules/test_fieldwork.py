"""When letters go out, and how answers are shown by day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.surveys.rules.fieldwork import (
    FEWEST,
    by_days,
    numbers_in,
    usual_plan,
)
from handslag.domain.surveys.rules.words import MailingKind

FIRST = date(2026, 9, 7)
days = st.dictionaries(
    st.integers(0, 60).map(lambda n: FIRST + timedelta(n)), st.integers(1, 30), max_size=40
)


def test_a_card_comes_after_two_weeks_and_a_form_after_four():
    assert usual_plan(FIRST) == {
        MailingKind.LETTER: FIRST,
        MailingKind.REMINDER: date(2026, 9, 21),
        MailingKind.SECOND: date(2026, 10, 5),
    }


@given(days)
def test_no_group_of_days_is_small_and_none_is_lost(counts):
    found = by_days(counts)
    total = sum(counts.values())
    assert all(one.answers >= FEWEST for one in found)
    assert sum(one.answers for one in found) == (total if total >= FEWEST else 0)
    assert all(one.last < other.first for one, other in pairwise(found))


def test_few_answers_are_shown_with_the_days_that_follow():
    counts = {FIRST: 2, FIRST + timedelta(1): 4, FIRST + timedelta(3): 9}
    assert [(one.first.day, one.last.day, one.answers) for one in by_days(counts)] == [
        (7, 8, 6),
        (10, 10, 9),
    ]


def test_numbers_are_read_as_people_write_them():
    assert numbers_in("12, 14 20–23;12") == [12, 14, 20, 21, 22, 23]
    assert numbers_in("") == []


@pytest.mark.parametrize("text", ["tolv", "5-3", "1-", "-4", "1-5000"])
def test_what_is_no_number_is_told_of(text):
    with pytest.raises(ValueError, match="E_NUMBERS"):
        numbers_in(text)
