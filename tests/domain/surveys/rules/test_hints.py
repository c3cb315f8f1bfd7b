"""Hints while a question is written: what would make it easier to answer truly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.surveys.rules import (
    Background,
    Option,
    Question,
    QuestionKind,
)
from handslag.domain.surveys.rules.bank import bank
from handslag.domain.surveys.rules.hints import hints
from tests.make.surveys import options

SAFE = options(
    "Mycket trygg", "Trygg", "Otrygg", "Mycket otrygg", "Vet inte", apart=["Vet inte"]
)
SCALE = QuestionKind.SCALE


def codes(text="Hur trygg är du?", answers=SAFE, kind=SCALE, language="sv", **more):
    question = Question("q", kind, {language: text}, options=answers, **more)
    return [one.code for one in hints(question)]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("sv", "Håller du inte med om att polisen gör ett bra jobb?", "leading"),
        ("sv", "Hur stor hjälp har du haft av trygghetsvärdarna?", "leading"),
        ("en", "Don't you agree that it is safe here?", "leading"),
        ("en", "How helpful is the safety host?", "leading"),
        ("sv", "Hur nöjd är du med belysningen och städningen?", "double"),
        ("sv", "Har du råkat ut för hot och/eller våld?", "double"),
        ("en", "How satisfied are you with the lighting and the cleaning?", "double"),
        ("sv", "Hur trygg är du när du inte har sällskap?", "negation"),
        ("en", "How safe do you feel when nobody is not there?", "negation"),
        ("sv", "Är du alltid trygg?", "absolute"),
        ("en", "Are you always safe?", "absolute"),
        ("sv", "Vad tycker du beträffande belysningen?", "officialese"),
        ("en", "What do you think regarding the lighting?", "officialese"),
        ("sv", "Hur trygg är du " + "när du går hem " * 8 + "?", "long"),
    ],
)
def test_words_that_make_a_question_harder_are_pointed_out(language, text, code):
    assert code in codes(text, language=language)


@pytest.mark.parametrize(
    "text",
    [
        "Hur trygg känner du dig hemma?",
        "Känner du till kommunens och polisens medborgarlöfte?",
        "Hur ofta går du ut då och då?",
    ],
)
def test_a_plain_question_gets_no_hint(text):
    assert codes(text) == []


def test_a_negation_where_several_may_be_chosen_is_no_trap():
    assert codes("Varför anmälde du inte?", kind=QuestionKind.MULTIPLE) == []


def test_who_does_not_know_needs_a_way_out():
    without = SAFE[:4]
    assert codes(answers=without) == ["no_way_out"]
    assert codes(answers=without, is_required=True) == []
    sex = {"kind": QuestionKind.SINGLE, "background": Background.SEX}
    assert codes(answers=without, **sex) == []


def test_a_scale_that_leans_is_pointed_out():
    leaning = options(
        "Mycket bra", "Bra", "Ganska bra", "Dålig", "Vet inte", apart=["Vet inte"]
    )
    assert codes(answers=leaning) == ["unbalanced"]


def test_a_scale_of_numbers_is_pointed_out():
    numbers = options("1", "2", "3", "Vet inte", apart=["Vet inte"])
    assert codes(answers=numbers) == ["numbers"]


def test_ages_that_overlap_or_leave_somebody_out_are_pointed_out():
    ages = {"kind": QuestionKind.SINGLE, "background": Background.AGE}
    overlapping = options("16–30 år", "30–44 år", "45–64 år")
    assert codes("Hur gammal är du?", overlapping, **ages) == ["overlapping"]
    gap = options("16–29 år", "31–44 år")
    assert codes("Hur gammal är du?", gap, **ages) == ["gap"]
    assert codes("Hur gammal är du?", options("16–29 år", "30–44 år"), **ages) == []


@given(st.lists(st.integers(1, 99), min_size=2, max_size=8, unique=True))
def test_intervals_that_follow_each_other_are_never_pointed_out(ends):
    ends = sorted(ends)
    lows = [0, *(end + 1 for end in ends[:-1])]
    words = [f"{low}–{high} år" for low, high in zip(lows, ends, strict=True)]
    answers = tuple(Option(str(nr), {"sv": word}) for nr, word in enumerate(words))
    found = codes("Hur gammal är du?", answers, is_required=True)
    assert not {"overlapping", "gap"} & set(found)


@given(st.text(), st.sampled_from(QuestionKind), st.sampled_from(["sv", "en", "ar"]))
def test_any_text_can_be_read(text, kind, language):
    assert isinstance(codes(text, kind=kind, language=language), list)


def test_the_bank_follows_its_own_advice():
    found = {
        one.key: [hint.code for hint in hints(one)] for one in bank().questions.values()
    }
    assert {key: said for key, said in found.items() if said} == {}
