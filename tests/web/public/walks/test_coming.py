"""A walk that lies ahead, as anyone reads it."""

import pytest
from icalendar import Calendar

from handslag.domain.walks import services
from tests.make import walks

pytestmark = pytest.mark.django_db


def test_a_walk_one_may_join_is_listed_and_says_where_one_meets(
    words, client, coordinator, municipality, today
):
    walk = walks.walk(coordinator, municipality, walk_on=today, title="Skolan")
    here = f"/lundby/delta/{walk.occasion.slug}/"
    assert client.get(here).status_code == 404
    services.invite(coordinator, walk, now=walks.NOW)
    assert "Skolan" in words("/lundby/delta/")
    page = words(here)
    assert "Biblioteket klockan 18" in page
    assert "Tunneln" in page
    assert "Ingen anmäler sig" in page
    assert "Nobody signs up" in words(f"/en{here}")
    assert client.post(here).status_code in {403, 405}


def test_a_calendar_takes_the_walk_as_long_as_one_may_join(
    words, client, coordinator, municipality, today
):
    walk = walks.walk(coordinator, municipality, walk_on=today, title="Skolan")
    file = f"/lundby/delta/{walk.occasion.slug}/vandring.ics"
    assert client.get(file).status_code == 404
    services.invite(coordinator, walk, now=walks.NOW)
    assert "Lägg till i kalender" in words(f"/lundby/delta/{walk.occasion.slug}/")
    answer = client.get(file)
    assert answer["Content-Type"].startswith("text/calendar")
    event = Calendar.from_ical(answer.content).walk("VEVENT")[0]
    assert (event["SUMMARY"], event["LOCATION"]) == ("Skolan", "Biblioteket klockan 18")
    assert event.decoded("dtstart") == today
