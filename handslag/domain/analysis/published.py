"""What may anyone know of whether something helped? What is tied to a promise.

The counts of a small area are never told when there is a handful of them: then it is
said that they are too few, and that is all.
"""

from dataclasses import dataclass
from datetime import date

from handslag.domain.analysis.figures.answered import Answered, found_by
from handslag.domain.analysis.figures.effects import Counted, planned
from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.rules import Part
from handslag.domain.analysis.rules.effects import Planned

SMALLEST = 5  # reports: fewer are not told, unless there are none


@dataclass(frozen=True, slots=True)
class PublishedEffect:
    """A plan with what it has counted. `is_few`: so few that no number of them is told."""

    plan: Planned
    found: Counted | Answered
    is_late: bool
    is_few: bool
    is_example: bool


def effect_of(plan: EffectPlan, *, today: date) -> PublishedEffect:
    """Two queries at most beside those for its places."""
    found = found_by(plan, today=today)
    totals = found.total(Part.AREA) if isinstance(found, Counted) else ()
    is_few = any(0 < n < SMALLEST for n in totals)
    return PublishedEffect(planned(plan), found, plan.is_late, is_few, plan.is_example)
