"""One incident and what belongs to it."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from handslag.domain.incidents.models import Incident, Message, Photo, Step
from handslag.domain.incidents.queries.owners import in_groups_with
from handslag.domain.organisations.models import Organisation


def steps_of(incident: Incident) -> QuerySet[Step]:
    """What was done, in order."""
    return incident.steps.select_related("by", "owner").order_by("at", "pk")


def of_the_same_report(
    visible: QuerySet[Incident], incident: Incident
) -> Sequence[Incident]:
    """What else was told in the same report, as far as the viewer may see it."""
    rows = visible.filter(report=incident.report_id).exclude(pk=incident.pk)
    return list(rows.select_related("category", "place").order_by("pk"))


def merged_into(visible: QuerySet[Incident], incident: Incident) -> Sequence[Incident]:
    """Those that were put together with it, as far as the viewer may see them."""
    rows = visible.filter(merged_into=incident.pk)
    return list(rows.select_related("category", "place").order_by("pk"))


def photos_of(incident: Incident) -> QuerySet[Photo]:
    """The pictures that a moderator has let through."""
    return incident.photos.filter(file__isnull=False).order_by("pk")


def conversation_of(incident: Incident) -> QuerySet[Message]:
    """What was asked and answered about the report."""
    rows = Message.objects.filter(report=incident.report_id)
    return rows.select_related("by").order_by("at", "pk")


def seers_of(incident: Incident, *, today: date) -> QuerySet[Organisation]:
    """Who sees it: those tied to it and, when it is shared, those of the groups."""
    tied = Q(pk__in=[incident.within_id, incident.by_id or 0, incident.owner_id or 0])
    if incident.shared:
        tied |= Q(pk__in=in_groups_with(incident.within_id, today=today))
    return Organisation.objects.filter(tied).order_by("name", "pk")
