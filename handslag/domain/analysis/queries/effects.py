"""Plans for seeing whether something helped, and what is counted for them."""

from collections import Counter
from datetime import date
from math import hypot

from django.db.models import Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.core.deadlines import months_after
from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.rules import Part, Seen
from handslag.domain.analysis.rules.effects import Beside, part_of
from handslag.domain.analysis.rules.windows import (
    Window,
    periods_of,
    window,
    years_around,
)
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules.retention import KEPT_MONTHS
from handslag.domain.organisations.models import Kind, Organisation, Place, Relation, Tie
from handslag.domain.organisations.queries import holding
from handslag.domain.series.models import Indicator, Value
from handslag.domain.series.queries import area_code_of, cells_of, indicators_of
from handslag.domain.series.rules import NATION, NUMBERED, Measured, Origin, Rhythm
from handslag.domain.series.rules.cells import LENGTHS
from handslag.domain.weeks.queries.spans import begun
from handslag.statistics.grid import to_sweref

_PERIODS = (Rhythm.MONTH, Rhythm.QUARTER, Rhythm.YEAR)
NEAR = ("home", "place", "comparison", "indicator__series")  # read with a plan


def parties_of(home: int, *, today: date) -> frozenset[int]:
    """The municipality and the police that serve it: those who follow it up together."""
    ties = Relation.objects.filter(holding(today), upper=home, kind=Tie.SERVES)
    return frozenset({home, *ties.values_list("lower", flat=True)})


def plans_seen_by(actor: Actor, *, today: date) -> QuerySet[EffectPlan]:
    """Those of the municipalities one works for, or serves as police."""
    own = actor.organisation_ids
    ties = Relation.objects.filter(holding(today), lower__in=own, kind=Tie.SERVES)
    found = EffectPlan.objects.filter(Q(home__in=own) | Q(home__in=ties.values("upper")))
    return found.select_related(*NEAR)


def homes_to_plan(actor: Actor, *, today: date) -> QuerySet[Organisation]:
    """The municipalities for which somebody may plan: their own, and those they serve."""
    own = actor.where(Act.WRITE_PLAN)
    ties = Relation.objects.filter(holding(today), lower__in=own, kind=Tie.SERVES)
    found = Organisation.objects.filter(kind=Kind.MUNICIPALITY)
    return found.filter(Q(pk__in=own) | Q(pk__in=ties.values("upper"))).order_by("name")


def places_of(home: int) -> QuerySet[Place]:
    """The named places of a municipality that lie somewhere, by name."""
    return Place.objects.filter(within=home, lon__isnull=False).order_by("name", "pk")


def indicators_to_judge(home: int) -> QuerySet[Indicator]:
    """What the figures can be certain of: numbers of things, and answers to surveys."""
    numbers = Q(series__measured=Measured.NUMBER, series__rhythm__in=_PERIODS)
    asked = Q(origin=Origin.SURVEYS)
    return indicators_of([home]).filter(numbers | asked).order_by("name", "pk")


def counted(plan: EffectPlan, month: date) -> dict[Part, int]:
    """How many lie in the area, in the ring and in what it is compared with, in a month.

    Reports that stand for themselves, shared or not: these are numbers of a whole.
    """
    if plan.place is None:
        return dict.fromkeys(Part, 0)
    east, north = _middle(plan.place)
    other = _middle(plan.comparison) if plan.comparison else None
    found: Counter[Part] = Counter()
    rows = Incident.objects.filter(
        within=plan.home_id,
        top__in=plan.tops,
        day__gte=month,
        day__lt=months_after(month, 1),
        east__isnull=False,
        merged_into__isnull=True,
    )
    for x, y in rows.values_list("east", "north"):
        away = hypot((x or 0) - east, (y or 0) - north)
        beyond = hypot((x or 0) - other[0], (y or 0) - other[1]) if other else None
        part = part_of(away, radius=plan.metres, ring=plan.ring, other=beyond)
        if part is not None:
            found[part] += 1
    return {part: found[part] for part in Part}


def figures_of(plan: EffectPlan, *, until: date) -> list[tuple[date, int, int]]:
    """The first day of each period that is over, how many there were in the municipality,
    and how many in the rest of what it is compared with (nought when that is nothing). A
    period of which a number is missing, secret, suppressed or preliminary is left out. Two
    queries at most."""
    if plan.indicator is None:
        return []
    own = area_code_of(plan.home)
    whole = {Beside.COUNTY: own[:2], Beside.NATION: NATION}.get(Beside(plan.beside))
    codes = [own, whole] if whole else [own]
    cells = {
        (one.area.code, one.starts): one for one in cells_of(plan.indicator.series, codes)
    }
    found = []
    for day in window_of(plan).periods(until=until):
        here = _events(cells.get((own, day)))
        there = _events(cells.get((whole, day))) if whole else here
        if here is not None and there is not None and there >= here:
            found.append((day, here, there - here))
    return found


def _events(cell: Value | None) -> int | None:
    if cell is None or cell.state not in NUMBERED or cell.is_preliminary:
        return None
    amount = cell.amount
    return int(amount) if amount is not None and amount == int(amount) >= 0 else None


def breaks_within(plan: EffectPlan) -> list[date]:
    """From which days within the time of the plan something else was counted."""
    if plan.indicator is None:
        return []
    span = window_of(plan)
    days = plan.indicator.series.breaks.values_list("day", flat=True)
    return [day for day in days if span.first < day < span.ends]


def window_of(plan: EffectPlan) -> Window:
    """The periods before and after."""
    begins, before, after = plan.begins, plan.before, plan.after
    if plan.seen is Seen.REPORTS or plan.indicator is None:
        return window(begins, before=before, after=after)
    if plan.seen is Seen.ANSWERS:
        return years_around(begins, before=before, after=after)
    step = LENGTHS[Rhythm(plan.indicator.series.rhythm)]
    return periods_of(begins, before=before, after=after, step=step)


def earliest_known(home: int, *, today: date) -> date | None:
    """The first whole month of which every report is known: since reporting began there,
    and for as long as reports are kept. None: nothing has been reported."""
    first = begun([home])
    if first is None:
        return None
    kept = months_after(today.replace(day=1), 1 - KEPT_MONTHS)
    whole = first if first.day == 1 else months_after(first.replace(day=1), 1)
    return max(kept, whole)


def _middle(place: Place) -> tuple[float, float]:
    return to_sweref(place.lon or 0.0, place.lat or 0.0)
