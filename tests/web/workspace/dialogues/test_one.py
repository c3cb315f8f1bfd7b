"""A dialogue through its pages: planned, noted, held, released, taken back."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.domain.dialogues import services
from handslag.domain.dialogues.models import Dialogue, Meeting, Release
from handslag.domain.voices.models import Voice
from handslag.domain.voices.rules import Phase
from tests.make import dialogues
from tests.make.photos import picture

PLAN = {
    "audience": "citizens",
    "title": "Tryggheten i centrum",
    "kind": "square",
    "least": "5",
    "day": "2026-03-20",
    "begins": "18:00",
    "ends": "20.00",
    "where": "Folkets hus",
    "slots": "20",
    "revision": "0",
}
HOME = "/arbete/dialoger/"


def said(browser, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    text: str = answer.content.decode()
    return text


def of(row: Dialogue) -> str:
    return f"{HOME}{row.public_id}/"


def test_a_dialogue_is_planned_and_people_are_invited(at_work):
    wrong = at_work.post(f"{HOME}ny/", {**PLAN, "ends": "17:00"})
    assert wrong.status_code == 422
    assert "Träffen måste sluta efter att den börjar" in wrong.content.decode()
    named = at_work.post(f"{HOME}ny/", {**PLAN, "where": "Hos 070-174 06 35"})
    assert named.status_code == 422
    assert "Hos 070-174 06 35" in named.content.decode()
    at_work.post(f"{HOME}ny/", PLAN)
    row = Dialogue.objects.get()
    page = said(at_work, of(row))
    assert "Dialogen är planerad till den 20 mars 2026." in page
    assert "0 av 20 platser är tagna." in page
    at_work.post(f"{of(row)}bjud-in/")
    row.occasion.refresh_from_db()
    assert row.occasion.phase == Phase.OPEN


def test_staff_meet_twice_each_with_its_script(at_work):
    at_work.post(f"{HOME}ny/", {**PLAN, "audience": "staff", "slots": ""})
    row = Dialogue.objects.get()
    page = said(at_work, of(row))
    assert "VAD ska vi göra?" in page
    assert "Var och en för sig" in page
    how = {**PLAN, "day": "2026-03-27", "slots": ""}
    assert "HUR ska vi göra det?" in said(at_work, f"{of(row)}traff/ny/")
    at_work.post(f"{of(row)}traff/ny/", how)
    assert list(Meeting.objects.values_list("script", flat=True)) == ["what", "how"]
    assert "traff/ny/" not in said(at_work, of(row))
    address = f"{of(row)}anteckna/"
    form = said(at_work, f"{address}?traff=how")
    assert '<option value="how" selected>' in form
    key = re.search(r'name="key" value="([^"]+)"', form)
    assert key
    sent = {"key": key[1], "notes": "Mer samverkan", "script": "how"}
    there = at_work.post(address, sent).url
    assert there == f"{address}?traff=how&sparad={sent['key']}"
    assert Voice.objects.get().source == "how"


def test_when_its_days_have_passed_the_first_button_is_to_say_who_came(
    at_work, coordinator, municipality
):
    ahead = said(at_work, of(dialogues.dialogue(coordinator, municipality)))
    assert "Bjud in</a>" in ahead
    row = dialogues.dialogue(coordinator, municipality, dialogues.PAST)
    page = said(at_work, of(row))
    assert f'<a class="btn" href="{of(row)}genomford/">' in page
    assert page.count("genomford/") == 1
    assert "Bjud in</a>" not in page


def test_lines_are_saved_and_nothing_typed_is_lost(at_work, coordinator, municipality):
    row = dialogues.dialogue(coordinator, municipality, dialogues.PAST)
    address = f"{of(row)}anteckna/"
    key = re.search(r'name="key" value="([^"]+)"', said(at_work, address))
    assert key
    long = f"Mörkt i tunneln\n{'x' * 4001}"
    refused = at_work.post(address, {"key": key[1], "notes": long})
    assert refused.status_code == 422
    assert "Mörkt i tunneln" in refused.content.decode()
    assert key[1] in refused.content.decode()
    assert not Voice.objects.exists()
    sent = {"key": key[1], "notes": "Mörkt i tunneln\nRing 070-174 06 35"}
    for _turn in range(2):
        at_work.post(address, sent)
    assert Voice.objects.count() == 2
    page = said(at_work, address)
    assert "2 röster är sparade hittills." in page
    assert "1 rad kan peka ut någon" in page


def test_who_came_is_written_as_counts(at_work, coordinator, municipality):
    row = dialogues.dialogue(coordinator, municipality, dialogues.PAST)
    address = f"{of(row)}genomford/"
    given = {
        "people": "12",
        "sex_women": "8",
        "age_65-": "5",
        "areas": "Strömtorp: 6",
        "came": "Byalaget 3",
        "revision": "0",
    }
    wrong = at_work.post(address, given)
    assert wrong.status_code == 422
    assert "Skriv ett namn, ett kolon och hur många: Byalaget 3" in wrong.content.decode()
    at_work.post(address, {**given, "came": "Byalaget: 3\nByalaget: 1"})
    page = said(at_work, of(row))
    assert "12 personer." in page
    assert "Byalaget: 4" in page
    assert "65 år eller äldre 5" in page
    assert "Strömtorp: 6" in said(at_work, address)


def test_the_result_is_seen_as_a_stranger_before_it_is_released(
    at_work, coordinator, municipality
):
    row = dialogues.with_result(coordinator, municipality)
    address = f"{of(row)}slapp/"
    preview = said(at_work, address)
    assert "Så här ser alla det" in preview
    assert "Teman med färre än 5 röster visas inte." in preview
    assert "Ljus" in preview
    assert "Trafik" not in preview
    assert at_work.post(address, {"said": "", "revision": "1"}).status_code == 422
    old = at_work.post(address, {"said": "Om ljus.", "revision": "0"})
    assert old.status_code == 422
    assert "Om ljus." in old.content.decode()
    at_work.post(address, {"said": "Om ljus.", "revision": "1"})
    assert Release.objects.get().voices == 8
    assert "Resultatet är offentligt." in said(at_work, of(row))
    at_work.post(f"{of(row)}ta-tillbaka/", {"why": "Ett citat var fel."})
    assert "Resultat nr 1 togs tillbaka" in said(at_work, of(row))


def test_the_minutes_are_put_in_and_read(at_work, coordinator, municipality):
    row = dialogues.with_result(coordinator, municipality)
    address = f"{of(row)}protokoll/"
    assert at_work.get(f"{address}fil/").status_code == 404
    none = at_work.post(address, {})
    assert none.status_code == 422
    bad = at_work.post(address, {"file": SimpleUploadedFile("a.pdf", b"inte en pdf")})
    assert bad.status_code == 422
    at_work.post(address, {"file": SimpleUploadedFile("a.png", picture())})
    file = at_work.get(f"{address}fil/")
    assert file["Content-Type"] == "image/png"
    assert file["Content-Disposition"].startswith("attachment")


def test_a_meeting_that_two_change_at_once_loses_nothing(
    at_work, coordinator, municipality
):
    meeting = dialogues.open_meeting(coordinator, municipality)
    address = f"{of(meeting.dialogue)}traff/{meeting.public_id}/"
    services.save_meeting(
        coordinator,
        meeting,
        dialogues.meeting(where="Biblioteket"),
        revision=0,
        now=dialogues.NOW,
    )
    late = at_work.post(address, {**PLAN, "where": "Torget"})
    assert late.status_code == 422
    assert "Biblioteket" in late.content.decode()
    assert "Torget" in late.content.decode()


def test_the_list_asks_the_same_of_the_database_for_one_and_for_ten(
    at_work, coordinator, municipality
):
    dialogues.released(coordinator, municipality)
    said(at_work, HOME)
    with CaptureQueriesContext(connection) as one:
        said(at_work, HOME)
    for _turn in range(9):
        dialogues.dialogue(coordinator, municipality)
    with CaptureQueriesContext(connection) as ten:
        page = said(at_work, HOME)
    assert len(ten) == len(one)
    assert "9 dialoger ligger framåt. Resultatet av 1 är offentligt." in page


def test_who_only_reads_sees_no_buttons(reading, coordinator, municipality):
    row = dialogues.with_result(coordinator, municipality)
    page = said(reading, of(row))
    assert "slapp/" not in page
    assert "Vilka som kom" in page
    assert reading.get(f"{of(row)}slapp/").status_code == 403
