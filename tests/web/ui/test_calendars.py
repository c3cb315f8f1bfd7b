"""A calendar file that other calendars can follow."""

from datetime import UTC, date, datetime, time

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.periods import STOCKHOLM
from handslag.web.ui.calendars import Event, calendar

CHANGED = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
MEETING = Event(
    uid="6f1c@handslag.example",
    starts=datetime(2026, 12, 3, 12, 0, tzinfo=UTC),
    ends=datetime(2026, 12, 3, 14, 0, tzinfo=UTC),
    title="Rådets möte; höst, 2026",
    changed_at=CHANGED,
    description="Första raden\nAndra raden",
    url="https://handslag.example/degerfors/radet/2026-12-03/",
    place="Kommunhuset, Degerfors",
    sequence=2,
)


def read(events):
    file = icalendar.Calendar.from_ical(calendar(events, name="Rådet"))
    return file, list(file.walk("VEVENT"))


def test_what_goes_in_comes_out():
    _file, (entry,) = read([MEETING])
    assert entry["uid"] == MEETING.uid
    assert entry["summary"] == MEETING.title
    assert entry["description"] == MEETING.description
    assert entry["location"] == MEETING.place
    assert entry["url"] == MEETING.url
    assert entry["sequence"] == 2
    assert entry["status"] == "CONFIRMED"
    assert entry.decoded("dtstamp") == CHANGED


def test_times_are_swedish_and_carry_their_clock():
    text = calendar([MEETING], name="Rådet").decode()
    assert "DTSTART;TZID=Europe/Stockholm:20261203T130000" in text
    assert "BEGIN:VTIMEZONE" in text


def test_a_day_lasts_the_whole_day_and_ends_with_its_last():
    one = Event("a@b", date(2026, 12, 31), "Planen", CHANGED)
    several = Event("c@d", date(2026, 5, 1), "Samtal", CHANGED, ends=date(2026, 5, 31))
    _file, (first, second) = read([one, several])
    assert first.decoded("dtstart") == date(2026, 12, 31)
    assert "dtend" not in first
    assert second.decoded("dtend") == date(2026, 6, 1)
    assert first["transp"] == "TRANSPARENT"


def test_a_meeting_that_is_called_off_stays_and_says_so():
    gone = Event("a@b", date(2026, 12, 3), "Möte", CHANGED, sequence=3, cancelled=True)
    _file, (entry,) = read([gone])
    assert (entry["status"], entry["sequence"]) == ("CANCELLED", 3)


def test_the_same_events_are_the_same_bytes():
    assert calendar([MEETING], name="Rådet") == calendar([MEETING], name="Rådet")


def test_lines_are_no_longer_than_the_format_allows():
    long = Event("a@b", date(2026, 1, 1), "å" * 400, CHANGED)
    lines = calendar([long], name="Rådet").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert read([long])[1][0]["summary"] == "å" * 400


@given(st.dates(date(1997, 1, 1), date(2060, 12, 31)))
def test_the_clock_in_the_file_is_the_clock_in_sweden(day):
    """Read back by the rules in the file, noon is when it is noon in Stockholm."""
    (clock,) = read([])[0].walk("VTIMEZONE")
    assert isinstance(clock, icalendar.Timezone)
    noon = datetime.combine(day, time(12), STOCKHOLM)
    assert (
        noon.replace(tzinfo=clock.to_tz(lookup_tzid=False)).utcoffset() == noon.utcoffset()
    )
