"""When a group meets, and what must be said at the meeting."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.rules import Cadence
from handslag.domain.weeks.rules import FollowUpDraft, Result
from handslag.domain.weeks.rules.cadence import (
    easter,
    holiday,
    looks_back_to,
    next_meeting,
)
from handslag.domain.weeks.rules.drafts import check_follow_up, check_holding
from handslag.domain.weeks.rules.judging import levels
from handslag.domain.weeks.rules.words import Level
from handslag.statistics.unusual import unusual

TUESDAY = 2
BEGAN = date(2026, 1, 6)


@pytest.mark.parametrize(
    ("cadence", "last", "today", "expected"),
    [
        (Cadence.WEEKLY, date(2026, 11, 17), date(2026, 11, 17), date(2026, 11, 24)),
        (Cadence.WEEKLY, date(2026, 11, 10), date(2026, 11, 17), date(2026, 11, 17)),
        (Cadence.FORTNIGHTLY, date(2026, 11, 10), date(2026, 11, 12), date(2026, 11, 24)),
        # A meeting that was moved to a Thursday: the next is on a Tuesday again.
        (Cadence.FORTNIGHTLY, date(2026, 11, 12), date(2026, 11, 13), date(2026, 11, 24)),
        (Cadence.TWICE_A_MONTH, date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 17)),
        (Cadence.TWICE_A_MONTH, date(2026, 11, 17), date(2026, 11, 18), date(2026, 12, 1)),
        (Cadence.MONTHLY, date(2026, 12, 1), date(2026, 12, 2), date(2027, 1, 5)),
        (Cadence.MONTHLY, None, date(2025, 1, 1), date(2026, 1, 6)),
    ],
)
def test_the_rhythm_of_a_group_gives_its_next_day(cadence, last, today, expected):
    assert next_meeting(cadence, TUESDAY, last=last, begins=BEGAN, today=today) == expected


@given(
    st.sampled_from(Cadence),
    st.integers(1, 7),
    st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    st.integers(0, 60),
)
def test_the_next_day_is_the_right_weekday_after_the_last_and_not_far(
    cadence, weekday, last, days
):
    today = last + timedelta(days=days)
    found = next_meeting(cadence, weekday, last=last, begins=last, today=today)
    assert found.isoweekday() == weekday
    assert last < found
    assert today <= found <= today + timedelta(days=42)


def test_the_first_meeting_looks_back_as_far_as_the_rhythm():
    assert looks_back_to(Cadence.FORTNIGHTLY, date(2026, 11, 17), None) == date(2026, 11, 3)
    last = date(2026, 10, 1)
    assert looks_back_to(Cadence.WEEKLY, date(2026, 11, 17), last) == last


def test_holidays_are_told_of():
    assert [easter(year) for year in (2024, 2025, 2026)] == [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
    ]
    assert holiday(date(2026, 4, 6)) == "easter_monday"
    assert holiday(date(2026, 6, 19)) == "midsummer_eve"
    assert holiday(date(2026, 12, 25)) == "christmas_day"
    assert holiday(date(2026, 11, 17)) == ""


def test_a_meeting_is_held_on_its_day_by_somebody_who_followed_up():
    held: dict[str, Any] = {
        "held_on": date(2026, 3, 2),
        "today": date(2026, 3, 2),
        "present": 2,
    }
    check_holding(**held, targets_open=0)
    for wrong, code in (
        ({"today": date(2026, 3, 1)}, "weeks.not_yet"),
        ({"present": 0}, "weeks.nobody_there"),
        ({"targets_open": 1}, "weeks.follow_up_first"),
    ):
        with pytest.raises(NotAllowedError) as refused:
            check_holding(**{**held, "targets_open": 0, **wrong})
        assert refused.value.code == code


def test_what_was_not_done_says_why():
    check_follow_up(FollowUpDraft(Result.DONE))
    with pytest.raises(NotAllowedError):
        check_follow_up(FollowUpDraft(Result.PARTLY, why=" "))


def test_a_hint_alone_is_none_among_many():
    hint = unusual(10, [4, 6, 3, 5, 4, 2, 6, 5, 4, 3, 7, 4, 5] * 2)
    calm = unusual(4, [4, 6, 3, 5, 4, 2, 6, 5, 4, 3, 7, 4, 5] * 2)
    assert hint.p <= 0.05
    assert levels([hint]) == [Level.UNUSUAL]
    among = levels([hint, *[calm] * 9, unusual(1, [0] * 26), unusual(3, [1, 1])])
    assert among[0] is Level.HINT
    assert among[-3:] == [Level.USUAL, Level.FEW, Level.SHORT]
