"""What else happened here: at the same place, or close by, before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet

from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules.likeness import (
    NEAR,
    WEEKS,
    Likeness,
    Point,
    likeness,
)

MOST = 12


@dataclass(frozen=True, slots=True)
class Alike:
    """Another incident, and what they have in common."""

    incident: Incident
    likeness: Likeness


def happened_here(visible: QuerySet[Incident], incident: Incident) -> Sequence[Alike]:
    """One query: those at the same named place or within 50 metres, within twelve weeks
    either way. What may be the same thing comes first, then the nearest in time."""
    span = timedelta(weeks=WEEKS)
    found = visible.filter(
        _where(incident),
        within=incident.within_id,
        merged_into__isnull=True,
        day__gte=incident.day - span,
        day__lte=incident.day + span,
    ).exclude(pk=incident.pk)
    rows = found.select_related("category", "place").order_by("-day", "-pk")[: 10 * MOST]
    here = point_of(incident)
    alike = [(row, likeness(here, point_of(row))) for row in rows]
    near = [Alike(row, like) for row, like in alike if like is not None]
    near.sort(key=lambda one: (not one.likeness.may_be_same, one.likeness.days))
    return near[:MOST]


def _where(incident: Incident) -> Q:
    where = Q(pk__in=[])
    if incident.place_id is not None:
        where |= Q(place=incident.place_id)
    if incident.east is not None and incident.north is not None:
        where |= Q(
            east__range=(incident.east - NEAR, incident.east + NEAR),
            north__range=(incident.north - NEAR, incident.north + NEAR),
        )
    return where


def point_of(incident: Incident) -> Point:
    return Point(
        category=incident.category_id,
        top=incident.top,
        place=incident.place_id,
        east=incident.east,
        north=incident.north,
        day=incident.day,
        starts=incident.starts,
    )
