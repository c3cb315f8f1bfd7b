"""The police's open events: how often they may be asked, and what they answer.

Rules: https://polisen.se/om-polisen/om-webbplatsen/oppna-data/regler-for-oppna-data/ .
An event is news, not statistics, and its point is the middle of an area.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from handslag.integrations.http import Answer, Fetch
from handslag.integrations.periods import MONTHS
from handslag.integrations.values import BadLine, UnreadableError

ADDRESS = "https://polisen.se/api/events"
SITE = "https://polisen.se"
BETWEEN = timedelta(seconds=10)
IN_AN_HOUR, IN_A_DAY = 60, 1_440
BACK_OFF = timedelta(minutes=15)
LONGEST_BACK_OFF = timedelta(days=1)
MOST_EVENTS = 100_000
_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_GONE, _TOO_MANY, _FINE = 404, 429, 200
_WHEN = re.compile(r"([0-9]{1,2}) ([a-zå]+) ([0-9]{1,2})[.:]([0-9]{2})\Z")
_STATED = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{1,2}):([0-9]{2}:[0-9]{2}) "
    r"([+-][0-9]{2}:[0-9]{2})\Z"
)
_SUMMARY = "sammanfattning"
_COUNTY = " län"


@dataclass(frozen=True, slots=True)
class Pace:
    """When they were asked during the last day, and what they said to it.

    Kept by whoever calls, so that all processes share it."""

    calls: tuple[datetime, ...] = ()
    not_before: datetime | None = None
    refused_in_a_row: int = 0
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One event as they tell of it now.

    `place` is the last part of its name, `stated` what they call its place: since
    2026-01-20 always a county. `municipality` is empty when only a county is told.
    """

    number: int
    kind: str
    place: str
    stated: str
    municipality: str
    occurred_at: datetime
    published_at: datetime
    url: str
    centre: tuple[float, float] | None
    summary: str

    @property
    def is_summary(self) -> bool:
        """It tells of many events at once, and is never counted as one."""
        return self.kind.lower().startswith(_SUMMARY)


@dataclass(frozen=True, slots=True)
class Told:
    """The events of one answer, and those that could not be understood."""

    events: tuple[Event, ...]
    bad: tuple[BadLine, ...]


def next_call(pace: Pace, now: datetime) -> datetime | None:
    """The earliest moment they may be asked; None: never again by itself."""
    if pace.is_off:
        return None
    moments = [now]
    if pace.not_before:
        moments.append(pace.not_before)
    calls = sorted(pace.calls)
    if calls:
        moments.append(calls[-1] + BETWEEN)
    for most, span in ((IN_AN_HOUR, timedelta(hours=1)), (IN_A_DAY, timedelta(days=1))):
        if len(calls) >= most:
            moments.append(calls[-most] + span)
    return max(moments)


def begun(pace: Pace, now: datetime) -> Pace:
    """A call is on its way: counted before it is made, so that a crash counts too."""
    recent = tuple(at for at in pace.calls if at > now - timedelta(days=1))
    return Pace((*recent, now)[-IN_A_DAY:], pace.not_before, pace.refused_in_a_row)


def answered(pace: Pace, answer: Answer, now: datetime) -> Pace:
    """What their answer means: 404 is for ever, 429 and silence are waited out."""
    if answer.status == _FINE:
        return Pace(pace.calls)
    if answer.status == _GONE:
        return Pace(pace.calls, is_off=True)
    times = pace.refused_in_a_row + 1
    wait = min(BACK_OFF * 2 ** min(times - 1, 10), LONGEST_BACK_OFF)
    wait = max(wait, timedelta(seconds=min(answer.retry_after, 7 * 86_400)))
    return Pace(pace.calls, now + wait, times)


def agent(contact: str) -> str:
    """What we call ourselves. They refuse those who do not say whom to reach.

    Raises ValueError (E_NO_CONTACT)."""
    if not re.fullmatch(r"[\x21-\x7e]{3,200}", contact):
        raise ValueError("E_NO_CONTACT")
    return f"Handslag/1.0 (+{contact})"


