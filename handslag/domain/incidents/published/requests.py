"""What other systems may know: what can be handed in, and how what was handed in stands.

There is no list of reports for everyone. Whoever holds the number of a report, or the
key that it came by, is told how it stands: never its words, never its point.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, QuerySet
from django.db.models.functions import Coalesce

from handslag.domain.incidents.models import Category, Desk, Incident
from handslag.domain.incidents.queries.machines import key_shown
from handslag.domain.incidents.queries.reports import report_by_code
from handslag.domain.incidents.rules import Channel, Outcome, Phase, Precision, Top
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.queries import municipality_by_slug


@dataclass(frozen=True, slots=True)
class Receiver:
    """A municipality that receives reports from other systems."""

    name: str
    slug: str
    code: str
    contact: str
    is_example: bool


@dataclass(frozen=True, slots=True)
class Service:
    """One kind of report that can be handed in."""

    code: str
    sv: str
    en: str
    top: Top


@dataclass(frozen=True, slots=True)
class Request:
    """How one report stands."""

    id: UUID
    is_open: bool
    outcome: Outcome | None
    service_code: str
    service_name: str
    agency: str
    requested_at: datetime
    updated_at: datetime
    expected_on: date | None
    place: str


@dataclass(frozen=True, slots=True)
class Machine:
    """A system that has shown a key which holds here."""

    key: UUID

    @property
    def prefix(self) -> str:
        """What the numbers of its reports begin with."""
        return f"{self.key.hex[:8]}:"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which of its own reports a system asks for."""

    start: datetime | None = None
    end: datetime | None = None
    codes: tuple[str, ...] = ()
    is_open: bool | None = None
    page: int = 1
    on_a_page: int = 50


def receiver(slug: str) -> Receiver | None:
    """The municipality, if it has opened its desk to other systems."""
    found = municipality_by_slug(slug)
    desk = Desk.objects.filter(within=found, is_open_to_machines=True).first()
    if found is None or desk is None:
        return None
    contact = found.contact_email or found.contact_phone or found.name
    return Receiver(found.name, slug, found.code, contact, desk.is_example)


def services(slug: str) -> list[Service]:
    """What residents can choose, and so what other systems can hand in."""
    rows = Category.objects.filter(
        within=municipality_by_slug(slug), is_ended=False, for_residents=True
    )
    return [
        Service(one.code, one.sv, one.en or one.sv, Top(one.top))
        for one in rows.order_by("position", "pk")
    ]


def machine(slug: str, words: str) -> Machine | None:
    """Who shows this key."""
    found = municipality_by_slug(slug)
    key = key_shown(found, words) if found is not None else None
    return Machine(key.public_id) if key is not None else None


def by_number(slug: str, numbers: Sequence[UUID]) -> list[Request]:
    """Those with these numbers that other systems handed in; no other is answered."""
    rows = _handed_in(municipality_by_slug(slug)).filter(public_id__in=numbers)
    return _told(rows)


def by_receipt(slug: str, code: str) -> UUID | None:
    """The number of the report that a receipt is for."""
    report = report_by_code(code)
    rows = _handed_in(municipality_by_slug(slug)).filter(report=report)
    one = rows.first() if report is not None else None
    return one.public_id if one is not None else None


def of_machine(slug: str, who: Machine, wish: Wish) -> list[Request]:
    """What a system itself has handed in, the latest first."""
    rows = _handed_in(municipality_by_slug(slug))
    rows = rows.filter(report__source__startswith=who.prefix)
    if wish.start is not None:
        rows = rows.filter(received_at__gte=wish.start)
    if wish.end is not None:
        rows = rows.filter(received_at__lte=wish.end)
    if wish.codes:
        rows = rows.filter(category__code__in=wish.codes)
    if wish.is_open is not None:
        closed = Phase.CLOSED.value
        rows = rows.exclude(phase=closed) if wish.is_open else rows.filter(phase=closed)
    first = (wish.page - 1) * wish.on_a_page
    return _told(rows, first, first + wish.on_a_page)


def _handed_in(within: Organisation | None) -> QuerySet[Incident]:
    return Incident.objects.filter(within=within, channel=Channel.OPEN311)


def _told(
    rows: QuerySet[Incident], first: int = 0, last: int | None = None
) -> list[Request]:
    """One query, whatever the number of rows."""
    found = rows.select_related("category", "owner", "within", "place").annotate(
        updated=Coalesce(Max("steps__at"), "received_at")
    )
    return [_request(one, one.updated) for one in found.order_by("-pk")[first:last]]


def _request(one: Incident, updated: datetime) -> Request:
    named = one.place if one.precision == Precision.PLACE else None
    return Request(
        id=one.public_id,
        is_open=one.phase != Phase.CLOSED,
        outcome=Outcome(one.outcome) if one.outcome else None,
        service_code=one.category.code,
        service_name=one.category.sv,
        agency=(one.owner or one.within).name,
        requested_at=one.received_at,
        updated_at=updated,
        expected_on=one.due,
        place=named.name if named is not None else "",
    )
