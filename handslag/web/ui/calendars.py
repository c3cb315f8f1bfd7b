"""Days and meetings as a calendar file (iCalendar, RFC 5545) that any calendar can follow.

Times are Swedish. An event keeps its `uid` for ever: a changed one has a higher
`sequence`, one that is called off stays in the file and says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import (
    Calendar,
    Component,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
)
from icalendar import Event as Entry

from handslag.core.periods import STOCKHOLM

MEDIA_TYPE = "text/calendar; charset=utf-8"
_PROGRAM = "-//Handslag//Handslag//SV"
# How often a calendar that follows the feed should ask again.
_ASK_AGAIN = timedelta(hours=6)
# Summer time has begun and ended by these rules since 1996; the hours are of the place.
_SUMMER = (TimezoneDaylight, "CEST", datetime(1996, 3, 31, 2), 3, 1, 2)  # noqa: DTZ001
_WINTER = (TimezoneStandard, "CET", datetime(1996, 10, 27, 3), 10, 2, 1)  # noqa: DTZ001


@dataclass(frozen=True, slots=True)
class Event:
    """One entry. `starts` is an instant, or a day: then it lasts the whole day.

    `ends` is an instant, or the last day, inclusive. `changed_at` is when the
    thing behind it was last changed, so that the same file is the same bytes.
    """

    uid: str
    starts: datetime | date
    title: str
    changed_at: datetime
    ends: datetime | date | None = None
    description: str = ""
    url: str = ""
    place: str = ""
    sequence: int = 0
    cancelled: bool = False

    @property
    def all_day(self) -> bool:
        return not isinstance(self.starts, datetime)


def calendar(events: Iterable[Event], *, name: str) -> bytes:
    """The file: the calendar's name, the Swedish clock and the events as they come."""
    file = Calendar()
    file.add("prodid", _PROGRAM)
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("name", name)
    file.add("x-wr-calname", name)
    file.add("refresh-interval", _ASK_AGAIN, parameters={"VALUE": "DURATION"})
    file.add("x-published-ttl", _ASK_AGAIN)
    file.add_component(_swedish_clock())
    for event in events:
        file.add_component(_entry(event))
    return bytes(file.to_ical())


def _entry(event: Event) -> Entry:
    entry = Entry()
    entry.add("uid", event.uid)
    entry.add("dtstamp", event.changed_at.astimezone(UTC))
    entry.add("last-modified", event.changed_at.astimezone(UTC))
    entry.add("dtstart", _swedish(event.starts))
    if event.ends is not None:
        entry.add("dtend", _swedish(_after(event.ends)))
    entry.add("sequence", event.sequence)
    entry.add("summary", event.title)
    for field, text in (
        ("description", event.description),
        ("location", event.place),
        ("url", event.url),
    ):
        if text:
            entry.add(field, text)
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    # A day by which something is to be done keeps nobody from other meetings.
    entry.add("transp", "TRANSPARENT" if event.all_day else "OPAQUE")
    return entry


def _after(ends: datetime | date) -> datetime | date:
    """The format names the first day that is no longer part of it."""
    return ends if isinstance(ends, datetime) else ends + timedelta(days=1)


def _swedish(when: datetime | date) -> datetime | date:
    return when.astimezone(STOCKHOLM) if isinstance(when, datetime) else when


def _swedish_clock() -> Timezone:
    """Rules instead of a list of days: older calendars do not read such lists."""
    clock = Timezone()
    clock.add("tzid", STOCKHOLM.key)
    for kind, called, first, month, before, after in (_SUMMER, _WINTER):
        part: Component = kind()
        part.add("tzname", called)
        part.add("dtstart", first)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        clock.add_component(part)
    return clock
