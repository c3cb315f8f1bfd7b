import json
from datetime import UTC, datetime, timedelta

import pytest

from handslag.core.access import ForbiddenError, system
from handslag.core.connections.models import Connection
from handslag.core.refusals import NotAllowedError
from handslag.domain.police_events import queries
from handslag.domain.police_events.models import Change, PoliceEvent
from handslag.domain.police_events.services import forget_events, take_in
from tests import make

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TASK = system("test")


@pytest.fixture(autouse=True)
def lundby(coordinator, municipality):
    return municipality


def one(number=1, *, kind="Rån", place="Lundby", minute=0, **more):
    return {
        "id": number,
        "datetime": f"2026-03-01 10:{minute:02}:00 +01:00",
        "name": f"1 mars 09.{minute:02}, {kind}, {place}",
        "type": kind,
        "url": "/aktuellt/handelser/2026/mars/1/",
        "location": {"name": "Örebro län", "gps": "59.2,14.4"},
        "summary": "En man har blivit av med sin väska.",
        **more,
    }


def told(*events, now=NOW, dry=False, **more):
    return take_in(TASK, json.dumps(events).encode(), now=now, dry=dry, **more)


def changes():
    return [one.what for one in Change.objects.order_by("pk")]


def test_an_event_is_kept_by_its_number_with_its_area_and_no_text(lundby):
    run = told(one())
    event = PoliceEvent.objects.get()
    assert (run.new, event.municipality, event.stated) == (1, lundby, "Örebro län")
    held = [str(value) for value in PoliceEvent.objects.values().get().values()]
    assert not any("väska" in value for value in held)


def test_told_again_it_is_the_same(lundby):
    told(one())
    assert (told(one()).same, PoliceEvent.objects.count(), changes()) == (1, 1, [])


def test_that_and_when_something_changed_is_kept_and_never_what_it_was():
    told(one())
    later = NOW + timedelta(hours=2)
    run = told(one(kind="Stöld", summary="Texten är borttagen."), now=later)
    assert (run.new, run.changed) == (0, 1)
    assert sorted(changes()) == ["kind", "text"]
    assert {one.at for one in Change.objects.all()} == {later}
    held = str([*PoliceEvent.objects.values(), *Change.objects.values()])
    assert "Rån" not in held
    assert "borttagen" not in held


def test_a_text_that_is_taken_away_leaves_no_mark_of_what_it_was():
    told(one())
    before = PoliceEvent.objects.get().text_mark
    told(one(summary=""))
    assert before
    assert PoliceEvent.objects.get().text_mark == ""


def test_what_happened_where_nobody_works_is_not_kept():
    make.municipality("Sjövik kommun")
    assert told(one(place="Sjövik"), one(2, place="Örebro län")).new == 0


def test_what_is_told_of_no_more_for_a_day_is_gone():
    around = one(1), one(3, minute=20)
    told(around[0], one(2, minute=10), around[1])
    told(*around, now=NOW + timedelta(hours=1))
    assert PoliceEvent.objects.count() == 3
    told(*around, now=NOW + timedelta(hours=26))
    assert set(PoliceEvent.objects.values_list("number", flat=True)) == {1, 3}


def test_what_comes_back_within_the_day_stays():
    all_ = one(1), one(2, minute=10), one(3, minute=20)
    told(*all_)
    told(all_[0], all_[2], now=NOW + timedelta(hours=1))
    told(*all_, now=NOW + timedelta(hours=2))
    told(all_[0], all_[2], now=NOW + timedelta(hours=26))
    assert PoliceEvent.objects.count() == 3


def test_an_answer_with_nothing_and_a_file_take_nothing_away():
    told(one(1), one(2, minute=10), one(3, minute=20))
    for hours in (1, 26, 60):
        at = NOW + timedelta(hours=hours)
        told(now=at)
        told(one(1), one(3, minute=20), now=at, file="sparat.json")
    assert PoliceEvent.objects.filter(missing_since=None).count() == 3


def test_one_that_tells_of_many_is_not_counted(coordinator):
    told(one(), one(2, kind="Sammanfattning natt"))
    seen = queries.events_seen_by(coordinator, today=NOW.date())
    assert (seen.count(), queries.how_many(seen)) == (2, 1)


def test_a_trial_keeps_nothing_and_says_what_it_would_do():
    told(one())
    run = told(one(kind="Stöld"), one(2), dry=True)
    assert (run.is_dry, run.new, run.changed) == (True, 1, 1)
    assert PoliceEvent.objects.get().kind == "Rån"
    assert changes() == []


def test_a_bad_line_is_named_and_the_rest_is_read():
    run = told(one(), {"id": 2})
    assert (run.new, [one.nr for one in run.lines.all()]) == (1, [2])


def test_a_file_is_read_by_those_who_may_and_noted_with_its_name(coordinator, reader):
    body = json.dumps([one()]).encode()
    with pytest.raises(ForbiddenError):
        take_in(reader, body, now=NOW, dry=False, file="a.json")
    run = take_in(coordinator, body, now=NOW, dry=False, file="a.json")
    assert (run.file_name, len(run.sha256), run.person_id) == (
        "a.json",
        64,
        coordinator.person_id,
    )


def test_what_cannot_be_read_is_refused_whole(coordinator):
    with pytest.raises(NotAllowedError) as said:
        take_in(coordinator, b"<html>", now=NOW, dry=False, file="a.html")
    assert said.value.code == "police_events.unreadable"
    assert not Connection.objects.exists()


def test_events_go_after_two_years():
    told(one())
    assert forget_events(TASK, now=datetime(2028, 3, 1, 9, tzinfo=UTC)) == 0
    assert forget_events(TASK, now=datetime(2028, 3, 2, 9, tzinfo=UTC)) == 1
