"""The events of the municipalities that somebody works with."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth

from handslag.core.access import Actor
from handslag.domain.organisations.models import Membership, Organisation
from handslag.domain.organisations.queries import municipalities_of
from handslag.domain.police_events.models import PoliceEvent
from handslag.domain.police_events.rules import Asked

Events: TypeAlias = QuerySet[PoliceEvent]


def homes_in_use(*, today: date) -> Mapping[str, Organisation]:
    """The municipalities where somebody works, or whose police do, by their short name."""
    held = Membership.objects.filter(since__lte=today).exclude(until__lt=today)
    working = list(held.values_list("organisation", flat=True).distinct())
    return {one.short_name: one for one in municipalities_of(working, today=today)}


def events_seen_by(actor: Actor, *, today: date) -> Events:
    """Those of one's own municipalities, the latest first."""
    homes = municipalities_of(actor.organisation_ids, today=today)
    return PoliceEvent.objects.filter(municipality__in=homes)


def chosen(events: Events, asked: Asked) -> Events:
    """Those of one type and one month, with what is shown beside them."""
    if asked.kind:
        events = events.filter(kind=asked.kind)
    if asked.month:
        year, month = map(int, asked.month.split("-"))
        events = events.filter(occurred_at__year=year, occurred_at__month=month)
    return events.select_related("municipality").prefetch_related("changes")


def kinds(events: Events) -> list[str]:
    """The types among them, in order."""
    return list(events.order_by("kind").values_list("kind", flat=True).distinct())


def months(events: Events) -> list[date]:
    """The months in which they happened, the latest first."""
    begun = events.annotate(begun=TruncMonth("occurred_at")).order_by("-begun")
    return [one.date() for one in begun.values_list("begun", flat=True).distinct()]


def how_many(events: Events) -> int:
    """How many, without those that tell of many events at once."""
    return events.filter(is_summary=False).aggregate(n=Count("pk"))["n"] or 0
