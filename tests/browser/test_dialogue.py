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
from tests import make
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
