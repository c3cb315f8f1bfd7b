"""Fixing the public map: once for each month that is over."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Max, QuerySet

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.core.periods import STOCKHOLM, stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import (
    Desk,
    Drawn,
    Incident,
    Release,
    ReleasedSquare,
)
from handslag.domain.incidents.rules import Channel, Inside
from handslag.domain.incidents.rules.release import (
    LONGEST,
    NOT_DRAWN,
    SIZE,
    Released,
    Waiting,
    is_closed,
    latest_closed,
    month_after,
    month_of,
    months_before,
    to_release,
)
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.queries import inhabitants_by_square
from handslag.domain.organisations.services import bump_public
from handslag.statistics.grid import cell


@transaction.atomic
def release_map(
    actor: Actor, municipality: Organisation, *, month: date, now: datetime
) -> Release:
    """Fix the map of a month. The same month again gives what was fixed the first time.

    Raises NotAllowedError: incidents.month_is_open, incidents.later_month_is_released
    (what waits would be counted as if it had waited less), incidents.no_desk,
    incidents.no_inhabitants.
    """
    require_system(actor)
    desk = Desk.objects.select_for_update().filter(within=municipality).first()
    if desk is None:
        raise NotAllowedError("incidents.no_desk")
    made = Release.objects.filter(within=municipality)
    if there := made.filter(month=month).first():
        return there
    _check_month(made, month, now)
    inhabitants = inhabitants_by_square(municipality, SIZE)
    if not inhabitants:
        raise NotAllowedError("incidents.no_inhabitants")
    found = to_release(_waiting(municipality, month), inhabitants)
    since = _since(municipality, desk, month)
    release = Release.objects.create(within=municipality, month=month, made_at=now)
    _draw(release, found, since)
    bump_public(municipality)
    record(
        actor,
        "incidents.map_released",
        release,
        on_behalf=municipality.pk,
        month=month,
        squares=len(found),
    )
    return release


@transaction.atomic
def release_due(actor: Actor, *, now: datetime) -> int:
    """Fix the map of the latest closed month wherever it is not, and can be."""
    require_system(actor)
    month = latest_closed(stockholm_day(now))
    late = Organisation.objects.filter(desk__isnull=False, squares__isnull=False)
    done = Release.objects.filter(month__gte=month).values("within")
    waiting = late.exclude(pk__in=done).distinct()
    for municipality in waiting:
        release_map(actor, municipality, month=month, now=now)
    return len(waiting)


def _check_month(made: QuerySet[Release], month: date, now: datetime) -> None:
    if not is_closed(month, stockholm_day(now)):
        raise NotAllowedError("incidents.month_is_open")
    if made.filter(month__gt=month).exists():
        raise NotAllowedError("incidents.later_month_is_released")


def _draw(release: Release, found: list[Released], since: dict[int, date]) -> None:
    """Write down the numbers, and that what is in them is counted."""
    ReleasedSquare.objects.bulk_create(
        ReleasedSquare(
            release=release,
            square=one.square,
            since=since.get(one.square, since[0]),
            n=one.n,
        )
        for one in found
    )
    drawn = (Drawn(incident_id=key) for one in found for key in one.incidents)
    Drawn.objects.bulk_create(drawn, batch_size=500)


def _waiting(municipality: Organisation, month: date) -> Iterable[Waiting]:
    """What came in until the end of the month and is in no number yet: outdoors, at a
    known point, shared with the group, and a trouble."""
    begins, ends = (
        datetime.combine(day, time(), tzinfo=STOCKHOLM)
        for day in (months_before(month, LONGEST - 1), month_after(month))
    )
    rows = (
        Incident.objects.filter(within=municipality, drawn__isnull=True)
        .filter(received_at__gte=begins, received_at__lt=ends)
        .filter(inside=Inside.OUTDOORS, shared=True, east__isnull=False)
        .exclude(top__in=NOT_DRAWN)
        .order_by("pk")
        .values_list(
            *("pk", "report", "east", "north", "received_at", "channel"),
            *("report__person", "by"),
        )
    )
    for key, report, east, north, received, channel, person, by in rows.iterator():
        square = cell(east, north, SIZE)
        day = stockholm_day(received)
        yield Waiting(key, report, square, day, Channel(channel), person, by)


def _since(municipality: Organisation, desk: Desk, month: date) -> dict[int, date]:
    """The first month that a number of each square is about; 0: of a square that has
    had none. The month after its last number, and not before reports are kept."""
    earliest = months_before(month, LONGEST - 1)
    begun = month_of(stockholm_day(desk.opened_at))
    last = (
        ReleasedSquare.objects.filter(release__within=municipality)
        .values_list("square")
        .annotate(Max("release__month"))
    )
    found = {square: max(month_after(latest), earliest) for square, latest in last}
    return {0: min(max(begun, earliest), month), **found}