def ask(
    fetch: Fetch,
    pace: Pace,
    *,
    contact: str,
    now: datetime,
    keep: Callable[[Pace], None],
) -> tuple[Pace, Answer | None]:
    """Ask once if the pace allows it. `keep` stores the pace before the call is made."""
    moment = next_call(pace, now)
    if moment is None or moment > now:
        return pace, None
    name = agent(contact)
    pace = begun(pace, now)
    keep(pace)
    answer = fetch(ADDRESS, name, None)
    return answered(pace, answer, now), answer


def read(body: bytes, municipalities: Sequence[str]) -> Told:
    """The events of an answer or a file: a list, or one event to a line.

    `municipalities` are the names that are known. Nothing at all is an answer as well.
    Raises UnreadableError.
    """
    known = {name.casefold(): name for name in municipalities}
    events: dict[int, Event] = {}
    bad: list[BadLine] = []
    for nr, stated in enumerate(_listed(body), 1):
        try:
            event = _event(stated, known)
        except (UnreadableError, KeyError, TypeError, ValueError, AttributeError) as error:
            code = error.code if isinstance(error, UnreadableError) else "not_an_event"
            bad.append(BadLine(nr, code))
            continue
        events[event.number] = event
    return Told(tuple(events.values()), tuple(bad))


def _listed(body: bytes) -> list[Any]:
    try:
        words = body.decode("utf-8-sig").strip()
        if not words:
            return []
        if words.startswith("["):
            listed = json.loads(words)
        else:
            listed = [json.loads(line) for line in words.split("\n") if line.strip()]
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UnreadableError("not_json") from error
    if len(listed) > MOST_EVENTS:
        raise UnreadableError("too_large")
    return list(listed)


def _event(stated: Any, known: dict[str, str]) -> Event:
    name = _plain(stated["name"])
    place = name.rpartition(",")[2].strip()
    named = _plain(stated["location"]["name"])
    published = _published(stated["datetime"])
    number = int(stated["id"])
    if number <= 0:
        raise UnreadableError("not_an_event")
    return Event(
        number,
        _plain(stated["type"]),
        place,
        named,
        _municipality(place, named, known),
        _occurred(name, published),
        published,
        _address(stated.get("url") or ""),
        _centre(stated["location"].get("gps") or ""),
        _plain(stated.get("summary") or ""),
    )


def _plain(said: str) -> str:
    """One space between words: no-break spaces and trailing ones are theirs."""
    return " ".join(said.split())


def _published(said: str) -> datetime:
    found = _STATED.match(_plain(said))
    if found is None:
        raise UnreadableError("not_a_time", said)
    day, hour, rest, offset = found.groups()
    return datetime.fromisoformat(f"{day}T{hour:0>2}:{rest}{offset}")


def _occurred(name: str, published: datetime) -> datetime:
    """When it happened, from the first part of the name; it states no year."""
    found = _WHEN.match(name.partition(",")[0].strip().lower())
    if found is None or found[2][:3] not in MONTHS:
        return published
    day, month = int(found[1]), MONTHS.index(found[2][:3]) + 1
    hour, minute = int(found[3]), int(found[4])
    local = published.astimezone(_STOCKHOLM)
    for year in (local.year, local.year - 1):
        try:
            moment = datetime(year, month, day, hour, minute, tzinfo=_STOCKHOLM)
        except ValueError:
            continue
        if moment <= published + timedelta(days=1):
            return moment
    return published


def _municipality(place: str, named: str, known: dict[str, str]) -> str:
    """The last part of the name, else the place that they state; a county is none."""
    for said in (place, named):
        if not said.endswith(_COUNTY) and said.casefold() in known:
            return known[said.casefold()]
    return ""


def _address(said: str) -> str:
    """On their own site, or none."""
    if said.startswith("/") and not said.startswith("//"):
        return SITE + said
    return said if said.startswith(f"{SITE}/") else ""


def _centre(said: str) -> tuple[float, float] | None:
    found = re.fullmatch(r"(-?[0-9]{1,2}\.?[0-9]*),(-?[0-9]{1,3}\.?[0-9]*)", said.strip())
    return (float(found[1]), float(found[2])) if found else None
