"""Receiving a report: once, whole, with its counters, and without persons in it."""

import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from handslag.core.access import Act, Actor, ForbiddenError, require
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import (
    Category,
    Contact,
    Desk,
    Held,
    Incident,
    Report,
)
from handslag.domain.incidents.queries.reports import hash_of, report_by_key
from handslag.domain.incidents.queries.ways import ways_of
from handslag.domain.incidents.rules import Channel, IncidentDraft, ReportDraft
from handslag.domain.incidents.rules.codes import code_of, plain_code
from handslag.domain.incidents.rules.drafts import check_report
from handslag.domain.incidents.rules.routing import Way, chosen, due_on
from handslag.domain.incidents.services.counting import count
from handslag.domain.incidents.services.placing import Placed, placed, places_named
from handslag.domain.incidents.services.reading_words import HELD_FOR, weigh
from handslag.domain.organisations import maps
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.organisations.queries import party_organisations


@dataclass(frozen=True, slots=True)
class Received:
    """What came of it: the report, the code of its receipt, whether it is new."""

    report: Report
    code: str
    is_new: bool


def receive(
    actor: Actor,
    municipality: Organisation,
    draft: ReportDraft,
    *,
    channel: Channel,
    by: Organisation | None = None,
    now: datetime,
) -> Received:
    """Take in a report. The same key gives the same receipt, however often it is sent.

    `by` is the organisation in whose service a reporter writes. Raises NotAllowedError
    with a code for the page, and stores nothing then.
    """
    try:
        return _receive(actor, municipality, draft, channel=channel, by=by, now=now)
    except IntegrityError:
        # The same report came twice at the same moment, and the other was first.
        return _receive(actor, municipality, draft, channel=channel, by=by, now=now)


@transaction.atomic
def _receive(
    actor: Actor,
    municipality: Organisation,
    draft: ReportDraft,
    *,
    channel: Channel,
    by: Organisation | None,
    now: datetime,
) -> Received:
    desk = _may_report(actor, municipality, channel=channel, by=by, now=now)
    code = receipt_code(draft.key) if channel in _WITH_RECEIPT else ""
    there = report_by_key(draft.key)
    if there is not None:
        if there.within_id != municipality.pk or there.person_id != actor.person_id:
            raise NotAllowedError("incidents.key_is_taken")
        return Received(there, code, is_new=False)
    check_report(draft, now=now)
    if channel in _POINTED_OUT:
        _check_inside(municipality, draft)
    report = Report.objects.create(
        within=municipality,
        channel=channel,
        by=by,
        person_id=actor.person_id,
        code_hash=hash_of(plain_code(code)) if code else "",
        sent_at=now,
        **_as_sent(draft),
    )
    incidents = _incidents(report, desk, draft.incidents, now)
    if draft.email:
        Contact.objects.create(report=report, email=draft.email)
    record(
        actor,
        "incidents.received",
        report,
        on_behalf=by.pk if by else None,
        channel=channel.value,
        incidents=len(incidents),
    )
    return Received(report, code, is_new=True)


# Those who point out a place on a map of the municipality.
_POINTED_OUT = frozenset({Channel.RESIDENT, Channel.REPORTER})


def _check_inside(municipality: Organisation, draft: ReportDraft) -> None:
    for where in (one.where for one in draft.incidents):
        if where.lon is None or where.lat is None:
            continue
        if not maps.holds(municipality.code, where.lon, where.lat):
            raise NotAllowedError("incidents.outside_the_municipality")


def _as_sent(draft: ReportDraft) -> dict[str, Any]:
    return {
        "key": draft.key,
        "language": draft.language,
        "source": draft.source,
        "written_at": draft.written_at,
    }


_WITH_RECEIPT = frozenset({Channel.RESIDENT, Channel.OPEN311})
# What others may see of these is said by the terms of the municipality.
_ON_TERMS = frozenset({Channel.RESIDENT, Channel.IMPORTED})


def receipt_code(key: UUID) -> str:
    """The code of the receipt for the report with this key: the same each time it is
    asked for, so that a receipt lost on the way can be shown again by sending again."""
    secret = settings.SECRET_KEY.encode()
    return code_of(hmac.digest(secret, b"handslag.receipt." + key.bytes, sha256))


