"""A paper form typed with the number keys gives what the form on the web gives."""

from dataclasses import replace

import pytest

from handslag.domain.surveys.rules import Questionnaire, Section
from handslag.domain.surveys.rules.answers import read
from handslag.domain.surveys.rules.keying import (
    differing,
    fields,
    letter,
    nine_declines,
    read_typed,
)
from tests.make.surveys import (
    AGE,
    ALL,
    DAY,
    FEARS,
    MATRIX,
    ORDER,
    SAFE,
    SEX,
    WHERE,
    WHY,
    options,
)

ASKED = Questionnaire(sections=(Section("s", {}, questions=ALL),))


def only(*questions):
    return Questionnaire(sections=(Section("s", {}, questions=questions),))


# Each kind of question: typed by keys, and sent by the form.
GOLDEN = [
    (SEX, {"k-sex": "2"}, {"q-sex": ["b"]}),
    (SEX, {"k-sex": "9"}, {"q-sex": ["declined"]}),
    (SEX, {"k-sex": "-"}, {"q-sex": ["declined"]}),
    (SEX, {"k-sex": ""}, {}),
    (SAFE, {"k-safe": "4"}, {"q-safe": ["d"]}),
    (SAFE, {"k-safe": ""}, {"q-safe": ["declined"]}),
    (
        MATRIX,
        {"k-parts-home": "1", "k-parts-town": "2"},
        {"q-parts-home": ["a"], "q-parts-town": ["b"]},
    ),
    (MATRIX, {"k-parts-home": "", "k-parts-town": "2"}, {"q-parts-town": ["b"]}),
    (MATRIX, {"k-parts-home": "9"}, {"q-parts": ["declined"]}),
    (
        ORDER,
        {"k-order-c": "1", "k-order-a": "2", "k-order-b": "3"},
        {"q-order-c": ["1"], "q-order-a": ["2"], "q-order-b": ["3"]},
    ),
    (ORDER, {"k-order-b": "1"}, {"q-order-b": ["1"]}),
    (ORDER, {"k-order-a": "-"}, {"q-order": ["declined"]}),
    (AGE, {"k-age": "44"}, {"q-age": ["44"]}),
    (AGE, {"k-age": "-"}, {"q-age": ["declined"]}),
    (DAY, {"k-day": "20261007"}, {"q-day": ["2026-10-07"]}),
    (DAY, {"k-day": "2026-10-07"}, {"q-day": ["2026-10-07"]}),
    (WHY, {"k-why": "Det är mörkt."}, {"q-why": ["Det är mörkt."]}),
    (
        WHERE,
        {"k-where-place1": "Parken", "k-where-place2": "Torget"},
        {"q-where-words1": ["Parken"], "q-where-words2": ["Torget"]},
    ),
]


@pytest.mark.parametrize(("question", "typed", "posted"), GOLDEN)
def test_each_kind_of_question_is_answered_as_on_the_web(question, typed, posted):
    answers, problems = read_typed(only(question), typed)
    assert not problems
    assert (answers, []) == read(only(question), posted)


@pytest.mark.parametrize("typed", ["1,4", "1 4", "1, 4", "4.1"])
def test_several_are_chosen_and_the_other_has_its_words(typed):
    asked = only(SAFE, FEARS)
    keyed = {"k-safe": "3", "k-fears": typed, "k-fears-other": "Båtstöld"}
    sent = {"q-safe": ["c"], "q-fears": ["a", "other"], "q-fears-other": ["Båtstöld"]}
    answers, problems = read_typed(asked, keyed)
    wanted, _ = read(asked, sent)
    assert not problems
    assert set(answers["fears"]["o"]) == set(wanted["fears"]["o"])
    assert answers["fears"]["t"] == "Båtstöld"


def test_what_was_answered_in_a_question_that_is_not_asked_is_left_out():
    answers, problems = read_typed(only(SAFE, FEARS), {"k-safe": "1", "k-fears": "1"})
    assert (answers, problems) == ({"safe": {"o": ["a"]}}, [])


@pytest.mark.parametrize(
    ("question", "typed", "code"),
    [
        (SEX, {"k-sex": "4"}, "surveys.not_a_number_of_the_list"),
        (SEX, {"k-sex": "0"}, "surveys.not_a_number_of_the_list"),
        (SEX, {"k-sex": "1,2"}, "surveys.not_a_number_of_the_list"),
        (SEX, {"k-sex": "man"}, "surveys.not_a_number_of_the_list"),
        (SAFE, {"k-safe": "7"}, "surveys.not_a_number_of_the_list"),
        (ORDER, {"k-order-a": "1", "k-order-b": "1"}, "surveys.same_place_twice"),
        (ORDER, {"k-order-a": "9"}, "surveys.not_a_place_in_the_order"),
        (AGE, {"k-age": "9"}, "surveys.out_of_bounds"),
        (DAY, {"k-day": "20261399"}, "surveys.not_a_day"),
    ],
)
def test_a_slip_of_the_finger_is_told_of(question, typed, code):
    _, problems = read_typed(only(question), typed)
    assert [(one.question, one.code) for one in problems] == [(question.key, code)]


def test_nine_is_an_option_where_there_are_nine():
    many = replace(SEX, options=options(*"ABCDEFGHI"))
    assert not nine_declines(many)
    answers, _ = read_typed(only(many), {"k-sex": "9"})
    assert answers == {"sex": {"o": ["i"]}}


def test_the_fields_stand_in_the_order_of_the_paper():
    assert [(one.number, one.name) for one in fields(ASKED)] == [
        ("1", "k-sex"),
        ("2", "k-safe"),
        ("3", "k-fears"),
        ("3", "k-fears-other"),
        ("4a", "k-parts-home"),
        ("4b", "k-parts-town"),
        ("5a", "k-order-a"),
        ("5b", "k-order-b"),
        ("5c", "k-order-c"),
        ("6", "k-age"),
        ("7", "k-day"),
        ("8", "k-why"),
        ("9a", "k-where-place1"),
        ("9b", "k-where-place2"),
    ]
    assert (letter(0), letter(25), letter(26), letter(53)) == ("a", "z", "aa", "bb")


def test_two_who_mean_the_same_do_not_differ():
    one, _ = read_typed(ASKED, {"k-safe": "3", "k-day": "20261007"})
    same, _ = read_typed(ASKED, {"k-safe": " 3", "k-day": "2026-10-07"})
    other, _ = read_typed(ASKED, {"k-safe": "2", "k-day": "20261007", "k-age": "30"})
    assert differing(one, same) == []
    assert set(differing(one, other)) == {"safe", "age"}
