"""What a plan has counted so far: before and after, here, around and elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handslag.domain.analysis.models import EffectCount, EffectPlan
from handslag.domain.analysis.queries import window_of
from handslag.domain.analysis.rules import Part, Stage


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
