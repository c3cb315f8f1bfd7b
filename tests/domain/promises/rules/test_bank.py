"""How promises are sorted in the bank, and what a colour on the map may say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.promises.rules.bank import (
    LONG_AGO,
    Presence,
    newest,
    presence,
    whose,
)
from handslag.domain.promises.rules.words import Origin

TODAY = date(2026, 3, 2)
YESTERDAY = date(2026, 3, 1)
NOT_OURS = st.sampled_from([Origin.IMPORTED, Origin.RESTATED])
DAYS = st.one_of(st.none(), st.dates(date(2010, 1, 1), date(2040, 1, 1)))


def test_no_promises_is_nothing():
    assert presence([], TODAY) is Presence.NOTHING


@given(st.lists(st.tuples(NOT_OURS, DAYS), min_size=1))
def test_a_page_retold_is_never_late_whatever_day_it_names(sets):
    assert presence(sets, TODAY) is Presence.SUMMARY


def test_what_is_decided_here_is_late_the_day_after():
    ours = Origin.DECIDED
    assert presence([(ours, None)], TODAY) is Presence.PROMISES
    assert presence([(ours, TODAY)], TODAY) is Presence.PROMISES
    assert presence([(ours, YESTERDAY)], TODAY) is Presence.LATE


@given(st.lists(st.tuples(st.sampled_from(Origin), DAYS)))
def test_the_order_of_the_sets_does_not_matter(sets):
    assert presence(sets, TODAY) is presence(sets[::-1], TODAY)


@pytest.mark.parametrize(
    ("sides", "lit"),
    [
        (set(), "others"),
        ({"others"}, "others"),
        ({"municipality", "others"}, "municipality"),
        ({"police"}, "police"),
        ({"police", "municipality", "others"}, "together"),
    ],
)
def test_the_strokes_of_those_who_answer_are_lit(sides, lit):
    assert whose(sides) == lit


def test_a_promise_without_any_day_is_sorted_last():
    assert newest(None, None) == LONG_AGO
    assert newest(None, YESTERDAY) == YESTERDAY
    assert newest(TODAY, None) == TODAY
