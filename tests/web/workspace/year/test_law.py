"""The law check: a page, answers to print, a table, and the whole country at once."""

from datetime import date

import pytest
from django.test import Client

from handslag.domain.year import services
from handslag.domain.year.rules.words import DUTIES, Section
from handslag.web.words.year import DUTIES as WORDS
from tests import make
from tests.make import year as made
from tests.web.pages import opened, sent

LAW = "/arbete/lagkoll/lundby/"
WHY = "Vi väntar på lägesbilden."


@pytest.fixture
def stated(coordinator, municipality, today) -> None:
    services.state_why(
        coordinator,
        municipality,
        Section.PLAN,
        why=WHY,
        planned_on=date(2026, 9, 1),
        today=today,
        revision=0,
    )


def test_every_duty_is_there_and_what_is_missing_leads_on(at_work):
    page = opened(at_work, LAW)
    assert page.says("Gör Lundby det som lagen kräver?")
    assert page.says("av åtta skyldigheter är på plats. Saknas: en lägesbild")
    for title, duty in WORDS.values():
        assert page.says(str(title))
        assert page.says(str(duty))
    assert page.says("Det är en rätt, inte en skyldighet")
    assert "/arbete/lagesbild/" in page.links
    assert f"{LAW}varfor/5/" in page.links


def test_why_and_when_are_written_once_and_shown(at_work: Client):
    page = sent(at_work, f"{LAW}varfor/5/", why=WHY, planned_on="2026-09-01")
    assert page.says("Inte påbörjat, med skäl")
    assert page.says(f"{WHY} Planerat till 1 september 2026.")
    page = sent(at_work, f"{LAW}varfor/5/", press="withdraw")
    assert not page.says(WHY)


def test_without_a_why_nothing_is_saved(at_work):
    page = sent(at_work, f"{LAW}varfor/5/", why="", planned_on="2026-09-01")
    assert page.status == 422
    assert page.says("Skriv varför, i en eller två meningar.")
    assert page.form(having="why").fields["planned_on"] == ["2026-09-01"]


@pytest.mark.parametrize("section", ["14", "99"])
def test_there_is_no_reason_for_what_is_no_duty(at_work, section):
    assert at_work.get(f"{LAW}varfor/{section}/").status_code == 404


def test_two_who_state_at_once_see_both(at_work, stated):
    page = sent(at_work, f"{LAW}varfor/5/", why="Annat.", revision="0")
    assert page.status == 422
    assert page.form(having="why").fields["why"] == ["Annat."]
    assert page.says("Det den andra sparade, och det ni skrev")


def test_the_board_is_written_down(at_work):
    page = sent(at_work, f"{LAW}namnd/", board="omsorgsnämnden")
    assert page.says("Leds av: omsorgsnämnden.")


def test_the_answers_stand_in_the_order_of_the_law(at_work, stated):
    page = opened(at_work, f"{LAW}svar/")
    places = [page.words.index(f" § {WORDS[Section.PICTURE][0]}")]
    places += [page.words.index(str(WORDS[duty][0]), places[-1]) for duty in DUTIES[1:]]
    assert places == sorted(places)
    assert page.says(f"Varför det inte är påbörjat {WHY}")
    assert page.says("Planerat till 1 september 2026")


def test_the_table_opens_in_a_spreadsheet(at_work, stated, coordinator, municipality):
    services.state_why(
        coordinator,
        municipality,
        Section.COUNCIL,
        why="=1+1",
        planned_on=None,
        today=date(2026, 3, 2),
        revision=0,
    )
    answer = at_work.get(f"{LAW}svar.csv")
    lines = answer.content.decode().splitlines()
    assert lines[0].startswith("\ufeffParagraf;Skyldighet;Läge")
    assert [line.split(";")[0] for line in lines[1:4]] == ["4 §", "5 §", "6 §"]
    assert lines[2].endswith(f";{WHY};2026-09-01")
    assert "'=1+1" in answer.content.decode()


def test_the_police_do_not_see_why(signed_in, liaison_officer, stated):
    page = opened(signed_in(liaison_officer), LAW)
    assert not page.says(WHY)
    assert page.says("Inte offentligt")


def test_what_is_late_by_law_waits_first(at_work, coordinator, municipality, now):
    made.led(coordinator, municipality)
    made.reported(coordinator, date(2024, 6, 1), now=now)
    page = opened(at_work, "/arbete/")
    assert page.says("En sak bör göras nu.")
    assert page.says(
        "13 § En nämnd som leder och rapporterar Lundby Skulle ha gjorts senast 1 juni 2025"
    )
    assert "/arbete/rapport/lundby/" in page.links


@pytest.mark.long
def test_all_290_municipalities_in_at_most_twelve_questions(
    at_work, municipality, coordinator, today, django_assert_max_num_queries
):
    for _ in range(289):
        make.municipality()
    with django_assert_max_num_queries(12):
        page = opened(at_work, "/arbete/lagkoll/")
    assert page.says("Ingen av 290 kommuner")
    assert page.says("Om andra ser ni bara det som är offentligt")


def test_of_others_only_what_is_public_is_on_the_page(away, stated, municipality):
    municipality.contact_name, municipality.contact_email = "Samordningen", "a@b.example"
    municipality.save()
    page = opened(away, "/arbete/lagkoll/")
    assert page.says("En av 2 kommuner har något på plats här.")
    nothing = " ".join(["inget här"] * 6)
    assert page.says(f"Lundby {nothing} klart inte offentligt")
    assert LAW not in page.links


def test_the_police_are_led_to_no_page_that_is_closed_to_them(signed_in, liaison_officer):
    """The report and the contact of a municipality are opened by its own people."""
    browser = signed_in(liaison_officer)
    for address in (LAW, "/arbete/steg/lundby/", "/arbete/aret/lundby/"):
        ways = [link for link in opened(browser, address).links if "lundby" in link]
        ways += [link for link in opened(browser, address).links if "/organisati" in link]
        closed = [link for link in ways if browser.get(link).status_code >= 400]
        assert closed == []
