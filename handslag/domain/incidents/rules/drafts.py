"""What someone hands in, and what must be said in it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.rules.words import (
    Certainty,
    Daypart,
    Inside,
    Known,
    Top,
    Worry,
)

LONGEST_TEXT = 1500
LONGEST_WHERE = 200
MOST_INCIDENTS = 10
# A phone whose clock is wrong is no reason to lose a report.
CLOCK_SLACK = timedelta(hours=26)
OLDEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """When it happened: at a time, in an interval, or at certain times of day."""

    known: Known = Known.UNKNOWN
    starts: datetime | None = None
    ends: datetime | None = None
    dayparts: tuple[Daypart, ...] = ()


@dataclass(frozen=True, slots=True)
class Where:
    """Where it happened. `lon` and `lat` in degrees (WGS 84), `accuracy` in metres,
    `place` the public key of a named place of the municipality."""

    lon: float | None = None
    lat: float | None = None
    accuracy: int | None = None
    place: UUID | None = None
    words: str = ""
    inside: Inside = Inside.UNKNOWN

    @property
    def is_said(self) -> bool:
        return self.lon is not None or self.place is not None or bool(self.words.strip())


@dataclass(frozen=True, slots=True)
class IncidentDraft:
    """One incident of a report, as it was typed."""

    category: str
    where: Where
    when: Occurrence = Occurrence()
    text: str = ""
    worry: Worry | None = None
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """What is sent in one go. `key` is made where it was written, and counts once."""

    key: UUID
    incidents: Sequence[IncidentDraft] = field(default_factory=tuple)
    written_at: datetime | None = None
    email: str = ""
    language: str = "sv"
    source: str = ""


def check_report(draft: ReportDraft, *, now: datetime) -> None:
    """Refuse what cannot be received, with a code for what to do."""
    if not draft.incidents:
        raise NotAllowedError("incidents.nothing_reported")
    if len(draft.incidents) > MOST_INCIDENTS:
        raise NotAllowedError("incidents.too_many", most=MOST_INCIDENTS)
    for incident in draft.incidents:
        check_incident(incident, now=now)


def check_incident(draft: IncidentDraft, *, now: datetime) -> None:
    """One incident says where, what and, if known, when."""
    if not draft.where.is_said:
        raise NotAllowedError("incidents.where_is_missing")
    if (draft.where.lon is None) != (draft.where.lat is None):
        raise NotAllowedError("incidents.half_a_position")
    if len(draft.text) > LONGEST_TEXT:
        raise NotAllowedError("incidents.text_too_long", most=LONGEST_TEXT)
    if len(draft.where.words) > LONGEST_WHERE:
        raise NotAllowedError("incidents.where_too_long", most=LONGEST_WHERE)
    _check_when(draft.when, coming=draft.category == Top.EVENT, now=now)


def _check_when(when: Occurrence, *, coming: bool, now: datetime) -> None:
    if when.known in (Known.EXACT, Known.INTERVAL) and when.starts is None:
        raise NotAllowedError("incidents.time_is_missing")
    if when.known is Known.INTERVAL and when.ends is None:
        raise NotAllowedError("incidents.end_is_missing")
    if when.starts and when.ends and when.ends < when.starts:
        raise NotAllowedError("incidents.ends_before_it_begins")
    if when.starts is None:
        return
    if when.starts > now + CLOCK_SLACK and not coming:
        raise NotAllowedError("incidents.has_not_happened_yet")
    if when.starts < now - OLDEST:
        raise NotAllowedError("incidents.too_long_ago")


def day_of(when: Occurrence, sent: date, happened: date | None) -> date:
    """The day it counts on: when it happened if known, else when it was sent."""
    return happened if when.starts is not None and happened is not None else sent
