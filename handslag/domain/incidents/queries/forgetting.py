"""What is to be forgotten on a day: for those who forget, and for those who ask before."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from handslag.core.deadlines import months_after
from handslag.domain.incidents.models import (
    Contact,
    Held,
    Incident,
    Photo,
    Reading,
    Report,
    Step,
)
from handslag.domain.incidents.rules import Phase
from handslag.domain.incidents.rules.retention import (
    CONTACT_MONTHS,
    KEPT_MONTHS,
    PERSON_MONTHS,
)


def contacts_to_forget(today: date) -> QuerySet[Contact]:
    """Addresses of residents, all of whose report has been closed for a month."""
    last = months_after(today, -CONTACT_MONTHS)
    return Contact.objects.filter(~Exists(_unfinished(last, "report")))


def persons_to_forget(today: date) -> QuerySet[Report]:
    """Reports whose reporter has been told what became of them."""
    last = months_after(today, -PERSON_MONTHS)
    rows = Report.objects.filter(person__isnull=False)
    return rows.filter(~Exists(_unfinished(last, "pk")))


def held_to_forget(today: date) -> QuerySet[Held]:
    """Words that nobody decided on in time."""
    return Held.objects.filter(until__lt=today)


def photos_to_forget(today: date) -> QuerySet[Photo]:
    """Pictures that nobody looked at in time."""
    return Photo.objects.filter(until__lt=today, waiting__isnull=False)


def readings_to_forget(today: date) -> QuerySet[Reading]:
    """Who read what, as old as what was read."""
    return Reading.objects.filter(at__date__lt=months_after(today, -KEPT_MONTHS))


def reports_to_forget(today: date) -> QuerySet[Report]:
    """Old reports that are closed, and those with which nobody has done anything for as
    long. What something younger was put together with waits for that."""
    last = months_after(today, -KEPT_MONTHS)
    old = Report.objects.filter(sent_at__date__lt=last)
    going = old.filter(~Exists(_alive(last)))
    staying = Incident.objects.filter(merged_into__report=OuterRef("pk"))
    staying = staying.exclude(report__in=going.order_by().values("pk"))
    return going.filter(~Exists(staying)).order_by("pk")


def unfinished_among(reports: QuerySet[Report]) -> QuerySet[Report]:
    """Those of these that nobody has closed."""
    return reports.filter(Exists(_open("pk")))


def to_forget(within: int, today: date) -> Mapping[str, int]:
    """How much of each kind goes in one municipality on this day."""
    reports = reports_to_forget(today).filter(within=within)
    unfinished = unfinished_among(reports).count()
    return {
        "closed": reports.count() - unfinished,
        "unfinished": unfinished,
        "contacts": contacts_to_forget(today).filter(report__within=within).count(),
        "persons": persons_to_forget(today).filter(within=within).count(),
        "held": held_to_forget(today).filter(within=within).count(),
        "photos": photos_to_forget(today).filter(incident__within=within).count(),
        "readings": readings_to_forget(today).filter(within=within).count(),
    }


def _open(report: str) -> QuerySet[Incident]:
    """What is not closed of the report with this number. What was put together with
    another is closed when that one is."""
    rows = Incident.objects.filter(report=OuterRef(report))
    state = rows.annotate(now=Coalesce("merged_into__phase", "phase"))
    return state.exclude(now=Phase.CLOSED.value)


def _alive(last: date) -> QuerySet[Incident]:
    """What is not closed, and came or was dealt with on this day or later."""
    own = Q(incident=OuterRef("pk")) | Q(incident=OuterRef("merged_into"))
    steps = Step.objects.filter(own, at__date__gte=last)
    came = Q(merged_into__received_at__date__gte=last)
    return _open("pk").filter(came | Exists(steps))


def _unfinished(last: date, report: str) -> QuerySet[Incident]:
    """What is not closed, or was closed after this day."""
    rows = Incident.objects.filter(report=OuterRef(report))
    state = rows.annotate(
        now=Coalesce("merged_into__phase", "phase"),
        on=Coalesce("merged_into__closed_on", "closed_on"),
    )
    return state.filter(~Q(now=Phase.CLOSED.value) | Q(on__gt=last))
