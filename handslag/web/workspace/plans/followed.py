"""A plan's indicators beside what the municipality follows: chosen, filled in, read."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from handslag.core.text import sort_key
from handslag.domain.plans import queries
from handslag.domain.plans.models import Indicator, Plan
from handslag.domain.plans.rules.measuring import goal_of_period
from handslag.domain.plans.rules.words import Direction
from handslag.domain.series.figures import Followed, each_followed
from handslag.domain.series.rules import Direction as Way
from handslag.web.following import said
from handslag.web.ui.templatetags.ui import swedish_date

LONGEST_WHY = 300
MOST, FINEST = Decimal(10) ** 10, Decimal("0.0001")
WAYS: Mapping[Way, Direction] = {
    Way.DOWN: Direction.DOWN,
    Way.UP: Direction.UP,
    Way.HOLD: Direction.HOLD,
}


class Offered:
    """What the municipality of a plan follows, to choose among."""

    def __init__(self, plan: Plan) -> None:
        rows = sorted(queries.followed_for(plan), key=lambda row: sort_key(row.name))
        self.rows = {str(row.public_id): row for row in rows}
        self.starts, self.ends = plan.starts, plan.ends

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(key, row.name) for key, row in self.rows.items()]

    def depends(self, key: str) -> bool:
        """Whether nothing but a person can say which way of it is good."""
        row = self.rows.get(key)
        return row is not None and row.direction not in WAYS

    def told(self, keys: Collection[str]) -> dict[str, Followed]:
        """These with their figures, as everyone may see them: a plan is public."""
        rows = [row for key, row in self.rows.items() if key in keys]
        return {str(one.key): one for one in each_followed(rows, everyone=True)}

    def filled(self, given: Mapping[str, Any], one: Followed) -> dict[str, Any]:
        """What was typed, and where nothing was, what is said where it is followed."""
        found = {**given}
        found["name"] = given["name"] or one.name
        found["unit"] = given["unit"] or said.unit_of(one)
        if given["baseline"] is None and not given["baseline_stated"]:
            found["baseline"] = _fitting(one.baseline)
            found["baseline_stated"] = one.baseline_stated
        goal = goal_of_period(one.goals, starts=self.starts, ends=self.ends)
        if goal and given["target"] is None and given["by"] is None:
            found["target"], found["by"] = _fitting(goal.value), goal.by
        if not given["direction"] and one.direction in WAYS:
            found["direction"] = WAYS[one.direction]
            why = Truncator(one.direction_why).chars(LONGEST_WHY)
            found["direction_why"] = given["direction_why"] or why
        return found


def _fitting(value: Decimal | None) -> Decimal | None:
    """As a plan stores numbers; nothing where it has no room for one."""
    return None if value is None or abs(value) >= MOST else value.quantize(FINEST)


def told_of(plan: Plan, indicators: Iterable[Indicator]) -> dict[int, Followed]:
    """What these are read from, by its number. As many queries however many there are."""
    wanted = {one.followed_id for one in indicators if one.followed_id is not None}
    rows = list(queries.followed_for(plan).filter(pk__in=wanted)) if wanted else []
    told = each_followed(rows, everyone=True) if rows else []
    return {row.pk: one for row, one in zip(rows, told, strict=True)}


def known_by(one: Followed, day: date) -> str:
    """What is said where it is followed, as far as periods had ended by a day."""
    until = one.told.until(day)
    facts = {"name": one.name, "day": swedish_date(day)}
    if one.told.own and not until.own:
        return _("Followed in “%(name)s”, where no period had ended by %(day)s.") % facts
    words = " ".join((said.last_said(one.as_told(until)), said.rounded_said(one)))
    return _("Followed in “%(name)s”. %(said)s") % {**facts, "said": words.strip()}


def suggested(one: Followed, day: date) -> Decimal | None:
    """The number of the latest period that had ended by a day, as it is shown. An older
    one is not put in the place of one that is missing or secret."""
    own = one.told.until(day).own
    amount = own[-1].amount if own else None
    return None if amount is None else said.rounded(amount)
