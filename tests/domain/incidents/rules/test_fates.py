"""What became of it, in one word, and added up."""

from datetime import date, timedelta

import pytest

from handslag.domain.incidents.rules import Channel, Outcome, Phase, Top
from handslag.domain.incidents.rules.fates import LED, NOT_LED, Fate, Told, best_of, fate_of
from handslag.domain.incidents.rules.fates import total as total_of

DAY = date(2026, 8, 3)


def told(fate: Fate, *, days: int | None = None, is_open: bool = False) -> Told:
    answered = None if days is None else DAY + timedelta(days=days)
    return Told(
        incident=1,
        report=1,
        channel=Channel.RESIDENT,
        by=None,
        person=None,
        top=Top.DAMAGE,
        received=DAY,
        answered=answered,
        is_open=is_open,
        fate=fate,
    )


@pytest.mark.parametrize("outcome", list(Outcome))
def test_closed_is_not_fixed_it_is_what_was_said(outcome):
    assert fate_of(phase=Phase.CLOSED, outcome=outcome, measured=False) == outcome.value


@pytest.mark.parametrize("phase", [Phase.NEW, Phase.ASSIGNED, Phase.UNDERWAY])
def test_what_is_not_closed_led_to_something_only_by_a_measure(phase):
    assert fate_of(phase=phase, outcome="", measured=False) is Fate.OPEN
    assert fate_of(phase=phase, outcome="", measured=True) is Fate.MEASURE


def test_a_measure_counts_where_nothing_was_fixed_and_nowhere_else():
    for outcome, fate in (("not_ours", Fate.MEASURE), ("partly", Fate.PARTLY)):
        assert fate_of(phase=Phase.CLOSED, outcome=outcome, measured=True) is fate


def test_every_fate_is_in_one_of_the_two_groups():
    assert sorted((*LED, *NOT_LED)) == sorted(Fate)


def test_a_report_became_the_best_of_what_was_told_in_it():
    assert best_of([Fate.WILL_NOT, Fate.PARTLY]) is Fate.PARTLY
    assert best_of([Fate.WILL_NOT, Fate.OPEN]) is Fate.OPEN


def test_totals_overlap_and_days_are_of_those_that_were_answered():
    whole = total_of(
        [
            told(Fate.FIXED, days=2),
            told(Fate.MEASURE, days=9, is_open=True),
            told(Fate.NOTED, days=4),
            told(Fate.OPEN, is_open=True),
        ]
    )
    assert (whole.reported, whole.answered, whole.led, whole.still_open) == (4, 3, 2, 2)
    assert whole.days == 4
    assert total_of([]).days is None
