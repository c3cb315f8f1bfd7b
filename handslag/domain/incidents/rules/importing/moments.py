"""From the dates, times and numbers of a file to ours. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from handslag.core.periods import STOCKHOLM
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.rules.drafts import Occurrence
from handslag.domain.incidents.rules.words import Known
from handslag.integrations.periods import MONTHS

_DAY = re.compile(
    r"(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"|(?P<y2>(?:19|20)\d{2})(?P<m2>\d{2})(?P<d2>\d{2})"
    r"|(?P<d3>\d{1,2})[-/.](?P<m3>\d{1,2})[-/. ]\s?(?P<y3>\d{4})"
    r"|(?P<d4>\d{1,2})\.?\s+(?P<m4>[a-zå]{3,9})\.?\s+(?P<y4>\d{4}))(?!\d)"
)
_TIME = re.compile(
    r"(?:kl\.?|klockan)?\s*(?P<h>\d{1,2})[:.](?P<m>\d{2})"
    r"(?:[:.]\d{2}(?:[.,]\d+)?)?"
    r"\s*(?P<zone>z|[+-]\d{2}:?\d{2})?\Z"
)
_HOUR = re.compile(r"(?:kl\.?|klockan)?\s*(?P<h>\d{1,2})\Z")
_SERIAL = re.compile(r"[2-6]\d{4}(?:[.,]\d+)?\Z")
_FAR = 10_000_000  # metres: farther than the grid reaches
_EXCEL = datetime.combine(date(1899, 12, 30), time())


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the time and zone if they are said."""

    day: date
    at: time | None = None
    zone: timedelta | None = None


def occurrence(day: str, at: str = "") -> Occurrence:
    """When it happened. A day without time is all of that day.

    Raises NotAllowedError for what cannot be understood, and for a time that was not:
    when the clocks are put forward an hour is missing. Of two that were, the first.
    """
    found = moment(day)
    if at.strip():
        clock, zone = _clock(at)
        found = Moment(found.day, clock, zone)
    if found.at is None:
        begins = datetime.combine(found.day, time(), tzinfo=STOCKHOLM)
        ends = datetime.combine(found.day, time(23, 59), tzinfo=STOCKHOLM)
        return Occurrence(Known.INTERVAL, begins.astimezone(UTC), ends.astimezone(UTC))
    return Occurrence(Known.EXACT, _instant(found.day, found.at, found.zone))


def moment(words: str) -> Moment:
    """A day, with its time if there is one: 2026-11-14 21:30, 14/11 2026, 14 nov 2026."""
    said = words.strip().lower()
    if not said:
        raise NotAllowedError("incidents.row_has_no_day")
    if _SERIAL.match(said):
        return _serial(float(said.replace(",", ".")))
    found = _DAY.match(said)
    if found is None:
        raise NotAllowedError("incidents.row_day_is_unclear")
    rest = said[found.end() :].lstrip("t ,").strip()
    clock, zone = _clock(rest) if rest else (None, None)
    return Moment(_date(found), clock, zone)


def decimal(words: str) -> float:
    """A number with a comma or a point, and spaces between thousands."""
    plain = re.sub(r"[\s\u00a0]", "", words).replace(",", ".").replace("\u2212", "-")
    try:
        number = float(plain)
    except ValueError:
        raise NotAllowedError("incidents.row_position_is_unclear") from None
    if not abs(number) < _FAR:  # neither infinite nor no number
        raise NotAllowedError("incidents.row_position_is_unclear")
    return number


def _date(found: re.Match[str]) -> date:
    given = {name: value for name, value in found.groupdict().items() if value}
    parts = {name[0]: value for name, value in given.items()}
    month = parts["m"]
    try:
        number = int(month) if month.isdigit() else MONTHS.index(month[:3]) + 1
        return date(int(parts["y"]), number, int(parts["d"]))
    except ValueError:
        raise NotAllowedError("incidents.row_day_is_unclear") from None


def _clock(words: str) -> tuple[time, timedelta | None]:
    said = words.strip().lower()
    found = _TIME.match(said) or _HOUR.match(said)
    if found is None:
        raise NotAllowedError("incidents.row_time_is_unclear")
    given = found.groupdict()
    try:
        at = time(int(given["h"]), int(given.get("m") or 0))
    except ValueError:
        raise NotAllowedError("incidents.row_time_is_unclear") from None
    return at, _zone(given.get("zone"))


def _zone(words: str | None) -> timedelta | None:
    if not words:
        return None
    if words == "z":
        return timedelta()
    minutes = int(words[1:3]) * 60 + int(words[-2:])
    return timedelta(minutes=-minutes if words[0] == "-" else minutes)


def _serial(number: float) -> Moment:
    """What Excel counts: days since 1900, and parts of them."""
    instant = _EXCEL + timedelta(days=int(number), minutes=round(number % 1 * 1440))
    return Moment(instant.date(), instant.time() if number % 1 else None)


def _instant(day: date, at: time, zone: timedelta | None) -> datetime:
    if zone is not None:
        return datetime.combine(day, at, tzinfo=UTC) - zone
    local = datetime.combine(day, at, tzinfo=STOCKHOLM)
    instant = local.astimezone(UTC)
    if instant.astimezone(STOCKHOLM).time() != at:
        raise NotAllowedError("incidents.row_hour_was_not")
    return instant
