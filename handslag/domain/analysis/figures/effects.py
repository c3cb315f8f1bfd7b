"""What a plan has counted so far: before and after, here, around and elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from scipy.special import ndtri, stdtrit

from handslag.domain.analysis.models import EffectCount, EffectPlan
from handslag.domain.analysis.queries import window_of
from handslag.domain.analysis.rules import Part, Stage, Wanted
from handslag.domain.analysis.rules.effects import Planned
from handslag.domain.incidents.rules import Top
from handslag.statistics.effects.found import Effect, detectable, mde
from handslag.statistics.effects.ratios import ratio_of_ratios

LEAST_MONTHS = 3  # that are known before it is said what could be seen
_UNKNOWN = 2.0  # how much more counts vary, when nothing tells


@dataclass(frozen=True, slots=True)
class Month:
    """One month, and how many in each part."""

    month: date
    counts: dict[Part, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """The months before and after that are known, and what they add up to."""

    stage: Stage
    before: Sequence[Month]
    after: Sequence[Month]
    months_before: int  # that the plan asks for
    months_after: int

    @property
    def months(self) -> Sequence[Month]:
        return [*self.before, *self.after]

    def total(self, part: Part) -> tuple[int, int]:
        """Before and after."""
        before, after = (
            sum(one.counts[part] for one in months) for months in (self.before, self.after)
        )
        return before, after

    @property
    def is_whole(self) -> bool:
        """Whether all months that the plan asks for are known."""
        return (len(self.before), len(self.after)) == (
            self.months_before,
            self.months_after,
        )


def counted(plan: EffectPlan, *, today: date) -> Counted:
    """One query."""
    span = window_of(plan)
    rows = [(row.month, _month(row)) for row in plan.counts.all()]
    return Counted(
        stage=stage_of(plan, today=today),
        before=[one for month, one in rows if span.is_before(month)],
        after=[one for month, one in rows if span.is_after(month)],
        months_before=plan.before,
        months_after=plan.after,
    )


def planned(plan: EffectPlan) -> Planned:
    """The plan in names."""
    return Planned(
        name=plan.name,
        tops=tuple(Top(one) for one in plan.tops),
        place=plan.place.name,
        metres=plan.metres,
        ring=plan.ring,
        comparison=plan.comparison.name if plan.comparison else "",
        begins=plan.begins,
        before=plan.before,
        after=plan.after,
        planned_on=plan.planned_on,
        wanted=Wanted(plan.wanted),
        least=plan.least,
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of it, here and in the ring around, against the comparison."""

    effect: Effect
    ring: Effect | None


def judged(found: Counted, *, has_ring: bool) -> Judged | None:
    """Nothing before the time that was planned is over, and nothing of what was called off.

    The months before and after are the same for all parts, so that their number cancels.
    """
    if found.stage is not Stage.OVER or not found.before or not found.after:
        return None
    effect = _against_comparison(found, Part.AREA)
    ring = _against_comparison(found, Part.RING) if has_ring else None
    return Judged(effect, ring) if effect else None


def smallest(plan: EffectPlan, rows: Iterable[EffectCount]) -> float | None:
    """The smallest change that the plan will show in four cases of five, as a share: a
    fall, or where more is hoped for a rise. By the months before that are known, as if all
    of them were like those. None: fewer than three are known, or no rise is enough."""
    span = window_of(plan)
    known = [_month(row) for row in rows if span.is_before(row.month)]
    if len(known) < LEAST_MONTHS:
        return None
    found = Counted(Stage.PLANNED, known, [], plan.before, plan.after)
    whole = plan.before / len(known)
    own, other = (found.total(part)[0] for part in (Part.AREA, Part.COMPARISON))
    least = mde(
        own * whole,
        plan.after / plan.before,
        _phi(found, Part.AREA),
        comparison=other * whole,
    )
    if plan.wanted == Wanted.FEWER:
        return least.fall
    return least.rise if least.rise < inf else None


def _against_comparison(found: Counted, part: Part) -> Effect | None:
    own, other = found.total(part), found.total(Part.COMPARISON)
    if not sum(own) or not sum(other):
        return None
    phi = _phi(found, part)
    made = ratio_of_ratios(*own, *other, phi=phi)
    least = detectable(made.se or inf).fall
    return replace(made, mde=least)


def _phi(found: Counted, part: Part) -> float:
    """How much more a part's share of each month varies than chance makes it. Of shares,
    so that summer and winter do not count. Widened for being an estimate itself: Student's
    t for the normal distribution."""
    pearson, df = 0.0, 0
    for months in (found.before, found.after):
        own = [one.counts[part] for one in months]
        all_ = [n + one.counts[Part.COMPARISON] for n, one in zip(own, months, strict=True)]
        share = sum(own) / sum(all_) if sum(all_) else 0.0
        if not 0 < share < 1:
            continue
        pearson += sum(
            (n - m * share) ** 2 / (m * share * (1 - share))
            for n, m in zip(own, all_, strict=True)
            if m
        )
        df += sum(m > 0 for m in all_) - 1
    if df < 1:
        return _UNKNOWN
    wider = float(stdtrit(df, 0.975) / ndtri(0.975)) ** 2
    return max(1.0, pearson / df) * wider


def stage_of(plan: EffectPlan, *, today: date) -> Stage:
    """Where it stands on a day."""
    if plan.called_off_why:
        return Stage.CALLED_OFF
    if today < plan.begins:
        return Stage.PLANNED
    return Stage.OVER if today >= window_of(plan).ends else Stage.UNDER_WAY


def _month(row: EffectCount) -> Month:
    counts = {
        Part.AREA: row.area,
        Part.RING: row.ring,
        Part.COMPARISON: row.comparison,
    }
    return Month(row.month, counts)
