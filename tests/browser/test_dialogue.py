"""A resident takes a place at a dialogue on a phone without JavaScript, and gives it back
by the letter."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from handslag.core.access import Role
from handslag.core.mail.models import Message
from handslag.domain.dialogues import services
from handslag.domain.dialogues.models import Meeting, SignUp
from handslag.domain.dialogues.rules import DialogueDraft, MeetingDraft
from handslag.domain.voices.models import Voice
from tests import make
from tests.make import dialogues
from tests.make.dialogues import NOW


@pytest.fixture
def meeting(transactional_db) -> Meeting:
    """Far ahead: the pages ask the clock, and it is never over."""
    municipality = make.municipality("Lundby kommun")
    coordinator = make.member(municipality, Role.COORDINATOR)
    now, starts = NOW, datetime(2076, 3, 12, 17, tzinfo=UTC)
    dialogue = services.plan_dialogue(
        coordinator,
        municipality,
        DialogueDraft("Kvällssamtal", asks="Vad ska vi lova er?"),
        MeetingDraft(starts, starts + timedelta(hours=2), "Folkets hus", slots=1),
        now=now,
    )
    return services.invite(coordinator, dialogue, now=now).meetings.get()


def test_a_place_is_taken_and_given_back_by_the_letter(meeting, phone, page, axe):
    address = f"/lundby/delta/{meeting.dialogue.occasion.slug}/"
    window = phone()
    window.goto("/lundby/delta/")
    window.get_by_role("link", name="Kvällssamtal").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("Kvällssamtal")
    window.get_by_role("button", name="Anmäl mig").click()
    expect(window.get_by_text("Skriv din e-postadress.", exact=True)).to_be_visible()
    window.locator("[name=email]").fill("nagon@example.se")
    window.get_by_role("button", name="Anmäl mig").click()
    expect(window.get_by_text("Du har en plats.")).to_be_visible()
    assert window.context.cookies() == []
    page.goto(address)
    expect(page.get_by_role("button", name="Anmäl mig")).to_have_count(0)
    assert axe(page) == []
    (link,) = re.findall(r"\S+/avboka/\S+", Message.objects.get().body)
    page.goto(urlsplit(link).path)
    assert axe(page) == []
    assert SignUp.objects.exists()
    page.get_by_role("button", name="Lämna platsen").click()
    expect(page.get_by_text("Din adress är borttagen")).to_be_visible()
    assert not SignUp.objects.exists()
    page.goto(address)
    expect(page.get_by_role("button", name="Anmäl mig")).to_be_visible()


def test_what_is_typed_at_a_meeting_is_there_again_and_is_not_offered_twice(
    transactional_db, page, sign_in
):
    """Lines are saved in the middle of typing: the copy in the tab is not put back."""
    municipality = make.municipality("Lundby kommun")
    coordinator = make.member(municipality, Role.COORDINATOR)
    row = dialogues.dialogue(coordinator, municipality, dialogues.PAST)
    sign_in(page, coordinator)
    address = f"/arbete/dialoger/{row.public_id}/anteckna/"
    page.goto(address)
    page.get_by_label("Vad sades?").press_sequentially("Mörkt i tunneln")
    expect(page.get_by_role("status")).to_contain_text("Sparat")
    page.goto(address)
    lines = page.get_by_label("Vad sades?")
    expect(lines).to_have_value("Mörkt i tunneln")
    lines.fill("Mörkt i tunneln och vid bron")
    page.get_by_role("button", name="Spara raderna").click()
    expect(page.get_by_text("1 röst är sparad.")).to_be_visible()
    expect(page.get_by_label("Vad sades?")).to_have_value("")
    expect(page.get_by_role("button", name="Lägg tillbaka")).to_have_count(0)
    assert Voice.objects.get().text == "Mörkt i tunneln och vid bron"
