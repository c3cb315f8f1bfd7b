"""Releasing how many reports led to something: once for each stretch of months."""

from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Desk, Incident, LedShare
from handslag.domain.incidents.queries.fates import received_in, told
from handslag.domain.incidents.rules.release import month_after, month_of, months_before
from handslag.domain.incidents.rules.shares import (
    FEWEST_REPORTS,
    LONGEST,
    Figure,
    counted,
    figure,
    month_due,
)
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.services import bump_public


@transaction.atomic
def release_share(
    actor: Actor, municipality: Organisation, *, month: date, now: datetime
) -> LedShare | None:
    """Release the share of all months up to this one that are in no share yet. None when
    they are too few: then they wait for the next month.

    The same month again gives what was released. Raises NotAllowedError:
    incidents.no_desk, incidents.month_is_open, incidents.later_month_is_released.
    """
    require_system(actor)
    desk = Desk.objects.select_for_update().filter(within=municipality).first()
    if desk is None:
        raise NotAllowedError("incidents.no_desk")
    if month > month_due(stockholm_day(now)):
        raise NotAllowedError("incidents.month_is_open")
    last = LedShare.objects.filter(within=municipality).order_by("-month").first()
    if last is not None and last.month >= month:
        if last.month > month:
            raise NotAllowedError("incidents.later_month_is_released")
        return last
    since = _first_month(desk, last, month)
    found = _figure(municipality, since, month)
    if found is None:
        return None
    share = _stored(municipality, since, month, found, now)
    bump_public(municipality)
    record(
        actor,
        "incidents.share_released",
        share,
        on_behalf=municipality.pk,
        since=since,
        month=month,
    )
    return share


@transaction.atomic
def release_shares_due(actor: Actor, *, now: datetime) -> int:
    """Release the share of the latest month that may be judged, wherever it can be."""
    require_system(actor)
    month = month_due(stockholm_day(now))
    done = LedShare.objects.filter(month__gte=month).values("within")
    waiting = Organisation.objects.filter(desk__isnull=False).exclude(pk__in=done)
    shares = (
        release_share(actor, one, month=month, now=now) for one in waiting.order_by("pk")
    )
    return sum(share is not None for share in shares)


def _first_month(desk: Desk, last: LedShare | None, month: date) -> date:
    """The first month that is in no share yet, and of which all is still there."""
    begun = month_of(stockholm_day(desk.opened_at))
    after = month_after(last.month) if last is not None else begun
    return max(after, months_before(month, LONGEST - 1))


def _figure(municipality: Organisation, since: date, month: date) -> Figure | None:
    rows = Incident.objects.filter(received_in(month, since=since), within=municipality)
    if since > month or rows.values("report").distinct().count() < FEWEST_REPORTS:
        return None
    return figure(counted(told(rows)))


def _stored(
    municipality: Organisation, since: date, month: date, found: Figure, now: datetime
) -> LedShare:
    return LedShare.objects.create(
        within=municipality,
        since=since,
        month=month,
        n=found.n,
        tenths=found.tenths,
        parts=[{"fates": list(part.fates), "n": part.n} for part in found.parts],
        half_within=found.half_within,
        made_at=now,
    )
