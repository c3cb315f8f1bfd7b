"""Reminded in time, never twice, and only of the latest after a pause."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.deadlines import months_after
from handslag.domain.year.rules.reminders import (
    ESCALATED,
    Step,
    reached,
    step_of,
    to_escalate,
    to_send,
)

DUE = date(2026, 7, 1)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
# How many days lie between one morning the timer runs and the next.
PAUSES = st.lists(st.integers(1, 90), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("today", "code"),
    [
        (date(2025, 12, 31), None),
        (date(2026, 1, 1), "months_6"),
        (date(2026, 3, 31), "months_6"),
        (date(2026, 4, 1), "months_3"),
        (date(2026, 5, 31), "months_3"),
        (date(2026, 6, 1), "months_1"),
        (date(2026, 7, 1), "months_1"),
        (date(2026, 7, 2), "late_1"),
        (date(2026, 7, 8), "late_1"),
        (date(2026, 7, 9), "late_2"),
    ],
)
def test_the_step_that_a_day_lies_in(today, code):
    step = reached(DUE, today=today)
    assert (step and step.code) == code


def test_steps_follow_each_other():
    codes = ["months_6", "months_3", "months_1", "late_1", "late_2", "late_10"]
    steps = [step_of(code) for code in codes]
    assert steps == sorted(filter(None, steps))
    assert [step.code for step in steps if step] == codes


def test_what_is_no_step_stands_in_no_ones_way():
    assert step_of(ESCALATED) is None
    assert to_send(DUE, sent=[ESCALATED], today=date(2026, 7, 30)) == Step(5)


@given(due_on=DAYS, pauses=PAUSES)
def test_nobody_is_reminded_twice_of_the_same_and_never_backwards(due_on, pauses):
    today = due_on - timedelta(days=300)
    sent: list[str] = []
    for pause in pauses:
        today += timedelta(days=pause)
        step = to_send(due_on, sent=sent, today=today)
        if step:
            assert step.code not in sent
            sent.append(step.code)
        assert to_send(due_on, sent=sent, today=today) is None
    steps = [step for step in map(step_of, sent) if step]
    assert steps == sorted(steps)


@given(due_on=DAYS, pauses=PAUSES)
def test_after_any_pause_the_latest_step_has_been_sent(due_on, pauses):
    today = due_on - timedelta(days=300)
    sent: list[str] = []
    for pause in pauses:
        today += timedelta(days=pause)
        step = to_send(due_on, sent=sent, today=today)
        sent += [step.code] if step else []
        latest = reached(due_on, today=today)
        assert latest is None or sent[-1] == latest.code


@given(due_on=DAYS)
def test_whoever_is_asked_each_morning_skips_no_step(due_on):
    sent: list[str] = []
    first = months_after(due_on, -7)
    for day in range((due_on - first).days + 50):
        step = to_send(due_on, sent=sent, today=first + timedelta(days=day))
        sent += [step.code] if step else []
    assert sent[:5] == ["months_6", "months_3", "months_1", "late_1", "late_2"]


def test_a_clock_that_is_put_back_sends_nothing():
    assert to_send(DUE, sent=["late_2"], today=date(2026, 6, 5)) is None


@pytest.mark.parametrize(
    ("days", "sent", "told"),
    [(27, [], False), (28, [], True), (60, ["late_8"], True), (60, [ESCALATED], False)],
)
def test_the_other_party_is_told_once_after_four_weeks(days, sent, told):
    assert to_escalate(DUE, sent=sent, today=DUE + timedelta(days=days)) is told
