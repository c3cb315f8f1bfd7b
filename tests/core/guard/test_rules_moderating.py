"""What is left of words that may name somebody, when a person has decided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.guard.rules import Choice, left, pieces
from tests.refusing import code_of

WORDS = "Anna på Storgatan stör."
FOUND = [(0, 4), (8, 17)]


@pytest.mark.parametrize(
    ("choice", "marked", "others", "after"),
    [
        (Choice.LET_THROUGH, [], [], WORDS),
        (Choice.TAKE_ALL, [0], [], ""),
        (Choice.TAKE_OUT, [0], [], "[…] på Storgatan stör."),
        (Choice.TAKE_OUT, [0, 7], ["stör"], "[…] på Storgatan […]."),
        (Choice.TAKE_OUT, [0, 1], ["på Storgatan"], "[…] […] stör."),
    ],
)
def test_what_is_marked_or_written_goes_and_the_rest_stays(choice, marked, others, after):
    assert left(WORDS, choice, FOUND, marked=marked, others=others) == after


@pytest.mark.parametrize(
    ("others", "code"),
    [([], "guard.nothing_to_take_out"), (["Anan"], "guard.not_in_the_words")],
)
def test_a_slip_takes_out_nothing_and_says_so(others, code):
    assert code_of(lambda: left(WORDS, Choice.TAKE_OUT, FOUND, others=others)) == code


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_the_pieces_are_the_words(words, spans):
    cut = [(min(one, len(words)), min(two, len(words))) for one, two in spans]
    assert "".join(one.text for one in pieces(words, cut)) == words
