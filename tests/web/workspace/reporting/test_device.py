"""What a device sends from its queue: once, however often, or back with a sentence."""

import json
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest

from handslag.core.access import Role
from handslag.domain.incidents.models import Category, Incident, Photo, Report, Training
from handslag.domain.organisations.models import Membership
from tests import make
from tests.make.photos import picture
from tests.web.workspace.reporting.test_page import HERE, typed

LEAFLET = ("vendor/leaflet/leaflet.css", "vendor/leaflet/leaflet.js")


@pytest.fixture
def send(outdoors, housing, municipality):
    """Send a report as the device does; the answer and its status."""

    def sent(*events, client=outdoors, **said):
        given: dict[str, Any] = {
            "key": str(uuid4()),
            "post": f"{housing.public_id}.{municipality.public_id}",
            "written_at": "2026-03-02T08:15:00.000Z",
            "events": list(events) or [typed()],
            **said,
        }
        answer = client.post(
            f"{HERE}skicka/",
            json.dumps(given),
            content_type="application/json",
            headers={"Accept": "application/json"},
        )
        return answer.status_code, answer.json()

    return sent


def test_sent_again_it_is_answered_as_the_first_time(send, housing, reporter):
    key = str(uuid4())
    first, again = send(key=key), send(key=key)
    assert (first[0], first[1]["is_new"], again[1]["is_new"]) == (200, True, False)
    assert first[1]["report"] == again[1]["report"]
    # Also when the list of kinds has changed, or the role is lost, in between.
    Category.objects.filter(code="graffiti").update(is_ended=True)
    assert send(key=key)[1]["ok"]
    assert send()[0] == 422
    assert Incident.objects.count() == 1


def test_now_is_when_it_was_written_and_not_when_it_came(send, now):
    send(typed(at="2026-03-02T07:00:00Z"), typed(), written_at="2026-03-02T08:15:00.000Z")
    first, second = Incident.objects.order_by("pk")
    assert [one.starts.isoformat() for one in (first, second) if one.starts] == [
        "2026-03-02T07:00:00+00:00",
        "2026-03-02T08:15:00+00:00",
    ]
    send(written_at="2031-01-01T00:00:00Z")  # a clock that is wrong
    assert Incident.objects.latest("pk").starts == now


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (typed(top="", kind_damage=""), "Välj vad det handlar om"),
        (typed(where=""), "Säg var det är"),
        (typed(lon="nan", lat="59"), "tal"),
        (typed(when="interval"), "Skriv när det hände"),
        (typed(text="Ring 070-123 45 67"), "070-123 45 67"),
        (typed(kind_damage="robbery"), "alternativen"),
    ],
)
def test_what_is_wrong_comes_back_with_a_sentence(send, event, words):
    status, said = send(event)
    assert status == 422
    assert words in said["sentence"]
    assert not Report.objects.exists()


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"key": 3}', "[" * 9000, "\xff"])
def test_what_is_no_report_is_no_fault_of_ours(outdoors, body):
    answer = outdoors.post(f"{HERE}skicka/", body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["sentence"]


def test_without_training_or_role_it_comes_back(send, signed_in, housing, reporter):
    untrained = signed_in(make.member(housing, Role.REPORTER))
    assert send(client=untrained)[1]["code"] == "training"
    Training.objects.all().delete()
    assert send()[1]["code"] == "training"
    Membership.objects.filter(person=reporter.person_id).update(role=Role.READER)
    assert send()[0] == 403
    assert not Report.objects.exists()


def test_a_stranger_and_another_persons_key(client, send, signed_in, housing, now):
    asked = client.get(f"{HERE}lage/")
    assert asked.headers["Location"].startswith("/logga-in/")
    key = str(uuid4())
    send(key=key)
    other = make.member(housing, Role.REPORTER)
    browser = signed_in(other)
    browser.post(f"{HERE}utbildning/", {"read": "yes"})
    assert send(key=key, client=browser)[1]["code"] == "incidents.key_is_taken"
    mine, theirs = (one.get(f"{HERE}lage/").json() for one in (browser, signed_in(other)))
    assert mine["person"] == theirs["person"]
    assert mine["token"]


def test_a_photo_follows_its_event_once(outdoors, send, signed_in, housing):
    key, photo = str(uuid4()), str(uuid4())
    send(typed(), typed(top="event"), key=key)

    def follow(client=outdoors, number=1, content=None, at=photo):
        file = made_file(content or picture())
        said = {"report": key, "key": at, "event": number, "photo": file}
        return client.post(f"{HERE}bild/", said)

    first, again = follow(), follow()
    assert first.json()["ok"]
    assert first.json()["address"] == again.json()["address"]
    assert Photo.objects.get().incident.category.code == "event"
    assert follow(at=str(uuid4()), content=b"hej").status_code == 422
    assert outdoors.post(f"{HERE}bild/", {"report": key}).status_code == 400
    other = signed_in(make.member(housing, Role.REPORTER))
    assert follow(client=other, at=str(uuid4())).json()["code"] == "unknown"


def made_file(content):
    file = BytesIO(content)
    file.name = "bild.png"
    return file


def test_the_page_can_be_put_on_the_phone(outdoors):
    manifest = outdoors.get(f"{HERE}app.webmanifest")
    assert manifest.headers["Content-Type"] == "application/manifest+json"
    allowed = outdoors.get(HERE).headers["Content-Security-Policy"]
    assert "manifest-src 'self'" in allowed
    assert "worker-src 'self'" in allowed
    said = manifest.json()
    assert said["start_url"] == said["scope"] == HERE
    assert {one["sizes"] for one in said["icons"]} == {"192x192", "512x512"}
    worker = outdoors.get(f"{HERE}tjanst.js")
    assert worker.headers["Content-Type"].startswith("text/javascript")
    script = worker.content.decode()
    assert "/static/arbete/queue.js" in script
    assert "&quot;" not in script


def test_a_point_outside_the_municipality_comes_back(send, municipality):
    municipality.code = "1862"
    municipality.save()
    status, said = send(typed(lon="18.07", lat="59.33"))
    assert (status, Report.objects.exists()) == (422, False)
    assert "utanför kommunen" in said["sentence"]
    assert send(typed(lon="14.437", lat="59.236"))[0] == 200


def test_the_map_to_point_on_is_kept_on_the_phone_with_what_lies_under_it(
    outdoors, municipality
):
    """Also without coverage a place can be pointed out, and only where one reports."""
    ground = f"/{municipality.slugs.get().slug}/karta/grund.geojson"
    page = outdoors.get(HERE).content.decode()
    assert f'data-ground="{ground}"' in page
    assert page.count('name="lon"') == page.count('name="lat"') == 1
    script = outdoors.get(f"{HERE}tjanst.js").content.decode()
    assert f'GROUNDS = ["{ground}"];' in script
    for name in ("map.css", "map.js", "picker.js", *LEAFLET):
        assert f"/static/ui/{name}" in script
