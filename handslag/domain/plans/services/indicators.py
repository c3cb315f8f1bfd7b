"""What is measured, of a goal or of a measure."""

from collections.abc import Sequence

from handslag.core.refusals import NotAllowedError
from handslag.domain.plans import queries
from handslag.domain.plans.models import Goal, Indicator, Measure
from handslag.domain.plans.rules.drafts import IndicatorDraft
from handslag.domain.plans.rules.words import Direction, Measures

COLUMNS = (
    "name",
    "measures",
    "unit",
    "baseline",
    "baseline_stated",
    "target",
    "by",
    "direction",
    "direction_why",
)


def store_indicators(
    drafts: Sequence[IndicatorDraft],
    *,
    goal: Goal | None = None,
    measure: Measure | None = None,
) -> None:
    """Keep the indicators that are still there: follow-ups have read them."""
    _followed_at_home(goal or measure, drafts)
    rows = Indicator.objects.filter(goal=goal, measure=measure)
    kept = {str(row.public_id): row for row in rows}
    for place, draft in enumerate(drafts):
        row = kept.pop(draft.key, None) or Indicator(goal=goal, measure=measure)
        for name in COLUMNS:
            setattr(row, name, getattr(draft, name))
        row.followed_id = draft.followed
        row.position = place
        row.save()
    for gone in kept.values():
        if gone.readings.exists():
            raise NotAllowedError("plan.indicator_was_read")
        gone.delete()


def _followed_at_home(
    thing: Goal | Measure | None, drafts: Sequence[IndicatorDraft]
) -> None:
    """A plan is read from what its own municipality follows, and from nothing else."""
    wanted = {one.followed for one in drafts if one.followed is not None}
    if not wanted or thing is None:
        return
    there = queries.followed_for(thing.plan).filter(pk__in=wanted)
    if there.count() < len(wanted):
        raise NotAllowedError("plan.followed_by_another")


def indicator_draft(row: Indicator) -> IndicatorDraft:
    """The same yardstick for another goal or measure."""
    same = {name: getattr(row, name) for name in COLUMNS}
    return IndicatorDraft(
        **{
            **same,
            "measures": Measures(row.measures),
            "direction": Direction(row.direction),
            "followed": row.followed_id,
        }
    )
