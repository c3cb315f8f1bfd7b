"""A whole week through the pages: prepared, shown, written, ended, read afterwards."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.domain.incidents.models import Group, Incident, Reading
from handslag.domain.weeks.models import Meeting
from tests.make import incidents, weeks

MADE = datetime(2026, 2, 25, 20, tzinfo=UTC)


@pytest.fixture
def group(municipality, police) -> Group:
    incidents.desk(municipality)
    for category in ("graffiti", "litter", "graffiti"):
        incidents.incident(municipality, category, text="Hemliga ord.", now=MADE)
    Incident.objects.update(owner=police, phase="assigned", due=date(2026, 2, 27))
    return incidents.group(municipality, police, since=date(2026, 1, 1))


def test_the_board_says_what_is_new_and_leads_to_a_meeting(at_work, group):
    here = f"/arbete/veckan/{group.public_id}/"
    said = at_work.get(here).content.decode()
    assert "3 nya händelser" in said
    assert "Hemliga ord" not in said
    assert "För kort historik för att bedöma" in said
    assert Reading.objects.latest("pk").how == "board"
    new = at_work.get(f"{here}mote/nytt/").content.decode()
    assert 'value="2026-03-02"' in new
    there = str(group.lead.public_id)
    sent = {"held_on": "2026-03-02", "looks_back_to": "2026-02-23", "revision": "0"}
    wrong = at_work.post(f"{here}mote/nytt/", {**sent, "looks_back_to": "2026-03-09"})
    assert wrong.status_code == 422
    assert "Tillbakablicken" in wrong.content.decode()
    at_work.post(f"{here}mote/nytt/", {**sent, "present": [there]})
    assert Meeting.objects.get().attendances.count() == 1


def test_a_spot_of_the_board_is_put_first_shown_and_frozen(
    at_work, group, police, coordinator
):
    meeting = weeks.meeting(coordinator, group, looks_back_to=date(2026, 2, 23))
    here = f"/arbete/veckan/{group.public_id}/"
    mote = f"{here}mote/{meeting.public_id}/"
    board = at_work.get(here).content.decode()
    (way,) = {part.split('"')[0] for part in board.split('href="') if "ruta=" in part}
    assert "utan namn" in at_work.get(way).content.decode()
    cell = way.split("ruta=")[1]
    typed = {"what": "Klotter", "where": "vid muren", "cell": cell, "revision": "0"}
    assert at_work.post(f"{mote}prioritering/ny/", typed).status_code == 302
    priority = meeting.priorities.get()
    assert priority.cell == int(cell)
    goal = {"organisation": str(police.public_id), "words": "Gå förbi.", "revision": "0"}
    at_work.post(f"{mote}prioritering/{priority.public_id}/mal/nytt/", goal)
    at_work.post(f"{mote}beslut/nytt/", {"words": "Nästa gång ute.", "revision": "0"})
    shown = at_work.get(f"{here}motet/").content.decode()
    assert all(words in shown for words in ("Klotter", "Gå förbi.", "Nästa gång ute."))
    assert at_work.post(f"{mote}avsluta/").status_code == 302
    summary = at_work.get(mote).content.decode()
    assert "frystes" in summary
    assert "Gå förbi." in summary
    assert (
        at_work.post(f"{mote}beslut/nytt/", {"words": "Mer.", "revision": "0"}).status_code
        == 422
    )


def test_who_is_overtaken_sees_both_texts(at_work, group, coordinator):
    meeting = weeks.meeting(coordinator, group)
    priority = weeks.priority(coordinator, meeting, "Deras ord")
    here = (
        f"/arbete/veckan/{group.public_id}/mote/{meeting.public_id}/"
        f"prioritering/{priority.public_id}/"
    )
    first = at_work.post(here, {"what": "Nya ord", "revision": "0"})
    assert first.status_code == 302, first.content.decode()[3000:]
    answer = at_work.post(here, {"what": "Mina ord", "revision": "0"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert ">Nya<" in said
    assert 'value="Mina ord"' in said
    again = at_work.post(here, {"what": "Mina ord", "revision": "1"})
    assert again.status_code == 302


def test_a_member_reads_and_a_stranger_finds_nothing(
    signed_in, away, group, liaison_officer
):
    here = f"/arbete/veckan/{group.public_id}/"
    police = signed_in(liaison_officer)
    assert "mote/nytt/" not in police.get(here).content.decode()
    assert police.get(f"{here}mote/nytt/").status_code == 403
    assert away.get(here).status_code == 404
    assert "inte i någon grupp" in away.get("/arbete/veckan/").content.decode()


def test_a_board_asks_as_much_whatever_it_shows(at_work, group, municipality, coordinator):
    meeting = weeks.meeting(coordinator, group)
    here = f"/arbete/veckan/{group.public_id}/"
    at_work.get(here)
    with CaptureQueriesContext(
        connection,
    ) as few:
        at_work.get(here)
    for number in range(3):
        priority = weeks.priority(coordinator, meeting, f"Sak {number}")
        weeks.target(coordinator, priority, municipality)
        incidents.incident(municipality, now=MADE)
    with CaptureQueriesContext(connection) as many:
        at_work.get(here)
    assert len(many) == len(few) + 1  # the targets of the list, fetched at once
    assert len(many) <= 24
