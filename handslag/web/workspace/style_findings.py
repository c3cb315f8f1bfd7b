"""What results say, on the style page: every key with every variant, of made-up numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from django.utils.translation import pgettext

from handslag.statistics.comparisons import svy_change
from handslag.statistics.design import design
from handslag.statistics.effects.displacement import wdd
from handslag.statistics.effects.found import mde
from handslag.statistics.effects.ratios import ratio_of_ratios
from handslag.statistics.surveys import SurveyEstimate, svy_prop
from handslag.statistics.temporal.reporting import reporting_split
from handslag.statistics.verdicts import (
    Alarm,
    Desired,
    Hot,
    Measured,
    Preliminary,
    Result,
    Standing,
    verdict,
)
from handslag.web.words.facts import Facts, facts_of
from handslag.web.words.methods import Counted, counted
from handslag.web.words.verdicts import Told, told


@dataclass(frozen=True, slots=True)
class Sample:
    """A verdict in words, and the box beside the first of each kind."""

    told: Told
    counted: Counted | None = None


def said() -> list[Sample]:
    """One of each."""
    return [
        Sample(told(verdict(result, desired), facts), _box(result))
        for result, desired, facts in (*_changes(), *_shares(), *_effects(), *_others())
    ]


_Case = tuple[Result, Desired, Facts]


def _box(result: Result) -> Counted | None:
    method = getattr(result, "method", "")
    box = counted(
        method,
        n=getattr(result, "n", None),
        period="2025",
        source=pgettext("sample", "Made up for this page"),
        version="1",
    )
    return box if box.method else None


def _counts(before: int, after: int, low: float, high: float) -> tuple[Measured, Facts]:
    ratio, least = after / before, mde(before).fall
    found = Measured(
        ratio, low, high, 0.95, before + after, method="conditional mid-p", mde=least
    )
    return found, Facts(before, after, ratio, low, high, mde=least)


def _changes() -> Iterator[_Case]:
    yield (*_with(*_counts(212, 262, 1.03, 1.48), "down"),)
    yield (*_with(*_counts(140, 92, 0.50, 0.86), "down"),)
    yield (*_with(*_counts(96, 104, 0.82, 1.43), "down"),)
    yield (*_with(*_counts(4150, 4200, 0.97, 1.06), "level"),)
    yield (*_with(*_counts(12, 9, 0.30, 1.79), "down"),)


def _with(result: Result, facts: Facts, desired: Desired) -> _Case:
    return result, desired, facts


def _share(hits: int, n: int) -> SurveyEstimate:
    return svy_prop(np.arange(n) < hits, design(np.ones(n)))


def _shares() -> Iterator[_Case]:
    for one in (_share(5, 20), _share(18, 64), _share(310, 1000)):
        yield one, "depends", facts_of(one)
    earlier, later = _share(310, 1000), _share(251, 1000)
    change = svy_change(earlier, later)
    facts = facts_of(change, before=earlier.estimate, after=later.estimate)
    yield change, "down", facts
    yield Preliminary(0.92), "depends", Facts(registered=0.92)
    some, most = (0.4, 0.02), (0.55, 0.02)
    yield reporting_split(400, 460, some, most), "depends", Facts()
    yield reporting_split(500, 400, most, (0.3, 0.02)), "depends", Facts()


def _effects() -> Iterator[_Case]:
    area = pgettext("sample", "Northby")
    for four in ((120, 70, 130, 125), (80, 130, 110, 100), (60, 52, 58, 57)):
        found = ratio_of_ratios(*four)
        yield found, "down", facts_of(found, area=area)
    for ring in ((40, 90), (60, 58), (80, 40)):
        yield wdd((120, 70), (130, 125), ring, (55, 57)), "depends", Facts()


def _others() -> Iterator[_Case]:
    yield Hot(14, 4.2, 0.003), "depends", Facts(after=14, expected=4.2)
    yield Hot(5, 4.2, 0.8), "depends", Facts(after=5, expected=4.2)
    thefts = pgettext("sample", "bicycle thefts")
    for count in (19, 8):
        facts = Facts(after=count, limit=11, kind=thefts, week=34)
        yield Alarm(count, 11), "depends", facts
    for place in (1, -1, 0):
        yield Standing(place), "down", Facts()
