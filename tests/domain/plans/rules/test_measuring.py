from datetime import date
from decimal import Decimal

import pytest

from handslag.core.refusals import NotAllowedError
from handslag.domain.plans.rules.grants import Account, is_complete, step, to_repay
from handslag.domain.plans.rules.measuring import (
    Results,
    Yardstick,
    goal_of_period,
    is_bounded,
    progress,
    reading,
    results,
)
from handslag.domain.plans.rules.words import (
    Aim,
    Direction,
    GrantState,
    Reached,
    Status,
)
from handslag.domain.series.rules import GoalValue

DAY = date(2027, 12, 31)


def test_a_goal_to_reach_has_a_value_and_a_day():
    assert is_bounded(Aim.REACH, [Yardstick(target=Decimal(30), by=DAY)])
    assert not is_bounded(Aim.REACH, [Yardstick(target=Decimal(30)), Yardstick(by=DAY)])
    assert not is_bounded(Aim.REACH, [])


def test_a_level_to_hold_is_a_number_or_said_in_words():
    assert is_bounded(Aim.HOLD, [Yardstick(baseline=Decimal(0))])
    assert is_bounded(Aim.HOLD, [Yardstick(baseline_stated="som 2025")])
    assert not is_bounded(Aim.HOLD, [Yardstick(baseline_stated=" ", target=Decimal(3))])


@pytest.mark.parametrize(
    ("direction", "amount", "said"),
    [
        (Direction.DOWN, 30, Reached.YES),
        (Direction.DOWN, 31, Reached.NO),
        (Direction.UP, 30, Reached.YES),
        (Direction.UP, 29, Reached.NO),
        (Direction.HOLD, 30, Reached.YES),
        (Direction.HOLD, 31, Reached.NO),
    ],
)
def test_a_number_is_read_in_the_good_direction(direction, amount, said):
    assert reading(direction, target=Decimal(30), amount=Decimal(amount)) is said


def test_what_was_not_measured_is_unknown_and_never_a_no():
    assert reading(Direction.UP, target=Decimal(1), amount=None) is Reached.UNKNOWN
    assert reading(Direction.UP, target=None, amount=Decimal(1)) is Reached.UNKNOWN
    counted = results([Reached.UNKNOWN, Reached.YES, Reached.NO, Reached.UNKNOWN])
    assert counted == Results(reached=1, partly=0, missed=1, unknown=2)
    assert counted.known == 2


def test_measures_are_counted_by_how_far_they_have_come():
    counted = progress([Status.DONE, Status.UNDER_WAY, Status.UNDER_WAY, Status.STOPPED])
    assert (counted.done, counted.under_way, counted.stopped) == (1, 2, 1)
    assert (counted.planned, counted.total) == (0, 4)


def test_what_is_not_used_or_not_accounted_for_goes_back():
    assert to_repay(Decimal(200), Decimal(150)) == 50
    assert to_repay(Decimal(200), None) == 200
    assert to_repay(None, None) == 0
    assert to_repay(Decimal(200), Decimal(200)) == 0


def test_an_account_says_all_three_things_and_spends_no_more_than_was_given():
    whole = Account(Decimal(200), "Löner", "Färre händelser", "Som tänkt")
    is_complete(whole, granted=Decimal(200))
    with pytest.raises(NotAllowedError, match="used_more"):
        is_complete(whole, granted=Decimal(199))
    with pytest.raises(NotAllowedError, match="incomplete"):
        is_complete(Account(Decimal(1), "Löner", " ", "Ja"), granted=Decimal(200))


def test_a_refused_grant_is_never_accounted_for():
    assert step(GrantState.APPLIED, GrantState.GRANTED) is GrantState.GRANTED
    for state in (GrantState.APPLIED, GrantState.REFUSED, GrantState.ACCOUNTED):
        with pytest.raises(NotAllowedError):
            step(state, GrantState.ACCOUNTED)


@pytest.mark.parametrize(
    ("starts", "ends", "found"),
    [
        (date(2026, 1, 1), date(2027, 12, 31), 2027),  # the last within
        (date(2028, 1, 1), date(2028, 6, 30), 2029),  # none within: the next
        (date(2030, 1, 1), date(2031, 12, 31), None),
        (None, None, 2029),
    ],
)
def test_the_goal_of_a_period_is_the_last_in_it(starts, ends, found):
    days = [date(year, 12, 31) for year in (2029, 2025, 2027, 2026)]
    goals = [GoalValue(day, Decimal(day.year)) for day in days]
    goal = goal_of_period(goals, starts=starts, ends=ends)
    assert (goal and goal.by.year) == found
