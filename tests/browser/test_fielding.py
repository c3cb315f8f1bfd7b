"""Staff at work with surveys: one is written, opened and answered on a phone; of another
the letters are made, a code is used on the web, and paper is typed in by keys alone."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import expect

from handslag.core.access import Role
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys.models import Envelope
from tests import make
from tests.make import surveys
from tests.make.surveys import MATRIX, ORDER, SAFE

PROMISE = "Känner du till kommunens och polisens medborgarlöfte?"


@pytest.fixture
def coordinator(transactional_db, tmp_path, settings):
    settings.SEALING_DIR = tmp_path / "sealing"
    return make.member(make.municipality("Lundby kommun"), Role.COORDINATOR)


def go(page, name: str, role: str = "button") -> None:
    with page.expect_navigation():
        page.get_by_role(role, name=re.compile(f"^{re.escape(name)}")).first.click()


def planned(page) -> None:
    """A draft for whoever wants to answer, begun from a ready questionnaire."""
    today = localdate()
    page.goto("/arbete/enkater/ny/")
    page.get_by_label("Titel").fill("Trygg på torget")
    page.get_by_label("Första dag").fill(today.isoformat())
    page.get_by_label("Sista dag").fill((today + timedelta(days=9)).isoformat())
    page.get_by_label("Alla som vill svara").check()
    go(page, "Gå vidare till frågorna")
    with page.expect_navigation():
        page.locator('button[name="fran"][value="square"]').click()


def test_from_the_bank_to_an_answer_on_a_phone(coordinator, page, sign_in, axe):
    sign_in(page, coordinator)
    planned(page)
    # Only those who avoid a place are asked whether they know the promise.
    go(page, PROMISE, "link")
    page.get_by_label("Vilka får frågan?").select_option("avoids_place")
    go(page, "Visa svaren på den fråga som är vald")
    page.get_by_label("Ja", exact=True).check()
    assert axe(page) == []
    go(page, "Spara")
    go(page, "Se vägen genom enkäten", "link")
    expect(page.get_by_role("img").first).to_be_visible()
    page.go_back()
    go(page, "Öppna enkäten", "link")
    go(page, "Öppna enkäten")
    page.context.clear_cookies()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/lundby/delta/")
    go(page, "Trygg på torget", "link")
    expect(page.get_by_text("Det här samlas in")).to_be_visible()
    go(page, "Börja")
    page.get_by_role("group", name="Finns det någon plats").get_by_label("Nej").check()
    expect(page.get_by_role("group", name="Vilken plats undviker du?")).to_be_hidden()
    go(page, "Nästa")
    expect(page.get_by_text(PROMISE)).to_be_hidden()
    page.get_by_role("group", name="Är du …").get_by_label("Kvinna").check()
    page.get_by_role("group", name="Hur gammal").get_by_label("Vill inte svara").check()
    go(page, "Skicka mina svar")
    expect(page.get_by_role("heading", level=1)).to_contain_text("har kommit in")
    assert Envelope.objects.count() == 1


@pytest.fixture
def survey(coordinator):
    """Three were drawn."""
    today = localdate()
    return surveys.opened(
        coordinator,
        Organisation.objects.get(name="Lundby kommun"),
        (SAFE, MATRIX, ORDER),
        strata=[3],
        opens_on=today - timedelta(days=1),
        closes_on=today + timedelta(days=9),
    )


def keyed(page, *answers: str) -> None:
    """Typed with the hands on the keys: Enter leads on, and sends at the end."""
    for one in answers:
        page.keyboard.type(one)
        page.keyboard.press("Enter")


def test_a_letter_is_made_and_its_code_used_on_a_phone(
    survey, coordinator, page, phone, sign_in
):
    sign_in(page, coordinator)
    page.goto(f"/arbete/enkater/{survey.public_id}/utskick/")
    with page.expect_download() as letters:
        page.get_by_role("button", name="Fil 1 (PDF)").first.click()
    assert letters.value.suggested_filename == "letter-1.pdf"
    window = phone()
    window.goto(f"/lundby/delta/{survey.occasion.slug}/")
    window.get_by_label("Koden i ert brev").fill(surveys.code(survey, 1))
    go(window, "Börja")
    window.get_by_role("radio", name="Mycket trygg").check()
    go(window, "Skicka mina svar")
    page.goto(f"/arbete/enkater/{survey.public_id}/svar-in/")
    expect(page.get_by_text("1 av 3 har svarat")).to_be_visible()


def test_paper_is_typed_in_by_keys_alone(survey, coordinator, page, sign_in, axe):
    sign_in(page, coordinator)
    page.goto(f"/arbete/enkater/{survey.public_id}/skriv-in/")
    code = page.get_by_label("Koden på blanketten")
    expect(code).to_be_focused()
    # As it stands on paper: the code, then field by field, a slip in the last one.
    keyed(page, surveys.code(survey, 2), "3", "1", "2", "2", "1", "8", "")
    expect(page.get_by_role("alert")).to_contain_text("3a. ")
    expect(code).to_have_value(surveys.code(survey, 2))
    page.locator("#k-order-c").focus()
    page.keyboard.press("Control+A")
    keyed(page, "3", "")
    expect(page.get_by_role("heading", level=1)).to_contain_text("en gång till")
    assert axe(page) == []
    keyed(page, "4", "1", "2", "2", "1", "3", "")
    first = page.get_by_role("radio", name="Första gången: 3")
    expect(first).to_be_visible()
    assert axe(page) == []
    first.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Svaret är förseglat.")).to_be_visible()
    page.goto(f"/arbete/enkater/{survey.public_id}/svar-in/")
    expect(page.get_by_text("1 av 3 har svarat")).to_be_visible()
    assert Envelope.objects.count() == 1
