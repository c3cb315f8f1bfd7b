from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.search import rules
from tests.core.search.edits import edited

folded = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@given(word=folded, seed=st.integers())
def test_one_edit_is_seen_from_both_sides(word, seed):
    other = "".join(rules.words(edited(word, Random(seed)))) or word

    assert rules.within_one_edit(word, other)
    assert rules.within_one_edit(other, word)


@pytest.mark.parametrize(
    ("one", "other"),
    [("kumla", "kumlaxx"), ("kumla", "kxmxa"), ("kumla", "mukla"), ("abc", "bca")],
)
def test_two_edits_are_not_one(one, other):
    assert not rules.within_one_edit(one, other)


def test_likeness_falls_from_the_same_word_to_a_part_of_it():
    typed = "vandring"
    scores = [
        rules.likeness(typed, word)
        for word in (
            "vandring",
            "vandringar",
            "vandrin",
            "trygghetsvandring",
            "vandrimgar",
            "narkotika",
        )
    ]

    assert scores == sorted(scores, reverse=True)
    assert scores[0] == rules.EXACT
    assert len(set(scores)) == len(scores)
    assert scores[-1] == 0


def test_words_that_say_nothing_are_let_go_unless_there_are_no_others():
    assert rules.telling("Polisen och kommunen i samverkan") == [
        "polisen",
        "kommunen",
        "samverkan",
    ]
    assert rules.telling("och") == ["och"]
    assert rules.telling("Å") == ["a"]


@given(st.text())
def test_any_text_can_be_asked(text):
    typed = rules.telling(text)

    assert len(typed) <= rules.MOST_WORDS
    assert all(word.isalnum() and len(word) <= 40 for word in typed)


def test_two_words_typed_as_one_are_parted():
    known = {"dalsed": ["dals", "ed", "dalsland"]}

    assert [list(near) for near in rules.groups(["dalsed"], known)] == [["dals"], ["ed"]]


def test_one_word_typed_as_two_is_put_together():
    known = {"degerf": ["degerfors"], "ors": ["orsa"], "degerfors": ["degerfors"]}

    assert [list(near) for near in rules.groups(["degerf", "ors"], known)] == [
        ["degerfors"]
    ]


def test_a_title_is_a_better_answer_than_a_text_and_a_short_title_than_a_long():
    sought = [{"torget": rules.EXACT}]
    entries = [
        rules.Found("promise", "", title, title.lower(), text, 1.0)
        for title, text in (
            ("Torget", ""),
            ("Torget på kvällen", ""),
            ("Ljus", "ljus på torget"),
            ("Ljus", "ljus i parken"),
        )
    ]

    scores = [rules.score("torget", sought, entry) for entry in entries]

    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert scores[-1] == 0
