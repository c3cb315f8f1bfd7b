"""What a plan has counted so far: before and after, here, around and elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf

from handslag.domain.analysis.figures.variation import Sides, spread_of
from handslag.domain.analysis.models import EffectCount, EffectPlan
from handslag.domain.analysis.queries import breaks_within, window_of
from handslag.domain.analysis.rules import Beside, Part, Seen, Stage, Wanted
from handslag.domain.analysis.rules.effects import Planned
from handslag.domain.incidents.rules import Top
from handslag.domain.series.rules import Rhythm, Source
from handslag.statistics.counts import rate_ratio
from handslag.statistics.effects.found import Effect, detectable, mde
from handslag.statistics.effects.ratios import ratio_of_ratios
from handslag.statistics.verdicts import Measured

LEAST_MONTHS = 3  # that are known before it is said what could be seen
LEAST_FIGURES = 2  # periods of an indicator


@dataclass(frozen=True, slots=True)
class Month:
    """One period by its first day, and how many in each part."""

    month: date
    counts: dict[Part, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """The periods before and after that are known, and what they add up to. `breaks`: from
    which days between them something else was counted."""

    stage: Stage
    before: Sequence[Month]
    after: Sequence[Month]
    months_before: int  # that the plan asks for
    months_after: int
    is_compared: bool = True
    breaks: Sequence[date] = ()

    @property
    def months(self) -> Sequence[Month]:
        return [*self.before, *self.after]

    def total(self, part: Part) -> tuple[int, int]:
        """Before and after."""
        before, after = (
            sum(one.counts[part] for one in months) for months in (self.before, self.after)
        )
        return before, after

    def sides(self, part: Part) -> Sides:
        """Period by period, before and after."""
        before, after = (
            [one.counts[part] for one in months] for months in (self.before, self.after)
        )
        return before, after

    @property
    def waits(self) -> bool:
        """Whether the time is over, but not all its figures have come."""
        return self.stage is Stage.OVER and len(self.after) < self.months_after

    @property
    def is_broken(self) -> bool:
        """Whether before and after cannot be held against each other: what is counted has
        changed, and there is nothing beside it that changed in the same way."""
        return bool(self.breaks) and not self.is_compared


def counted(plan: EffectPlan, *, today: date) -> Counted:
    """Two queries at most."""
    span = window_of(plan)
    rows = [(row.month, _month(row)) for row in plan.counts.all()]
    return Counted(
        stage=stage_of(plan, today=today),
        before=[one for month, one in rows if span.is_before(month)],
        after=[one for month, one in rows if span.is_after(month)],
        months_before=plan.before,
        months_after=plan.after,
        is_compared=is_compared(plan),
        breaks=breaks_within(plan),
    )


def is_compared(plan: EffectPlan) -> bool:
    """Whether it is held against something."""
    return plan.seen is Seen.REPORTS or plan.beside != Beside.NOTHING


def planned(plan: EffectPlan) -> Planned:
    """The plan in names."""
    return Planned(
        name=plan.name,
        seen=plan.seen,
        tops=tuple(Top(one) for one in plan.tops),
        place=plan.place.name if plan.place else plan.home.short_name,
        metres=plan.metres,
        ring=plan.ring,
        comparison=plan.comparison.name if plan.comparison else "",
        indicator=plan.indicator.name if plan.indicator else "",
        beside=Beside(plan.beside),
        rhythm=_rhythm(plan),
        source=Source(plan.indicator.series.source) if plan.indicator else None,
        attribution=plan.indicator.series.attribution if plan.indicator else "",
        begins=plan.begins,
        before=plan.before,
        after=plan.after,
        planned_on=plan.planned_on,
        wanted=Wanted(plan.wanted),
        least=plan.least,
    )


def _rhythm(plan: EffectPlan) -> Rhythm:
    if plan.seen is Seen.FIGURES and plan.indicator is not None:
        return Rhythm(plan.indicator.series.rhythm)
    return Rhythm.YEAR if plan.seen is Seen.ANSWERS else Rhythm.MONTH


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of it, here and in the ring around, against the comparison; without one
    only how it has changed."""

    effect: Effect | Measured
    ring: Effect | None


def judged(found: Counted, *, has_ring: bool) -> Judged | None:
    """Nothing before the time that was planned is over, and nothing of what was called off.

    The months before and after are the same for all parts, so that their number cancels.
    """
    if found.stage is not Stage.OVER or found.waits or not found.before:
        return None
    if not found.is_compared:
        alone = None if found.is_broken else _by_itself(found)
        return Judged(alone, None) if alone else None
    effect = _against_comparison(found, Part.AREA)
    ring = _against_comparison(found, Part.RING) if has_ring else None
    return Judged(effect, ring) if effect else None


def smallest(plan: EffectPlan, rows: Iterable[EffectCount]) -> float | None:
    """The smallest change that the plan will show in four cases of five, as a share: a
    fall, or where more is hoped for a rise. By the months before that are known, as if all
    of them were like those. None: fewer than three are known, or no rise is enough."""
    span = window_of(plan)
    known = [_month(row) for row in rows if span.is_before(row.month)]
    of_reports = plan.seen is Seen.REPORTS
    if len(known) < (LEAST_MONTHS if of_reports else LEAST_FIGURES):
        return None
    found = Counted(Stage.PLANNED, known, [], plan.before, plan.after)
    whole = plan.before / len(known)
    own, other = (found.total(part)[0] for part in (Part.AREA, Part.COMPARISON))
    beside = is_compared(plan)
    spread = spread_of(
        found.sides(Part.AREA), found.sides(Part.COMPARISON) if beside else None
    )
    least = mde(
        own * whole,
        plan.after / plan.before,
        spread.phi if of_reports else spread.phi_by(plan.before + plan.after - 2),
        comparison=other * whole if beside else None,
    )
    if plan.wanted == Wanted.FEWER:
        return least.fall
    return least.rise if least.rise < inf else None


def _against_comparison(found: Counted, part: Part) -> Effect | None:
    own, other = found.total(part), found.total(Part.COMPARISON)
    if not sum(own) or not sum(other):
        return None
    phi = spread_of(found.sides(part), found.sides(Part.COMPARISON)).phi
    made = ratio_of_ratios(*own, *other, phi=phi)
    least = detectable(made.se or inf).fall
    return replace(made, mde=least)


def _by_itself(found: Counted) -> Measured | None:
    """Before and after, with nothing beside: how many times as many a period."""
    before, after = found.total(Part.AREA)
    if not before + after:
        return None
    phi = spread_of(found.sides(Part.AREA)).phi
    longer = len(found.after) / len(found.before)
    made = rate_ratio(after, longer, before, 1.0, phi=phi)
    return Measured(
        estimate=made.estimate,
        lower=made.lower,
        upper=made.upper,
        level=made.level,
        n=made.n,
        method=made.method,
        flags=made.flags,
        mde=mde(before, longer, phi).fall,
    )


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
