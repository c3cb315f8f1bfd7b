"""A resident answers a survey: on a phone by keyboard, later on, and without JavaScript."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import expect

from handslag.core.access import Role
from handslag.domain.surveys.models import Envelope, Survey
from handslag.domain.surveys.rules import Section
from handslag.domain.surveys.rules.documents import read, written
from tests import make
from tests.make import surveys
from tests.make.surveys import FEARS, MATRIX, ORDER, SAFE, WHERE, WHY


@pytest.fixture
def survey(transactional_db, tmp_path, settings) -> Survey:
    """Two pages: choosing, then pointing out and writing."""
    settings.SEALING_DIR = tmp_path / "sealing"
    municipality = make.municipality("Lundby kommun")
    today = localdate()
    row = surveys.opened(
        make.member(municipality, Role.COORDINATOR),
        municipality,
        (SAFE, FEARS, MATRIX, ORDER, WHERE, WHY),
        opens_on=today - timedelta(days=1),
        closes_on=today + timedelta(days=9),
    )
    asked = read(row.document)
    (section,) = asked.sections
    first = replace(section, questions=section.questions[:4])
    last = Section("sist", {"sv": "Till sist"}, questions=section.questions[4:])
    row.document = written(replace(asked, sections=(first, last)))
    row.save()
    return row


# What a screen reader meets on the first page when its first question was left out: the
# group and its name, each answer with its role and state, and what is wrong before them.
SPOKEN = """
- group "1. Hur trygg känner du dig utomhus sent en kväll?":
  - list:
    - listitem: Svara på frågan, eller välj att ni inte vill svara.
  - radio "Mycket trygg" [checked=false]
  - radio "Ganska trygg"
  - radio "Ganska otrygg"
  - radio "Mycket otrygg"
  - radio "Vill inte svara"
- group "3. Hur trygg är du … (frivilligt)":
  - group "hemma":
    - radio "Trygg"
    - radio "Otrygg"
  - group "i centrum":
    - radio "Trygg"
    - radio "Otrygg"
- group "4. Vad ska vi börja med? (frivilligt)":
  - paragraph: /Skriv 1 vid det som kommer först/
  - paragraph:
    - textbox "Ljus"
  - paragraph:
    - textbox "Poliser"
  - paragraph:
    - textbox "Fritidsgård"
- paragraph:
  - button "Nästa"
"""


def here(survey: Survey) -> str:
    return f"/lundby/delta/{survey.occasion.slug}/"


def press(page, button: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def choose(page) -> None:
    """As a screen reader meets it: a group with the question, and its answers by name."""
    group = page.get_by_role("group", name="Hur trygg känner du dig")
    group.get_by_role("radio", name="Ganska otrygg").check()
    fears = page.get_by_role("group", name="Vilka brott är du orolig för?")
    fears.get_by_role("checkbox", name="Inbrott").press("Space")
    page.get_by_role("group", name="i centrum").get_by_label("Otrygg").check()
    page.get_by_label("Poliser").fill("1")


def paused(page) -> str:
    """The code with which the answers are locked on this device."""
    page.get_by_role("button", name="Fortsätt senare").click()
    said = page.locator("[data-later] .said")
    expect(said).to_contain_text("Skriv upp koden")
    return str(said.inner_text().split("koden: ")[1][:9])


def gone_on(page, code: str) -> None:
    page.get_by_label("Er egen kod").fill(code)
    page.get_by_role("button", name="Gå vidare").click()


def check_that_nothing_is_left(page) -> None:
    """Whoever sits down at the same computer, and goes back, finds nothing."""
    assert page.evaluate("localStorage.length") == 0
    assert page.context.cookies() == []
    page.go_back()
    expect(page.get_by_role("button", name="Börja")).to_be_visible()
    expect(page.get_by_text("Det är mörkt.")).to_have_count(0)


def test_on_a_phone_with_a_pause_in_between(survey, page, axe, complaints):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/lundby/delta/")
    page.get_by_role("link", name="Trygghet i Lundby").click()
    press(page, "Börja")
    expect(page.get_by_role("group", name="Vilka brott är du orolig för?")).to_be_hidden()
    assert axe(page) == []
    press(page, "Nästa")
    complaints.clear()  # it came back with 422, as it should
    expect(page.get_by_role("alert")).to_contain_text("Fråga 1 – Svara på frågan")
    expect(page.locator("main form")).to_match_aria_snapshot(SPOKEN)
    assert axe(page) == []
    choose(page)
    code = paused(page)
    page.goto(here(survey))
    gone_on(page, "ABCD-EFGH")
    expect(page.locator("[data-resume] .said")).to_contain_text("öppnar dem inte")
    assert axe(page) == []
    with page.expect_navigation():
        gone_on(page, code.lower())
    expect(page.get_by_role("radio", name="Ganska otrygg")).to_be_checked()
    expect(page.get_by_label("Poliser")).to_have_value("1")
    press(page, "Nästa")
    assert axe(page) == []
    page.get_by_label("Berätta varför").fill("Det är mörkt.")
    press(page, "Skicka mina svar")
    expect(page.get_by_role("heading", level=1)).to_contain_text("har kommit in")
    assert axe(page) == []
    check_that_nothing_is_left(page)
    assert Envelope.objects.count() == 1


def test_without_javascript_in_english(survey, phone):
    window = phone()
    window.goto(f"/en{here(survey)}")
    press(window, "Begin")
    window.get_by_role("group", name="Hur trygg känner du dig").get_by_label(
        "Mycket trygg"
    ).check()
    press(window, "Next")
    window.get_by_label("Or describe where, in words").first.fill("Bakom skolan")
    press(window, "Send my answers")
    expect(window.get_by_text("Thank you. Your answer has come in.")).to_be_visible()
    assert Envelope.objects.count() == 1
