"""What several have reported at the same named place."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules import Channel, Inside, Top
from handslag.domain.incidents.rules.echoes import Known, sayable, window


def several_at(slug: str, places: Collection[UUID], *, today: date) -> list[Known]:
    """What may be said of these places. One query; none for no places."""
    if not places:
        return []
    first, last = window(today)
    found = _outdoors(slug).filter(place__public_id__in=places, day__range=(first, last))
    told: dict[Known, list[tuple[int, date]]] = defaultdict(list)
    for place, top, day, report in found.values_list("place", "top", "day", "report"):
        known = Known(day.replace(day=1), place or 0, Top(top))
        told[known].append((report, day))
    return sayable(told)


def first_of(slug: str, known: Known) -> Incident | None:
    """The incident that those who say the same are counted with."""
    found = _outdoors(slug).filter(place=known.place, top=known.top)
    of_month = found.filter(day__year=known.month.year, day__month=known.month.month)
    return of_month.filter(merged_into__isnull=True).order_by("pk").first()


def _outdoors(slug: str) -> QuerySet[Incident]:
    """Those at a named place out of doors; not what an organisation keeps to itself."""
    told = Q(shared=True) | Q(channel=Channel.RESIDENT)
    return Incident.objects.filter(
        told, within__slugs__slug=slug, place__isnull=False, inside=Inside.OUTDOORS
    )
