from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.refusals import NotAllowedError
from handslag.domain.year.rules.steps import (
    BY_HAND,
    FIVE,
    TEN,
    THROUGHOUT,
    Found,
    Mark,
    Reach,
    Sign,
    board,
    may_mark,
)

TODAY = date(2026, 11, 22)
SOME = st.sets(st.sampled_from(Sign))


def with_done(*signs: Sign, marks=None):
    return board(
        {sign: Found(done=True, have=1) for sign in signs}, marks or {}, today=TODAY
    )


def all_of(*steps: int) -> list[Sign]:
    return [sign for number in steps for sign in TEN[number - 1]]


def test_every_sign_shows_in_a_step():
    shown = {sign for steps in (TEN, FIVE) for signs in steps for sign in signs}
    assert shown == set(Sign)


def test_nothing_done_is_the_first_step():
    stands = with_done()
    assert stands.now == 1
    assert stands.behind == ()
    assert {step.reach for step in stands.ten} == {Reach.NOT_BEGUN}


def test_one_is_in_the_step_after_the_last_that_is_done():
    assert with_done(*all_of(1, 3, 4, 5, 6)).now == 7


def test_nobody_waits_in_what_runs_throughout():
    assert with_done(*all_of(1)).now == 3
    assert [step.number for step in with_done(*all_of(1, 3)).behind] == [THROUGHOUT]


def test_a_step_that_was_passed_over_is_named():
    stands = with_done(*all_of(1, 2, 4, 9))
    assert stands.now == 10
    assert [step.number for step in stands.behind] == [3, 5, 6, 7, 8]


def test_a_round_is_done_when_every_step_is():
    assert with_done(*Sign).is_round_done
    assert with_done(*Sign).now == len(TEN)
    assert not with_done(*set(Sign) - {Sign.FED_BACK}).is_round_done


@given(SOME)
def test_a_step_is_done_exactly_when_nothing_is_missing(done):
    for step in with_done(*done).ten:
        assert (step.reach is Reach.DONE) == (set(TEN[step.number - 1]) <= done)


@given(SOME)
def test_every_step_before_the_present_is_done_or_named(done):
    stands = with_done(*done)
    behind = {step.number for step in stands.behind}
    for step in stands.ten[: stands.now - 1]:
        assert step.reach is Reach.DONE or step.number in behind


def test_joint_preparations_are_done_when_these_five_are():
    five = {
        Sign.MERGED,
        Sign.PRIORITISED,
        Sign.CITIZEN_DIALOGUE,
        Sign.CAUSES,
        Sign.AGREEMENT,
    }
    assert with_done(*five).joint.reach is Reach.DONE
    for sign in five:
        assert [one.sign for one in with_done(*five - {sign}).joint.missing] == [sign]


def test_what_is_on_its_way_is_begun():
    half = board({Sign.CAUSES: Found(done=False, have=1, of=2)}, {}, today=TODAY)
    assert half.ten[7].reach is Reach.BEGUN


@pytest.mark.parametrize(
    ("day", "counts"), [(date(2024, 11, 22), True), (date(2024, 11, 21), False)]
)
def test_a_mark_counts_for_one_round(day, counts):
    stands = with_done(marks={Sign.METHOD: Mark(day, "Alla är utbildade.")})
    (shown,) = stands.ten[2].signs
    assert (shown.done, shown.by_hand, shown.is_old) == (counts, counts, not counts)


@pytest.mark.parametrize("sign", sorted(set(Sign) - BY_HAND))
def test_what_the_system_shows_is_never_done_by_a_mark(sign):
    stands = with_done(marks={sign: Mark(TODAY, "Jo.")})
    assert all(one.done is False for step in stands.ten for one in step.signs)
    with pytest.raises(NotAllowedError, match=r"year\.sign_shows_itself"):
        may_mark(sign, done_on=TODAY, note="Jo.", today=TODAY)


def test_a_mark_needs_a_note_and_a_day_that_has_been():
    may_mark(Sign.METHOD, done_on=TODAY, note="Alla är utbildade.", today=TODAY)
    with pytest.raises(NotAllowedError, match=r"year\.mark_without_note"):
        may_mark(Sign.METHOD, done_on=TODAY, note="  ", today=TODAY)
    with pytest.raises(NotAllowedError, match=r"year\.mark_ahead_of_its_day"):
        may_mark(Sign.METHOD, done_on=date(2026, 11, 23), note="Jo.", today=TODAY)


def test_what_is_found_needs_no_mark():
    found = {Sign.OWN_POLICE: Found(done=True)}
    stands = board(found, {}, today=TODAY)
    shown = stands.ten[3].signs[1]
    assert (shown.done, shown.by_hand, shown.may_be_marked) == (True, False, False)
