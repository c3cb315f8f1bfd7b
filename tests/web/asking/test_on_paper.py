"""A paper form: every kind of question, numbered as on the screen it is typed in on."""

from dataclasses import replace

import pytest

from handslag.domain.surveys.rules import Questionnaire, Section
from handslag.domain.surveys.rules.keying import fields
from handslag.web.asking.on_paper import on_paper, printable
from tests.make.surveys import AGE, ALL, FEARS, MATRIX, ORDER, SAFE, WHERE, WHY


def asked(*questions, **words):
    section = Section("s", {"sv": "Din trygghet", "en": "Your safety"}, questions=questions)
    return Questionnaire(sections=(section,), **words)


def questions(language, *kinds):
    (section,) = on_paper(asked(*kinds), language)["sections"]
    return section["questions"]


def printed(one):
    """The numbers of the places on paper where somebody writes or ticks."""
    if one["kind"] == "matrix":
        return [row["letter"] for row in one["rows"]]
    if one["kind"] == "ranking":
        return [option["letter"] for option in one["options"]]
    if one["kind"] == "place" and one["lines"] > 1:
        return one["letters"]
    return [one["nr"]] * (2 if one["other"] else 1)


def test_the_numbers_on_paper_are_those_of_the_screen():
    on_the_paper = [nr for one in questions("sv", *ALL) for nr in printed(one)]
    assert on_the_paper == [one.number for one in fields(asked(*ALL))]


def test_an_answer_says_which_question_comes_next():
    first, second, _third = questions("sv", SAFE, FEARS, AGE)
    assert [one["go"] for one in first["options"]] == [
        "gå till fråga 3",
        "gå till fråga 3",
        "",
        "",
    ]
    assert second["only"] == (
        "För er som svarade ”Ganska otrygg” eller ”Mycket otrygg” på fråga 1."
    )
    assert questions("en", SAFE, FEARS)[0]["options"][0]["go"] == "go to the end"


def test_not_to_answer_is_ticked_with_the_number_that_is_typed_for_it():
    safe, order, why = questions(
        "sv", SAFE, replace(ORDER, is_required=True), replace(WHY, is_required=True)
    )
    assert [one["nr"] for one in safe["declined"]] == ["9"]
    assert [one["nr"] for one in order["declined"] + why["declined"]] == ["–", "–"]
    assert questions("sv", AGE)[0]["declined"] == []


def test_there_is_room_for_the_text_that_may_be_written():
    short, usual, many = (
        questions("sv", replace(WHY, most=most))[0]["lines"] for most in (60, None, 2000)
    )
    assert (short, usual, many) == (3, 5, 10)
    assert questions("sv", WHERE)[0]["lines"] == 2


@pytest.mark.parametrize(
    ("most", "said"),
    [
        (None, "Sätt ett eller flera kryss."),
        (1, "Sätt 1 kryss."),
        (3, "Sätt högst 3 kryss."),
    ],
)
def test_the_form_says_how_many_may_be_ticked(most, said):
    assert questions("sv", replace(FEARS, most=most))[0]["how"] == said


def test_a_form_in_arabic_runs_from_the_right_with_our_sentences_in_swedish():
    given = on_paper(asked(MATRIX, languages=("sv", "ar")), "ar")
    assert given["is_rtl"]
    assert given["words"]["lang"] == "sv"
    assert given["sections"][0]["questions"][0]["how"] == "Sätt ett kryss på varje rad."


def test_there_are_languages_without_a_typeface():
    words = {"sv": "Kön", "zh": "性别", "ar": "الجنس", "ti": "ጾታ", "ru": "Пол"}
    form = asked(replace(SAFE, words=words), languages=("sv", "zh", "ar", "ti", "ru"))
    can = {one: printable(form, one) for one in form.languages}
    assert can == {"sv": True, "zh": False, "ar": True, "ti": True, "ru": True}
