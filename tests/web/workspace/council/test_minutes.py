"""From an empty municipality to published minutes, as somebody walks it in a browser."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from handslag.domain.council.models import Council, Meeting
from tests.make import council as papers

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _that_day():
    with time_machine.travel(NOW, tick=False):
        yield


def fields_of(page: str) -> dict[str, str]:
    """What stands in the fields of a page: texts, hidden fields, what is chosen."""
    found = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    for name, inside in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', page, re.S):
        chosen = re.search(r'value="([^"]*)" selected', inside)
        found[name] = chosen[1] if chosen else ""
    for name, text in re.findall(
        r'<textarea name="([^"]+)".*?>(.*?)</textarea>', page, re.S
    ):
        found[name] = text.strip()
    return found


@pytest.fixture
def held(coordinator, municipality, police) -> Meeting:
    return papers.held(coordinator, papers.council(coordinator, municipality))


def _typed(client: Client, meeting: Meeting, address: str) -> dict[str, str]:
    """The page of the minutes, with a decision and a task written in it."""
    sheet = fields_of(client.get(address).content.decode())
    lights = meeting.items.get(title="Belysningen").public_id.hex
    return {
        **sheet,
        f"i{lights}-text": "Lyktorna är trasiga.",
        f"i{lights}-decision": "Rådet beslutar att laga dem.",
        f"t{lights}-text": "Laga lyktorna.",
        f"t{lights}-owner": str(meeting.council.home.public_id),
        f"t{lights}-due_on": "2026-05-01",
    }


def test_a_council_is_founded_called_held_adjusted_and_published(
    signed_in, visitor, coordinator, municipality, police
):
    """Counted in forms: twelve presses from nothing to minutes that anyone can read."""
    client: Client = signed_in(coordinator)
    client.post("/arbete/radet/nytt/", {"name": "Lundby trygghetsråd", "usual": "on"})
    council = Council.objects.get()
    when = {"day": "2026-03-02", "begins": "13.00", "ends": "15", "place": "Kommunhuset"}
    client.post(
        f"/arbete/radet/{council.public_id}/mote/nytt/",
        {**when, "revision": "0", "is_public": "on"},
    )
    meeting = Meeting.objects.get()
    at = f"/arbete/radet/mote/{meeting.public_id}/"
    added = {"title": "Belysningen", "kind": "decide", "revision": "0"}
    client.post(f"{at}dagordning/", added)
    client.post(f"{at}dagordning/", {**added, "title": "Hemligt", "is_internal": "on"})
    client.post(f"{at}kalla/")
    client.post(f"{at}borja/")
    typed = _typed(client, meeting, f"{at}protokoll/")
    answer = client.post(f"{at}protokoll/", {**typed, "done": "1"})
    assert answer.headers["Location"] == f"{at}justera/"
    chair = str(council.seats.get(place="chair").public_id)
    client.post(f"{at}justera/", {"seats": [chair]})
    adjuster = meeting.versions.get().adjusters.get()
    client.post(f"{at}bekrafta/{adjuster.public_id}/", {"on": "2026-03-02"})
    assert "Lyktorna" not in visitor.get("/lundby/radet/2026-03-02/").content.decode()
    client.post(f"{at}publicera/")
    page = visitor.get("/lundby/radet/2026-03-02/").content.decode()
    shown = ("Rådet beslutar att laga dem.", "Laga lyktorna.", "En punkt är intern")
    assert [one for one in shown if one not in page] == []
    assert "Hemligt" not in page
    front = visitor.get("/lundby/radet/")
    assert not front.cookies
    assert "Rådet beslutar att laga dem." in front.content.decode()
    assert "BEGIN:VEVENT" in visitor.get("/lundby/radet/kalender.ics").content.decode()


def test_two_who_write_on_the_same_page_lose_nothing(signed_in, coordinator, held):
    one, other = signed_in(coordinator), signed_in(coordinator)
    item = papers.item(coordinator, held, "Skolan").public_id.hex
    theme = held.items.get(source="pattern:theme").public_id.hex
    address = f"/arbete/radet/mote/{held.public_id}/protokoll/"
    seen = fields_of(one.get(address).content.decode())
    one.post(address, {**seen, f"i{item}-text": "Den enes ord."})
    words = {f"i{item}-text": "Den andres ord.", f"i{theme}-text": "Om temat."}
    answer = other.post(address, {**seen, **words})
    page = answer.content.decode()
    assert "Någon annan ändrade texten medan ni skrev" in page
    assert "Den andres ord." in page
    assert "Den" in page
    assert "Om temat." in {sheet.text for sheet in _minutes(held)}
    assert "Den enes ord." in {sheet.text for sheet in _minutes(held)}
    again = fields_of(page)
    other.post(address, again)
    assert "Den andres ord." in {sheet.text for sheet in _minutes(held)}


def _minutes(held):
    written = held.items.filter(minute__isnull=False).select_related("minute")
    return [item.minute for item in written]


def test_a_script_saves_words_and_leaves_half_a_task_alone(signed_in, coordinator, held):
    client = signed_in(coordinator)
    item = papers.item(coordinator, held, "Skolan").public_id.hex
    address = f"/arbete/radet/mote/{held.public_id}/protokoll/"
    seen = fields_of(client.get(address).content.decode())
    typed = {**seen, f"i{item}-text": "Skolan berättade."}
    answer = client.post(address, typed, headers={"Accept": "application/json"})
    assert answer.status_code == 200
    revisions = answer.json()["revisions"]
    assert revisions[f"i{item}-revision"] == 1
    half = {**typed, f"i{item}-revision": "1", f"t{item}-text": "Ring sko"}
    answer = client.post(address, half, headers={"Accept": "application/json"})
    assert answer.status_code == 422
    assert "Välj vem som gör det." in answer.json()["sentence"]
    assert not held.tasks.exists()


def test_wrong_input_keeps_what_was_typed(signed_in, coordinator, held):
    client = signed_in(coordinator)
    item = papers.item(coordinator, held, "Skolan").public_id.hex
    address = f"/arbete/radet/mote/{held.public_id}/protokoll/"
    seen = fields_of(client.get(address).content.decode())
    typed = {**seen, f"i{item}-text": "Långt och viktigt.", f"t{item}-due_on": "i vår"}
    answer = client.post(address, typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Långt och viktigt." in page
    assert "i vår" in page
    assert "Skriv ett datum" in page


def test_the_chair_cannot_be_handed_to_the_police(
    signed_in, coordinator, municipality, police
):
    council = papers.council(coordinator, municipality)
    chair = council.seats.get(place="chair")
    typed = {
        "organisation": str(police.public_id),
        "function": "lokalpolisområdeschef",
        "place": "chair",
        "revision": "1",
    }
    page = signed_in(coordinator).post(f"/arbete/radet/plats/{chair.public_id}/", typed)
    assert page.status_code == 422
    assert "Enligt lagen leder kommunen rådet." in page.content.decode()


def test_what_is_late_stands_first_for_those_who_own_it(signed_in, coordinator, held):
    item = papers.item(coordinator, held)
    task = papers.task(coordinator, item, held.council.home, due_on=date(2026, 3, 1))
    page = signed_in(coordinator).get("/arbete/").content.decode()
    assert f"/arbete/radet/uppgift/{task.public_id}/" in page


def test_a_municipality_without_a_council_says_so(visitor, municipality):
    page = visitor.get("/lundby/radet/")
    assert page.status_code == 200
    assert "har inte lagt in sitt råd" in page.content.decode()
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_what_was_called_off_is_struck_out_in_calendars(
    signed_in, visitor, coordinator, municipality
):
    council = papers.council(coordinator, municipality)
    meeting = papers.meeting(coordinator, council, datetime(2026, 12, 3, 12, tzinfo=UTC))
    signed_in(coordinator).post(f"/arbete/radet/mote/{meeting.public_id}/stall-in/")
    file = visitor.get("/lundby/radet/kalender.ics").content.decode()
    assert "STATUS:CANCELLED" in file
    assert "SEQUENCE:1" in file
