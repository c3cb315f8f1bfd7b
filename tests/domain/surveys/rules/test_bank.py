"""The question bank: whole, in two languages, and the same from wave to wave."""

from dataclasses import replace

import pytest

from handslag.domain.surveys.rules import Background, QuestionKind, Questionnaire, lacks
from handslag.domain.surveys.rules.bank import (
    bank,
    begun_from,
    is_as_shipped,
    sought,
    taken,
    with_areas,
)
from handslag.domain.surveys.rules.words import CHOOSES

QUESTIONS = list(bank().questions.values())
READY = {one.code: one for one in bank().ready}
# The municipality writes the names of its own areas.
WITHOUT_ANSWERS = "area"


def test_every_theme_has_questions_and_every_question_a_theme():
    themes = {one.code for one in bank().themes}
    assert {one.theme for one in QUESTIONS} == themes
    assert len(QUESTIONS) >= 45


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.key)
def test_a_question_says_everything_in_swedish_and_english(question):
    texts = [question.words, *(one.words for one in question.options)]
    texts += [one.words for one in question.rows]
    texts += [one for one in (question.help, question.unit) if one]
    assert all(one.get("sv") and one.get("en") for one in texts)
    assert question.key.replace("_", "").isalnum()
    if question.kind in CHOOSES and question.key != WITHOUT_ANSWERS:
        assert len(question.options) >= 2


def test_what_a_question_hangs_on_is_in_the_bank():
    for question in QUESTIONS:
        if question.shown_if:
            earlier = bank().questions[question.shown_if.question]
            known = {one.key for one in earlier.options}
            assert set(question.shown_if.options) <= known


@pytest.mark.parametrize("code", READY)
def test_a_ready_questionnaire_lacks_nothing_but_the_names_of_areas(code):
    asked = begun_from(READY[code], Questionnaire(languages=("sv", "en")))
    found = [(one.code, one.question) for one in lacks(asked)]
    assert set(found) <= {("surveys.too_few_options", WITHOUT_ANSWERS)}


def test_oesthammar_asks_of_safety_on_three_levels_places_and_crimes():
    asked = begun_from(READY["home_area_municipality"], Questionnaire())
    keys = {one.key for one in asked.questions()}
    assert {"safe_home", "safe_neighbourhood", "safe_municipality"} <= keys
    assert {"place_avoided", "crimes_feared", "knows_promise"} <= keys
    place = asked.question("place_avoided")
    assert place is not None
    assert place.kind is QuestionKind.PLACE
    assert asked.background(Background.SEX) is not None


def test_the_whole_survey_is_about_forty_questions():
    assert 38 <= READY["whole"].length <= 50


def test_nothing_is_taken_twice_and_conditions_need_their_question():
    asked = Questionnaire()
    (alone,) = taken(asked, ["place_avoided"])
    assert alone.shown_if is None
    both = taken(asked, ["place_avoided", "avoids_place"])
    assert [one.key for one in both] == ["avoids_place", "place_avoided"]
    assert both[1].shown_if is not None
    begun = begun_from(READY["square"], asked)
    assert taken(begun, ["knows_promise"]) == []


def test_a_question_is_found_by_its_words_its_answers_and_its_theme():
    assert bank().questions["lighting"] in sought("belysning")
    assert bank().questions["makes_safer"] in sought("Lighting better")
    assert bank().questions["knows_promise"] in sought("medborgarlofte")
    assert sought("kvantmekanik") == []
    assert len(sought("")) == len(QUESTIONS)


def test_a_question_whose_words_were_changed_is_no_longer_that_of_the_bank():
    shipped = bank().questions["safe_home"]
    assert is_as_shipped(shipped)
    assert is_as_shipped(replace(shipped, is_required=True, revision=4))
    finnish = {**shipped.words, "fi": "Kuinka turvalliseksi tunnet olosi kotona?"}
    assert is_as_shipped(replace(shipped, words=finnish))
    assert not is_as_shipped(replace(shipped, words={"sv": "Är du trygg hemma?"}))
    assert not is_as_shipped(replace(shipped, options=shipped.options[:3]))
    assert not is_as_shipped(replace(shipped, bank=""))


# The themes of police surveys (F6.1, F6.9), of the national survey (F6.15) and of surveys
# that municipalities make themselves (F6.18): which questions ask of them.
THEMES = {
    "outdoor environment": ["problem_litter", "lighting", "well_kept"],
    "litter, graffiti, damage": ["problem_litter", "problem_graffiti", "problem_vandalism"],
    "abuse of alcohol and drugs": ["problem_drunk", "problem_drugs"],
    "groups that disturb": ["problem_groups"],
    "traffic": ["problem_speeding", "problem_mopeds", "problem_traffic"],
    "exposure to everyday crime": ["exposed", "exposed_matrix"],
    "exposure by kind of crime": ["exposed_kinds"],
    "reported the crime": ["reported"],
    "worry": [
        "worry_burglary",
        "worry_assault",
        "worry_robbery",
        "worry_sexual",
        "worry_vehicle",
    ],
    "alone outside late": ["safe_late"],
    "another way, abstained": ["other_way", "abstained", "abstained_from"],
    "police and local problems": ["police_care", "police_work", "trust_police"],
    "safety on three levels": ["safe_home", "safe_neighbourhood", "safe_municipality"],
    "places avoided, crimes feared": ["place_avoided", "crimes_feared"],
    "free text": ["own_words"],
    "the promise": ["knows_promise"],
}


@pytest.mark.parametrize("theme", THEMES)
def test_what_other_surveys_ask_of_can_be_asked(theme):
    assert set(THEMES[theme]) <= set(bank().questions)


def test_where_one_lives_is_answered_with_the_areas_of_the_municipality():
    area = bank().questions["area"]
    asked = with_areas(area, {"norr": "Norr", "soder": "Söder"})
    assert [one.key for one in asked.options] == ["norr", "soder", "elsewhere"]
    assert [one.is_apart for one in asked.options] == [False, False, True]
    # It is the same question in every municipality, whatever its areas are called.
    assert is_as_shipped(asked)
    assert not is_as_shipped(replace(asked, words={"sv": "Bor du här?"}))
    assert with_areas(asked, {"vast": "Väst"}) == asked
    sex = bank().questions["sex"]
    assert with_areas(sex, {"vast": "Väst"}) == sex
    assert with_areas(area, {}) == area
