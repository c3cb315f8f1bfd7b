"""What may be told of those who came, and when it may be told again."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handslag.core.refusals import NotAllowedError
from handslag.domain.dialogues.rules import (
    LEAST_SHOWN,
    SCRIPTS,
    Before,
    Room,
    Script,
    Shown,
    left,
    lines_of,
    minutes_of,
    public_themes,
    quotes_under,
    room,
    shown_groups,
)
from handslag.domain.dialogues.rules.releasing import check_release
from handslag.web.words.dialogues import STEPS
from tests.refusing import code_of

ENOUGH = {"people": 20, "voices": 20, "waiting": 0, "least": 5, "before": None}

counts = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 30), max_size=6)


@given(counts, st.integers(0, 20))
def test_no_small_number_is_told_nor_can_be_worked_out(groups, uncounted):
    people = sum(groups.values()) + uncounted
    shown = shown_groups(groups, people=people)
    assert all(one.people >= LEAST_SHOWN for one in shown)
    # What is told adds up to all who came, so that nothing is left to work out.
    assert not shown or sum(one.people for one in shown) == people
    assert len(shown) != 1


def test_small_groups_are_told_together():
    came = {"women": 20, "men": 15, "0-12": 2, "13-17": 4}
    assert shown_groups(came, people=41) == [
        Shown(("women",), 20),
        Shown(("men",), 15),
        Shown(("0-12", "13-17"), 6),
    ]


def test_those_in_no_group_are_a_group():
    assert shown_groups({"women": 20, "men": 15}, people=37) == [
        Shown(("women",), 20),
        Shown(("men", ""), 17),
    ]
    assert shown_groups({"women": 20}, people=21) == []


def test_a_theme_with_too_few_voices_is_never_shown():
    assert public_themes({"A": 4, "B": 5, "C": 9}, 5) == {"C": 9, "B": 5}


def test_a_quote_about_a_theme_that_is_not_public_is_not_shown():
    quotes = [
        ("Ljus.", frozenset({"A"})),
        ("Ljus och droger.", frozenset({"A", "B"})),
        ("Inget tema.", frozenset()),
    ]
    assert quotes_under(quotes, {"A": 5}) == ["Ljus."]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"people": 4}, "dialogues.too_few_people"),
        ({"voices": 4}, "dialogues.too_few_voices"),
        ({"waiting": 1}, "dialogues.voices_wait"),
        ({"before": Before(16, 20, False)}, "dialogues.too_few_new"),
        ({"before": Before(20, 20, False)}, "dialogues.too_few_new"),
        ({"before": Before(15, 19, False)}, "dialogues.too_few_new"),
        ({"before": Before(19, 20, True)}, "dialogues.too_few_new"),
    ],
)
def test_two_results_never_differ_by_what_one_person_said(change, code):
    assert code_of(lambda: check_release(**{**ENOUGH, **change})) == code


@pytest.mark.parametrize("before", [None, Before(15, 15, False), Before(20, 19, True)])
def test_a_result_is_released_again_with_enough_that_is_new_or_put_right(before):
    check_release(**{**ENOUGH, "before": before})


def test_a_line_is_a_voice():
    assert lines_of(" - Mörkt\n\n• Fort\n  Bra * belysning ") == [
        "Mörkt",
        "Fort",
        "Bra * belysning",
    ]
    with pytest.raises(NotAllowedError):
        lines_of(" \n - \n")


def test_each_script_has_its_steps_in_words_and_takes_an_hour_and_a_half():
    for script, steps in SCRIPTS.items():
        assert 5 <= len(steps) <= 7
        assert minutes_of(script) == 90
        assert all((script, one.code) in STEPS for one in steps)
    assert set(SCRIPTS) == set(Script)


def test_fewer_places_than_people_are_none():
    assert left(5, 7) == 0
    assert room(5, 7) is Room.NONE


@given(slots=st.integers(1, 200), taken=st.integers(0, 199))
def test_one_who_signs_up_is_seen_at_two_moments_at_most(slots, taken):
    assume(taken <= slots)
    said = [room(slots, one) for one in range(slots + 1)]
    assert sum(a != b for a, b in pairwise(said)) <= 2
    assert (room(slots, taken) is Room.NONE) == (taken == slots)
