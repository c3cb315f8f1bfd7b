"""Reporting with an ordinary form, as without a script."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from handslag.core.access import Role
from handslag.domain.incidents.models import Incident, Report, Training
from handslag.domain.incidents.rules import Where
from tests import make
from tests.make import incidents as made

HERE = "/arbete/rapportera/"


def typed(**said: str) -> dict[str, str]:
    given: dict[str, Any] = {
        "top": "damage",
        "kind_damage": "graffiti",
        "where": "Trapphuset",
        "when": "now",
        "do": "send",
    }
    return {**given, **said}


def test_the_ten_things_are_read_first(signed_in, housing):
    client = signed_in(make.member(housing, Role.REPORTER))
    first = client.get(HERE)
    assert first.headers["Location"] == f"{HERE}utbildning/"
    assert client.post(HERE, typed()).headers["Location"] == f"{HERE}utbildning/"
    assert "114 14" in client.get(f"{HERE}utbildning/").content.decode()
    unticked = client.post(f"{HERE}utbildning/", {})
    assert "Kryssa för att ni har läst det." in unticked.content.decode()
    assert not Training.objects.exists()
    client.post(f"{HERE}utbildning/", {"read": "yes"})
    assert client.get(HERE).status_code == 200


def test_two_events_become_one_report(outdoors, municipality, now):
    place = make.place(municipality, "Torget")
    key = str(uuid4())
    wrong = outdoors.post(HERE, {"key": key, "do": "send", "text": "Glas på gången"})
    assert wrong.status_code == 422
    assert "Glas på gången" in wrong.content.decode()
    first = outdoors.post(HERE, typed(key=key, place=str(place.public_id), do="more"))
    page = first.content.decode()
    assert "Klotter, Torget" in page
    assert first.context["form"]["place"].value() == str(place.public_id)
    ready = first.context["ready_json"]
    second = typed(key=key, ready=ready, top="unsafe_place", when="time", where="Parken")
    sent = outdoors.post(HERE, {**second, "starts": "2026-03-01T21:30", "worry": "much"})
    report = Report.objects.get()
    assert sent.headers["Location"] == f"{HERE}mina/{report.public_id}/"
    graffiti, unsafe = report.incidents.order_by("pk")
    assert (graffiti.category.code, graffiti.place, graffiti.starts) == (
        "graffiti",
        place,
        now,
    )
    assert unsafe.starts == datetime(2026, 3, 1, 20, 30, tzinfo=UTC)
    assert (unsafe.worry, unsafe.where_words) == ("much", "Parken")
    outdoors.post(HERE, {**second, "starts": "2026-03-01T21:30"})  # sent twice
    assert Incident.objects.count() == 2


def test_one_of_several_can_be_taken_away_and_what_was_typed_stays(outdoors):
    ready = json.dumps([typed(), typed(top="event", kind_damage="")])
    answer = outdoors.post(HERE, typed(ready=ready, do="remove-0", text="En rad"))
    assert [words for _, words in answer.context["ready"]] == ["Arrangemang, Trapphuset"]
    assert "En rad" in answer.content.decode()


def test_the_same_place_as_last_time(outdoors, reporter, housing, municipality):
    place = make.place(municipality, "Torget")
    sent = made.report(
        municipality,
        made.incident_draft(where=Where(place=place.public_id)),
        actor=reporter,
        by=housing,
    )
    last = sent.incidents.get()
    assert "Samma plats som sist: Torget" in " ".join(
        outdoors.get(HERE).content.decode().replace("<span>", "").split()
    )
    outdoors.post(HERE, typed(where="", same=str(last.public_id)))
    assert Incident.objects.latest("pk").place == place
    other = made.incident(municipality)  # of somebody else
    refused = outdoors.post(HERE, typed(where="", same=str(other.public_id)))
    assert refused.status_code == 422


def test_a_number_of_a_person_comes_back_with_all_that_was_typed(outdoors):
    answer = outdoors.post(HERE, typed(text="Ring 070-123 45 67 om lampan"))
    assert answer.status_code == 422
    assert "Ring 070-123 45 67 om lampan" in answer.content.decode()
    assert not Report.objects.exists()


def test_for_whom_and_where_is_chosen_once(signed_in, housing, reporter, municipality):
    away = make.municipality("Sjövik kommun")
    made.desk(away)
    client = signed_in(make.also(reporter, away, Role.REPORTER))
    asked = client.get(HERE).content.decode()
    assert "Sjövik" in asked
    assert 'name="top"' not in asked
    client.get(f"{HERE}?for={away.public_id}.{away.public_id}")
    client.post(HERE, typed())
    report = Report.objects.get()
    assert (report.within, report.by) == (away, away)
    # After signing in again it is the way of last time.
    client = signed_in(reporter)
    assert client.get(HERE).context["post"].within == away
    foreign = f"{municipality.public_id}.{municipality.public_id}"
    client.get(f"{HERE}?for={foreign}")
    assert client.get(HERE).context["post"].within == away


def test_where_no_municipality_receives_it_says_so(signed_in, db):
    away = make.municipality("Sjövik kommun")
    client = signed_in(make.member(away, Role.REPORTER))
    client.post(f"{HERE}utbildning/", {"read": "yes"})
    assert "Ingen kommun tar emot rapporter" in client.get(HERE).content.decode()
