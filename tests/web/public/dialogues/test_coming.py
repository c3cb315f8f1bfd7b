"""A dialogue that lies ahead: read, taken a place at, put in a calendar, given back."""

import re
from datetime import timedelta

import pytest
from icalendar import Calendar

from handslag.core.mail.models import Message
from handslag.domain.dialogues import queries, services
from handslag.domain.dialogues.models import SignUp
from handslag.domain.voices import services as voices
from tests.make import dialogues

LIST = "/lundby/delta/"
PAGE = f"{LIST}tryggheten-i-centrum-2026/"


@pytest.fixture
def meeting(coordinator, municipality):
    return dialogues.open_meeting(
        coordinator, municipality, slots=2, who="Alla som bor här", asks="Ljus?"
    )


def send(visitor, **given):
    page = visitor.get(PAGE).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    return visitor.post(PAGE, {"token": token[1], **given})


def test_the_list_leads_to_the_page(words, meeting):
    assert "Tryggheten i centrum Möte, 20 mars 2026" in words(LIST)
    page = words(PAGE)
    assert "fredag 20 mars 2026, 18.00–20.00 Folkets hus · det finns platser" in page
    assert "Alla som bor här" in page
    assert "Lägg till i kalender" in page


def test_a_place_is_taken_without_cookies_and_a_letter_comes(visitor, meeting):
    wrong = send(visitor, meeting=meeting.public_id, email="ingen adress")
    assert wrong.status_code == 422
    assert "ingen adress" in wrong.content.decode()
    taken = send(visitor, meeting=meeting.public_id, email="anna@example.org")
    assert taken.status_code == 302
    assert not taken.cookies
    after = visitor.get(taken.url).content.decode()
    assert "Du har en plats." in after
    assert "det finns platser" in after  # no number tells that somebody came
    assert Message.objects.get().to == "anna@example.org"


def test_the_letter_of_an_english_page_is_english(visitor, meeting):
    page = visitor.get(f"/en{PAGE}").content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    given = {"meeting": meeting.public_id, "email": "a@example.org", "token": token[1]}
    visitor.post(f"/en{PAGE}", given)
    letter = Message.objects.get()
    assert letter.subject == "Your place: Tryggheten i centrum"
    assert "Friday 20 March 2026" in letter.body
    assert "/en/lundby/delta/avboka/" in letter.body


def test_when_all_places_are_taken_it_says_so(visitor, words, meeting):
    for n in range(2):
        send(visitor, meeting=meeting.public_id, email=f"{n}@example.org")
    page = words(PAGE)
    assert "Alla platser är tagna." in page
    assert "Anmäl mig" not in page


def test_who_was_slower_reads_why_and_keeps_what_was_typed(visitor, meeting, now):
    page = visitor.get(PAGE).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    for n in range(2):
        services.sign_up(meeting, f"{n}@example.org", language="sv", now=now)
    given = {"meeting": meeting.public_id, "email": "c@example.org", "token": token[1]}
    late = visitor.post(PAGE, given)
    assert SignUp.objects.count() == 2
    assert "Alla platser är tagna." in late.content.decode()


def test_a_calendar_takes_the_meeting(visitor, meeting):
    file = visitor.get(f"{PAGE}{meeting.public_id}.ics")
    assert file["Content-Type"].startswith("text/calendar")
    event = Calendar.from_ical(file.content).walk("VEVENT")[0]
    assert event["SUMMARY"] == "Tryggheten i centrum"
    assert event["LOCATION"] == "Folkets hus"
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=2)
    other = visitor.get(f"{PAGE}{meeting.dialogue.public_id}.ics")
    assert other.status_code == 404


def test_a_place_is_given_back_by_the_link_with_one_press(visitor, meeting, now):
    row = services.sign_up(meeting, "a@example.org", language="sv", now=now)
    address = f"{LIST}avboka/{queries.cancel_token(row)}/"
    page = visitor.get(address)
    assert "fredag 20 mars 2026" in page.content.decode()
    # Programs that read letters open every link: that alone gives nothing back.
    assert SignUp.objects.count() == 1
    token = re.search(r'name="token" value="([^"]+)"', page.content.decode())
    assert token
    done = visitor.post(address, {"token": token[1]})
    assert "Platsen är lämnad" in done.content.decode()
    assert not SignUp.objects.exists()
    assert visitor.get(address).status_code == 410


def test_what_is_not_open_or_is_over_is_not_there(
    visitor, coordinator, municipality, police
):
    row = dialogues.dialogue(coordinator, municipality)
    assert visitor.get(PAGE).status_code == 404
    services.invite(coordinator, row, now=dialogues.NOW)
    assert visitor.get(PAGE).status_code == 200
    meeting = row.meetings.get()
    over = dialogues.NOW - timedelta(days=2)
    meeting.starts, meeting.ends = over, over + timedelta(hours=1)
    meeting.save()
    assert visitor.get(PAGE).status_code == 404
    assert visitor.get(f"{PAGE}{meeting.public_id}.ics").status_code == 404


def test_only_what_was_released_is_read_where_you_said(
    words, visitor, coordinator, municipality, now
):
    row = dialogues.with_result(coordinator, municipality)
    address = f"/lundby/ni-sa/{row.occasion.slug}/"
    services.release(coordinator, row, said="Om ljus.", revision=row.revision, now=now)
    page = words(address)
    assert "40 personer kom. Det de sa skrevs ner som 8 röster." in page
    assert "De är inget urval" in page
    assert "Ljus 6" in page
    assert "Trafik" not in page
    assert "kvinnor 25, män 15." in page
    dialogues.coded(coordinator, row, "TRAFIK", 9)
    assert "Trafik" not in words(address)
    services.withdraw(coordinator, row, why="Fel.", now=now)
    assert visitor.get(address).status_code == 410
    row.occasion.refresh_from_db()
    # Publishing the page by itself lets nobody read what has not been released.
    voices.publish_occasion(coordinator, row.occasion, now=now)
    assert "Trafik" not in words(address)
    assert "Ljus 6" not in words(address)
