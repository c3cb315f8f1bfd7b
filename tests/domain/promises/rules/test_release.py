from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.promises.rules.release import (
    SMALLEST,
    may_show,
    may_show_part,
    may_show_share,
)


@given(st.integers(1, SMALLEST - 1))
def test_a_handful_of_people_is_never_shown(cases):
    assert not may_show(cases, sensitive=True)


@pytest.mark.parametrize("cases", [0, SMALLEST, 40])
def test_none_and_many_can_be_shown(cases):
    assert may_show(cases, sensitive=True)


def test_an_unknown_count_of_a_sensitive_promise_is_not_shown_with_its_words():
    assert not may_show(None, sensitive=True)
    assert may_show(None, sensitive=False)


@given(st.integers(0, 60), st.data())
def test_a_share_never_gives_a_handful_away_by_subtraction(cases, data):
    within = data.draw(st.integers(0, cases))
    if may_show_share(Decimal(cases), Decimal(within), sensitive=True):
        for part in (within, cases - within):
            assert part == 0 or part >= SMALLEST


@given(st.integers(0, 60), st.data())
def test_a_part_never_gives_the_rest_away(whole, data):
    part = data.draw(st.integers(0, whole))
    few = any(0 < one < SMALLEST for one in (part, whole - part))
    assert may_show_part(Decimal(whole), Decimal(part), sensitive=True) is not few
    assert may_show_part(Decimal(whole), Decimal(part), sensitive=False)
