"""The board says first where the work stands, and what is missing."""

import pytest

from handslag.domain.organisations.models import Tie
from handslag.domain.picture.services.causes import finish_analysis
from handslag.domain.year.models import StepMark
from handslag.domain.year.rules.steps import BY_HAND, Sign
from handslag.domain.year.services.steps import mark_step
from handslag.web.words.steps import DEEDS, LACKS, SIGNS
from handslag.web.workspace.steps.lines import _PLACES
from tests import make
from tests.make import causes as made
from tests.web.pages import opened, sent

STEPS = "/arbete/steg/"


def mark_page(home, sign: Sign) -> str:
    return f"{STEPS}{home.slugs.get().slug}/{sign.value}/"


def test_the_board_begins_with_where_the_work_stands(at_work, municipality):
    page = opened(at_work, STEPS)
    assert page.says("Var står arbetet i Lundby kommun?")
    assert page.says("Ni är i steg 1 av 10: Initiera samverkan.")
    assert page.says(
        "Det här saknas för att Brås steg 3 ska vara klart: två lägesbilder som förts"
        " samman till en, en prioritering av varje problem, medborgardialoger, en"
        " orsaksanalys för varje prioriterat problem och en överenskommelse som båda"
        " har undertecknat."
    )


def test_a_problem_without_its_analysis_is_named_with_the_way_there(
    at_work, coordinator, municipality
):
    first = made.prioritised(municipality, title="Cykelstölder")
    made.prioritised(municipality, title="Klotter")
    made.cause(coordinator, first)
    finish_analysis(coordinator, first)
    page = opened(at_work, STEPS)
    assert page.says("1 av 2")
    assert page.says("Klotter")
    assert not page.says("Cykelstölder")
    keys = [first.picture.public_id, first.picture.problems.get(title="Klotter").public_id]
    assert f"/arbete/lagesbild/{keys[0]}/problem/{keys[1]}/orsaker/" in page.links


def test_what_the_system_cannot_see_is_marked_with_a_day_and_a_note(at_work, municipality):
    page = sent(
        at_work,
        mark_page(municipality, Sign.METHOD),
        done_on="2026-02-01",
        note="Alla fem är utbildade.",
    )
    assert page.says("Markerat 1 februari 2026: Alla fem är utbildade.")
    page = sent(
        at_work,
        mark_page(municipality, Sign.METHOD),
        press="remove",
    )
    assert not StepMark.objects.exists()
    assert not page.says("Alla fem är utbildade.")


def test_a_mark_ahead_of_its_day_gets_its_sentence(at_work, municipality):
    page = sent(
        at_work, mark_page(municipality, Sign.METHOD), done_on="2026-04-01", note="Snart."
    )
    assert page.status == 422
    assert page.says("Den dagen har inte varit än.")
    assert page.form(having="note").fields["note"] == ["Snart."]


def test_two_who_mark_at_once_lose_nothing(at_work, coordinator, municipality, today):
    address = mark_page(municipality, Sign.METHOD)
    form = opened(at_work, address).form(having="note").fields
    mark_step(
        coordinator,
        municipality,
        Sign.METHOD,
        done_on=today,
        note="Deras.",
        revision=0,
        today=today,
    )
    form |= {"done_on": ["2026-02-01"], "note": ["Vår."]}
    answer = at_work.post(address, form)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "<del>Deras" in html
    assert "<ins>Vår" in html
    assert StepMark.objects.get().note == "Deras."


def test_what_shows_itself_has_no_page_to_mark_it(at_work, municipality):
    assert at_work.get(mark_page(municipality, Sign.PLAN)).status_code == 404


def test_the_police_choose_among_the_municipalities_they_serve(
    signed_in, liaison_officer, municipality, police
):
    neighbour = make.municipality("Norrby kommun")
    make.relation(police, Tie.SERVES, neighbour)
    browser = signed_in(liaison_officer)
    page = opened(browser, STEPS)
    assert page.says("Lundby kommun")
    assert page.says("Norrby kommun")
    assert opened(browser, f"{STEPS}norrby/").says("Norrby kommun")


def test_a_reader_sees_the_board_and_marks_nothing(reading, municipality):
    page = opened(reading, STEPS)
    assert page.says("Ni är i steg 1 av 10")
    assert not page.says("Markera som klart")


@pytest.mark.parametrize("count", [1, 25])
def test_the_board_takes_as_many_queries_whatever_there_is(
    at_work, coordinator, municipality, count, django_assert_max_num_queries
):
    for nr in range(count):
        problem = made.prioritised(municipality, title=f"Problem {nr}")
        made.cause(coordinator, problem)
        make.evidence(municipality)
    with django_assert_max_num_queries(12):
        at_work.get(STEPS)


def test_every_sign_has_its_words_and_a_way_to_it():
    assert set(SIGNS) == set(Sign)
    assert set(LACKS) == {
        Sign.MERGED,
        Sign.PRIORITISED,
        Sign.CITIZEN_DIALOGUE,
        Sign.CAUSES,
        Sign.AGREEMENT,
    }
    assert set(Sign) - set(_PLACES) <= BY_HAND
    assert set(DEEDS) == set(_PLACES) - {Sign.CAUSES}
