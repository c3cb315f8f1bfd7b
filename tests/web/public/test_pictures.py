"""What anyone reads of crime and safety in a municipality."""

import pytest

from handslag.domain.picture import services
from handslag.domain.picture.rules.words import Confidence, Priority
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