def _may_report(
    actor: Actor,
    municipality: Organisation,
    *,
    channel: Channel,
    by: Organisation | None,
    now: datetime,
) -> Desk:
    desk = Desk.objects.filter(within=municipality).first()
    if desk is None:
        raise NotAllowedError("incidents.does_not_receive")
    if channel is Channel.RESIDENT and not desk.is_open_to_residents:
        raise NotAllowedError("incidents.closed_to_residents")
    if channel is Channel.OPEN311 and not desk.is_open_to_machines:
        raise NotAllowedError("incidents.closed_to_machines")
    if channel in (Channel.REPORTER, Channel.STAFF):
        if by is None:
            raise ForbiddenError("A reporter writes in the service of an organisation.")
        require(actor, Act.REPORT_INCIDENTS, in_any_of=frozenset({by.pk}))
        _is_near(municipality, by, stockholm_day(now))
    return desk


def _is_near(municipality: Organisation, by: Organisation, today: date) -> None:
    """Whoever is tied to the municipality, or sits in a group with it, reports there."""
    if by.pk == municipality.pk:
        return
    tied = party_organisations(municipality, today=today).filter(pk=by.pk)
    together = by.groups.filter(
        until__isnull=True, group__members__organisation=municipality
    )
    if not tied.exists() and not together.exists():
        raise NotAllowedError("incidents.reports_elsewhere")


def _incidents(
    report: Report, desk: Desk, drafts: Sequence[IncidentDraft], now: datetime
) -> list[Incident]:
    """Build, store, count and route all incidents of a report, in few statements."""
    known = known_in(report.within_id, desk, drafts)
    today = stockholm_day(now)
    built = [build(report, draft, known, today) for draft in drafts]
    rows = [row for row, _held in built]
    Incident.objects.bulk_create(rows)
    hold(built, today)
    count(rows, by=1)
    return rows


@dataclass(frozen=True, slots=True)
class Known:
    """What the municipality has decided, as far as these drafts ask: read once for all."""

    desk: Desk
    categories: Mapping[str, Category]
    places: Mapping[UUID, Place]
    ways: Sequence[Way]


def known_in(within: int, desk: Desk, drafts: Sequence[IncidentDraft]) -> Known:
    """The categories, places and ways that these drafts ask for. Three queries."""
    return Known(
        desk,
        _categories(within, drafts),
        places_named(within, [draft.where.place for draft in drafts]),
        ways_of(within),
    )


def build(
    report: Report, draft: IncidentDraft, known: Known, today: date
) -> tuple[Incident, list[Held]]:
    """One incident, placed and given away, without words that may name somebody; those
    beside it, to be held. Nothing is stored."""
    where = placed(draft.where, known.places)
    row = _row(report, draft, known.categories[draft.category], where)
    row.shared = report.channel not in _ON_TERMS or known.desk.shares_with_group
    way = chosen(known.ways, category=row.category.code, top=row.top, places=where.around)
    if way is not None:
        row.owner_id, row.due = way.owner, due_on(today, way.days)
        row.phase = "assigned"
    return row, weigh(row, draft)


def _categories(within: int, drafts: Sequence[IncidentDraft]) -> Mapping[str, Category]:
    wanted = {draft.category for draft in drafts}
    found = Category.objects.filter(within=within, code__in=wanted, is_ended=False)
    by_code = {one.code: one for one in found}
    if wanted - by_code.keys():
        raise NotAllowedError("incidents.unknown_category")
    return by_code


def _row(
    report: Report, draft: IncidentDraft, category: Category, where: Placed
) -> Incident:
    happened = stockholm_day(draft.when.starts) if draft.when.starts else None
    return Incident(
        report=report,
        within_id=report.within_id,
        channel=report.channel,
        by_id=report.by_id,
        received_at=report.sent_at,
        category=category,
        top=category.top,
        worry=draft.worry or "",
        certainty=draft.certainty or "",
        lon=where.lon,
        lat=where.lat,
        accuracy=draft.where.accuracy,
        east=where.east,
        north=where.north,
        precision=where.precision,
        place_id=where.place,
        inside=draft.where.inside,
        known=draft.when.known,
        starts=draft.when.starts,
        ends=draft.when.ends,
        dayparts=",".join(draft.when.dayparts),
        day=happened or stockholm_day(report.sent_at),
    )


def hold(built: Iterable[tuple[Incident, Sequence[Held]]], today: date) -> None:
    """Words that may name somebody wait for the moderator, each with its incident."""
    waiting = []
    for row, words in built:
        for one in words:
            one.incident, one.within_id = row, row.within_id
            one.until = today + timedelta(days=HELD_FOR)
            waiting.append(one)
    if waiting:
        Held.objects.bulk_create(waiting)
