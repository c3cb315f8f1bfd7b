"""What may be said to everyone of how many reports led to something."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.incidents.rules import Channel, Top
from handslag.domain.incidents.rules.fates import LED, Fate, Told
from handslag.domain.incidents.rules.shares import (
    FEWEST_DAYS,
    FEWEST_REPORTERS,
    FEWEST_REPORTS,
    SMALL,
    Counted,
    counted,
    figure,
    month_due,
)

DAY = date(2026, 8, 3)
reports = st.lists(
    st.builds(
        Counted,
        reporter=st.tuples(st.integers(1, 12)),
        received=st.integers(0, 9).map(lambda days: DAY + timedelta(days=days)),
        days=st.none() | st.integers(0, 40),
        fate=st.sampled_from(Fate),
    ),
    min_size=15,
    max_size=90,
)


def several(**fates: int) -> list[Counted]:
    """So many reports of each fate, by different people on different days."""
    every = [fate for fate, n in fates.items() for _ in range(n)]
    return [
        Counted((number,), DAY + timedelta(days=number % 20), number % 7, Fate(fate))
        for number, fate in enumerate(every)
    ]


def parts(**fates: int) -> dict[str, int]:
    found = figure(several(**fates))
    assert found is not None
    return {"+".join(part.fates): part.n for part in found.parts}


@given(reports)
def test_no_number_is_of_a_few_and_each_report_is_in_one(those):
    found = figure(those)
    if found is None:
        return
    fates = Counter(one.fate for one in those)
    assert len(those) >= FEWEST_REPORTS
    assert len({one.reporter for one in those}) >= FEWEST_REPORTERS
    assert len({one.received for one in those}) >= FEWEST_DAYS
    assert sorted(fate for part in found.parts for fate in part.fates) == sorted(Fate)
    for part in found.parts:
        exact = sum(fates[fate] for fate in part.fates)
        assert exact == part.n == 0 or exact >= SMALL
        assert part.n % 5 == 0
        assert abs(part.n - exact) <= 2
        assert len({fate in LED for fate in part.fates}) == 1
    led = sum(fates[fate] for fate in LED)
    assert abs(found.tenths - 10 * led / len(those)) <= 0.5
    assert found.n % 5 == 0
    assert abs(found.n - len(those)) <= 2


@given(reports)
def test_half_had_an_answer_by_then_and_not_the_day_before(those):
    found = figure(those)
    if found is None:
        return
    by_then = [
        one
        for one in those
        if one.days is not None and one.days <= (found.half_within or 0)
    ]
    if found.half_within is None:
        assert sum(one.days is not None for one in those) < len(those) / 2
    else:
        assert len(by_then) >= len(those) / 2
        before = sum(
            one.days < found.half_within for one in by_then if one.days is not None
        )
        assert before < len(those) / 2


def test_what_few_became_is_put_together_with_the_next_fewest_of_its_group():
    assert parts(fixed=15, partly=8, measure=2, noted=12) == {
        "fixed": 15,
        "partly+measure": 10,
        "open": 0,
        "noted": 10,
        "not_ours": 0,
        "will_not": 0,
    }
    together = parts(fixed=20, open=1, noted=1, not_ours=2, will_not=3)
    assert together["open+noted+not_ours+will_not"] == 5


@pytest.mark.parametrize(
    "fates",
    [
        {"fixed": 12, "noted": 7},  # too few
        {"fixed": 30, "noted": 4},  # the others are a few
        {"fixed": 3, "noted": 30},  # those that led are a few
    ],
)
def test_what_would_point_at_a_few_waits(fates):
    assert figure(several(**fates)) is None


def test_none_and_all_are_said_as_they_are():
    assert parts(noted=30)["fixed"] == 0
    assert parts(fixed=30)["noted"] == 0


def test_one_who_reports_much_is_one_reporter():
    alone = [Counted((1,), one.received, one.days, one.fate) for one in several(fixed=40)]
    assert figure(alone) is None
    at_once = [Counted(one.reporter, DAY, 1, one.fate) for one in several(fixed=40)]
    assert figure(at_once) is None


def test_what_is_no_trouble_and_what_came_with_a_file_is_not_counted():
    def told(report: int, top: Top, channel: Channel, fate: Fate) -> Told:
        return Told(report, report, channel, None, None, top, DAY, None, True, fate)

    rows = [
        told(1, Top.DAMAGE, Channel.RESIDENT, Fate.WILL_NOT),
        told(1, Top.DISORDER, Channel.RESIDENT, Fate.FIXED),
        told(2, Top.SAFE_PLACE, Channel.RESIDENT, Fate.NOTED),
        told(3, Top.EVENT, Channel.REPORTER, Fate.NOTED),
        told(4, Top.DAMAGE, Channel.IMPORTED, Fate.FIXED),
        told(5, Top.DAMAGE, Channel.OPEN311, Fate.OPEN),
    ]
    assert [one.fate for one in counted(rows)] == [Fate.FIXED, Fate.OPEN]


def test_a_month_is_judged_when_two_whole_months_have_passed():
    assert month_due(date(2026, 10, 31)) == date(2026, 7, 1)
    assert month_due(date(2026, 11, 1)) == date(2026, 8, 1)
