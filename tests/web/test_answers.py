from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.promises.rules.verdicts import tally
from handslag.domain.promises.rules.words import Verdict
from handslag.web.answers import how_it_stands, number

KEPT, ONGOING, NOT_REPORTED = Verdict.KEPT, Verdict.ONGOING, Verdict.NOT_REPORTED


@pytest.mark.parametrize(
    ("verdicts", "period", "sentence"),
    [
        (
            [KEPT, KEPT, ONGOING, NOT_REPORTED],
            "2026",
            "Fyra löften för 2026. Två är hållna, ett pågår och ett är inte redovisat än.",
        ),
        ([KEPT], "2025", "Ett löfte för 2025. Ett är hållet."),
        (
            [Verdict.UNKNOWN] * 3,
            "2021-2022",
            "Tre löften för 2021-2022. Underlaget säger inget om hur det gick.",
        ),
        (
            [KEPT, Verdict.UNKNOWN, Verdict.UNKNOWN],
            "2018",
            "Tre löften för 2018. Ett är hållet. Om två säger underlaget inget.",
        ),
        ([], "", "Inga löften är utskrivna, och perioden är inte angiven."),
    ],
)
def test_it_answers_the_visitors_question(verdicts, period, sentence):
    assert how_it_stands(tally(verdicts), period).text == sentence


def test_what_begins_later_says_when():
    coming = tally([Verdict.NOT_BEGUN] * 2)
    begins = how_it_stands(coming, "2027", starts=date(2027, 1, 1)).text
    assert begins == "Två löften för 2027. De börjar gälla 1 januari 2027."
    assert how_it_stands(coming, "2027").text == (
        "Två löften för 2027. De har inte börjat gälla än."
    )
    mixed = tally([KEPT, Verdict.NOT_BEGUN])
    assert "ett har inte börjat" in how_it_stands(mixed, "2027").text


@pytest.mark.parametrize(
    ("period", "opening"),
    [
        ("2024 och tills vidare", "Ett löfte för 2024 och tills vidare."),
        ("från hösten 2020", "Ett löfte, från hösten 2020."),
        ("utan angiven period", "Ett löfte. Perioden är inte angiven."),
    ],
)
def test_a_period_in_words_makes_a_swedish_sentence(period, opening):
    assert how_it_stands(tally([KEPT]), period).opening == opening


def test_what_is_missing_is_marked_as_missing():
    parts = how_it_stands(tally([KEPT, NOT_REPORTED]), "2026").parts
    assert [part.tone for part in parts] == ["strong", "missing"]


def test_it_answers_in_english_too():
    with translation.override("en"):
        said = how_it_stands(tally([KEPT, KEPT, ONGOING]), "2026").text
    assert said == "Three promises for 2026. Two are kept and one is under way."


@given(st.lists(st.sampled_from(list(Verdict)), min_size=1, max_size=12))
def test_every_promise_is_in_the_sentence_once_and_unknown_is_never_a_failing(verdicts):
    with translation.override("en"):
        answer = how_it_stands(tally(verdicts), "2026")
    if set(verdicts) == {Verdict.UNKNOWN}:
        assert not answer.parts
    said = " ".join(part.text for part in answer.parts)
    assert ("not reported" in said) == (NOT_REPORTED in verdicts)
    assert ("not kept" in said) == (Verdict.NOT_KEPT in verdicts)


@given(st.integers(13, 10_000))
def test_large_numbers_are_written_with_figures(count):
    assert number(count).replace("\u202f", "") == str(count)
