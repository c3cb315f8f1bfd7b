"""What anyone reads of crime and safety in a municipality."""

import pytest

from handslag.domain.picture import services
from handslag.domain.picture.rules.words import Confidence, Priority
from handslag.domain.vocabulary.published import explained_as
from handslag.domain.vocabulary.rules import Kind
from handslag.domain.vocabulary.shipped import words as shipped
from handslag.web.words.picture import THEME_TERMS
from tests import make
from tests.make import picture as pictures

HERE = "/lundby/lagesbild/"


@pytest.fixture
def picture(coordinator, municipality):
    """Two prioritised problems; one of them they are sure of."""
    found = pictures.joint(coordinator, municipality)
    finding = make.evidence(municipality, "Fyra av tio undviker torget.")
    pictures.filled(coordinator, found, finding)
    sure = pictures.judgement(finding, confidence=Confidence.HIGH)
    pictures.problem(coordinator, found, title="Buskörning", judgements=(sure,))
    for problem in found.problems.all():
        services.agree_priority(
            coordinator, problem, Priority.PRIORITISED, reason="Det ökar.", revision=1
        )
    pictures.frozen(coordinator, found)
    return found


def test_the_answer_says_how_many_are_prioritised_and_how_sure_one_is(picture, words):
    page = words(HERE)
    assert "Två problem är prioriterade. Vi är säkra på ett av dem." in page
    assert "Det är vi ganska säkra på." in page
    assert "Fyra av tio undviker torget." in page


def test_english_is_there_with_the_same_answer(picture, words):
    page = words(f"/en{HERE}")
    assert "Two problems are prioritised. We are sure of one of them." in page


def test_a_later_version_says_what_has_changed(picture, coordinator, words):
    assert "Vad har ändrats sedan förra gången?" not in words(HERE)
    problem = picture.problems.get(title="Buskörning")
    services.close_problem(coordinator, problem, why="Vägen är avstängd.")
    pictures.problem(coordinator, picture, title="Klotter", unsupported_why="Nytt i år.")
    pictures.frozen(coordinator, picture)
    page = words(HERE)
    assert "Ett problem är nytt och ett problem är borta." in page
    compared = words(f"{HERE}1/jamfor/2/")
    assert "Vägen är avstängd." in compared
    assert "Version 2" in words(f"{HERE}1/")


def test_a_municipality_without_a_public_picture_says_so(municipality, words):
    assert "Här finns ingen lägesbild" in words(HERE, 404)
    assert "Här finns ingen lägesbild" in words(f"{HERE}7/", 404)


def test_the_municipality_leads_to_its_picture(municipality, picture, get):
    assert HERE in get("/lundby/").content.decode()


def test_a_version_taken_back_is_gone_at_once(picture, coordinator, words, now):
    words(HERE)
    version = picture.versions.get()
    services.take_back(coordinator, version, why="Ett namn stod kvar.", now=now)
    assert "Här finns ingen lägesbild" in words(HERE, 404)


def test_a_promise_leads_to_the_problem_it_answers_as_long_as_anyone_may_read_of_it(
    picture, coordinator, municipality, approved, get, now, django_assert_max_num_queries
):
    problem = picture.problems.get(title="Buskörning")
    approved(make.promise_draft(municipality, problem=problem.pk))
    promise, there = "/lundby/loften/2026/1/", f"{HERE}#p-{problem.public_id}"
    with django_assert_max_num_queries(8):
        assert there in get(promise).content.decode()
    assert f'id="p-{problem.public_id}"' in get(HERE).content.decode()
    problem.refresh_from_db()
    services.close_problem(coordinator, problem, why="Vägen är avstängd.")
    pictures.frozen(coordinator, picture)
    assert there in get(promise).content.decode()
    assert f'id="p-{problem.public_id}"' in get(HERE).content.decode()
    for version in picture.versions.order_by("-number"):
        services.take_back(coordinator, version, why="Ett namn stod kvar.", now=now)
    assert there not in get(promise).content.decode()


def test_words_of_the_field_lead_to_what_they_mean_once_each(picture, coordinator, get):
    pictures.problem(coordinator, picture, title="Klotter", unsupported_why="Nytt i år.")
    pictures.frozen(coordinator, picture)
    page = get(HERE).content.decode()
    for word in ("lagesbild", "analys", "otrygghet"):
        assert page.count(f'href="/ordlista/#{word}"') == 1, word
    assert 'href="/en/ordlista/#lagesbild"' in get(f"/en{HERE}").content.decode()


def test_every_theme_that_leads_to_the_glossary_stands_there():
    assert set(THEME_TERMS.values()) <= set(explained_as("sv"))
    assert set(THEME_TERMS) <= {one.code for one in shipped() if one.kind is Kind.FOCUS}
