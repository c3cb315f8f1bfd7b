"""Plans for seeing whether something helped, and what lies around their places."""

from collections import Counter
from datetime import date
from math import hypot

from django.db.models import Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.core.deadlines import months_after
from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.rules.effects import Part, Window, part_of, window
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules.retention import KEPT_MONTHS
from handslag.domain.organisations.models import Kind, Organisation, Place, Relation, Tie
from handslag.domain.organisations.queries import holding
from handslag.domain.weeks.queries.spans import begun
from handslag.statistics.grid import to_sweref


def parties_of(home: int, *, today: date) -> frozenset[int]:
    """The municipality and the police that serve it: those who follow it up together."""
    ties = Relation.objects.filter(holding(today), upper=home, kind=Tie.SERVES)
    return frozenset({home, *ties.values_list("lower", flat=True)})


def plans_seen_by(actor: Actor, *, today: date) -> QuerySet[EffectPlan]:
    """Those of the municipalities one works for, or serves as police."""
    own = actor.organisation_ids
    ties = Relation.objects.filter(holding(today), lower__in=own, kind=Tie.SERVES)
    found = EffectPlan.objects.filter(Q(home__in=own) | Q(home__in=ties.values("upper")))
    return found.select_related("home", "place", "comparison")


def homes_to_plan(actor: Actor, *, today: date) -> QuerySet[Organisation]:
    """The municipalities for which somebody may plan: their own, and those they serve."""
    own = actor.where(Act.WRITE_PLAN)
    ties = Relation.objects.filter(holding(today), lower__in=own, kind=Tie.SERVES)
    found = Organisation.objects.filter(kind=Kind.MUNICIPALITY)
    return found.filter(Q(pk__in=own) | Q(pk__in=ties.values("upper"))).order_by("name")


def places_of(home: int) -> QuerySet[Place]:
    """The named places of a municipality that lie somewhere, by name."""
    return Place.objects.filter(within=home, lon__isnull=False).order_by("name", "pk")


def counted(plan: EffectPlan, month: date) -> dict[Part, int]:
    """How many lie in the area, in the ring and in what it is compared with, in a month.

    Reports that stand for themselves, shared or not: these are numbers of a whole.
    """
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


def window_of(plan: EffectPlan) -> Window:
    """The months before and after."""
    return window(plan.begins, before=plan.before, after=plan.after)


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
