"""What surveys answered before something began, and what they answered after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from scipy.special import ndtri

from handslag.domain.analysis.figures.effects import Counted, counted, stage_of
from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.queries import window_of
from handslag.domain.analysis.rules import Seen, Stage
from handslag.domain.series.rules import ANSWERED
from handslag.domain.surveys.published.shares import Followable, shares_of
from handslag.statistics.comparisons import Change, svy_change

_FAR = float(ndtri(0.975) + ndtri(0.8))  # found in four cases of five


@dataclass(frozen=True, slots=True)
class Answered:
    """The last survey that closed before it began, and the latest that closed in the time
    after; `change` when the time is over and both were asked alike. One question that was
    chosen beforehand is one test, so nothing is corrected for."""

    stage: Stage
    then: Followable | None = None
    now: Followable | None = None
    change: Change | None = None
    is_unlike: bool = False

    @property
    def surveys(self) -> list[Followable]:
        return [one for one in (self.then, self.now) if one is not None]


def found_by(plan: EffectPlan, *, today: date) -> Counted | Answered:
    """What a plan has found so far, of whatever it is seen in."""
    if plan.seen is Seen.ANSWERS:
        return answered(plan, today=today)
    return counted(plan, today=today)


def answered(plan: EffectPlan, *, today: date) -> Answered:
    """From public results alone. One query."""
    span, stage = window_of(plan), stage_of(plan, today=today)
    every = _answers(plan)
    then = _last([one for one in every if span.is_before(one.asked_until)])
    now = _last([one for one in every if span.is_after(one.asked_until)])
    if then is None or now is None:
        return Answered(stage, then, now)
    if then.areas != now.areas:
        return Answered(stage, then, now, is_unlike=True)
    before, after = then.estimate, now.estimate
    is_told = stage is Stage.OVER and before is not None and after is not None
    change = svy_change(before, after) if is_told and before and after else None
    return Answered(stage, then, now, change)


def smallest_of_answers(plan: EffectPlan) -> float | None:
    """The smallest change that a survey as large as the last would show in four cases of
    five, in shares of all who answer. None: nobody has been asked yet."""
    span = window_of(plan)
    last = _last([one for one in _answers(plan) if span.is_before(one.asked_until)])
    return _FAR * sqrt(2) * last.se if last and last.se else None


def _answers(plan: EffectPlan) -> list[Followable]:
    series = plan.indicator.series if plan.indicator else None
    key = series.external_id.removeprefix(f"{ANSWERED}.") if series else ""
    shares = shares_of(plan.home_id)
    return [one for one in shares if one.key == key and one.share is not None]


def _last(found: Sequence[Followable]) -> Followable | None:
    return max(found, key=lambda one: one.asked_until, default=None)
