"""What those who reported are told: their own, their organisation's, a municipality's."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.incidents.models import (
    Incident,
    LetterDeclined,
    MonthTold,
    Report,
    Step,
)
from handslag.domain.incidents.queries.fates import received_in, span_of
from handslag.domain.incidents.rules.fates import ANSWERS
from handslag.domain.organisations.models import Kind, Membership, Organisation


def own_in(actor: Actor, month: date) -> QuerySet[Incident]:
    """What the person reported in service in a month."""
    return _own(actor).filter(received_in(month))


def own_earlier(actor: Actor, month: date) -> QuerySet[Incident]:
    """What the person reported before, with which something was done in this month."""
    return dealt_with_later(_own(actor), month)


def _own(actor: Actor) -> QuerySet[Incident]:
    if actor.person_id is None:
        return Incident.objects.none()
    return Incident.objects.filter(report__person=actor.person_id, by__isnull=False)


def dealt_with_later(rows: QuerySet[Incident], month: date) -> QuerySet[Incident]:
    """Those of an earlier month with which something was done in this one."""
    first, after = span_of(month, month)
    steps = Step.objects.filter(deed__in=ANSWERS, at__gte=first, at__lt=after)
    here = Exists(steps.filter(incident=OuterRef("pk")))
    there = Exists(steps.filter(incident=OuterRef("merged_into")))
    return rows.filter(here | there, received_at__lt=first)


def reported_for(organisation: Organisation, month: date) -> QuerySet[Incident]:
    """What was reported in the service of an organisation in a month."""
    return Incident.objects.filter(received_in(month), by=organisation)


def received_by(municipality: Organisation, month: date) -> QuerySet[Incident]:
    """What a municipality received in a month."""
    return Incident.objects.filter(received_in(month), within=municipality)


def with_steps(rows: QuerySet[Incident]) -> QuerySet[Incident]:
    """With all that is told of each, newest first."""
    steps = Step.objects.select_related("by").order_by("at", "pk")
    return (
        rows.select_related(
            *("category", "place", "owner", "within__desk", "merged_into__owner"),
            "report",
        )
        .prefetch_related(Prefetch("steps", steps), Prefetch("merged_into__steps", steps))
        .order_by("-received_at", "-pk")
    )


def reporting_for(actor: Actor) -> QuerySet[Organisation]:
    """The organisations whose reports the person may see."""
    found = Organisation.objects.filter(pk__in=actor.where(Act.SEE_REPORTS))
    return found.order_by("name", "pk")


def receiving(actor: Actor) -> QuerySet[Organisation]:
    """The municipalities that receive reports, and whose reports the person handles."""
    found = Organisation.objects.filter(
        pk__in=actor.where(Act.HANDLE_REPORTS), kind=Kind.MUNICIPALITY, desk__isnull=False
    )
    return found.order_by("name", "pk")


def roles_in(organisation: Organisation, persons: Collection[int]) -> dict[int, str]:
    """The role of each of these persons there: today's, else the latest they had."""
    rows = Membership.objects.filter(organisation=organisation, person__in=persons)
    return dict(rows.order_by("since", "pk").values_list("person", "role"))


def names_of(organisations: Collection[int]) -> dict[int, str]:
    """The names of these, in their order."""
    rows = Organisation.objects.filter(pk__in=organisations).order_by("name", "pk")
    return dict(rows.values_list("pk", "name"))


def wants_no_letter(actor: Actor) -> bool:
    return LetterDeclined.objects.filter(person=actor.person_id).exists()


def to_be_told(month: date) -> QuerySet[Organisation]:
    """The organisations in whose service something was reported in this month, or dealt
    with that was reported before, and whose reporters have not been told of it."""
    own = Incident.objects.filter(by=OuterRef("pk"), report__person__isnull=False)
    there = Exists(own.filter(received_in(month))) | Exists(dealt_with_later(own, month))
    told = MonthTold.objects.filter(month=month).values("organisation")
    reporting = Report.objects.filter(person__isnull=False, by__isnull=False)
    found = Organisation.objects.filter(there, pk__in=reporting.values("by"))
    return found.exclude(pk__in=told).order_by("pk")
