"""A tree holds every word it was given, and nothing lies on top of anything else."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from handslag.web.ui.letters import lines, width
from handslag.web.ui.trees import Branch, tree

WORDS = st.text("abc åäö<&'\"-", min_size=1, max_size=60).filter(str.strip)
TREES = st.recursive(
    st.builds(Branch, WORDS, WORDS),
    lambda branches: st.builds(
        Branch,
        WORDS,
        WORDS,
        st.sampled_from(["", "broken"]),
        st.lists(branches, max_size=3).map(tuple),
    ),
    max_leaves=12,
)


def drawn(trunk: Branch) -> ElementTree.Element:
    return ElementTree.fromstring(tree("t", "Varför", "Allt", trunk))  # noqa: S314 - ours


def texts(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [one for one in root.iter() if one.tag == "tspan"]


def every(branch: Branch) -> Iterator[Branch]:
    yield branch
    for one in branch.branches:
        yield from every(one)


def letters(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


@given(TREES)
def test_every_word_is_in_the_drawing(trunk):
    said = letters("".join(one.text or "" for one in texts(drawn(trunk))))
    for branch in every(trunk):
        assert letters(branch.text) in said
        assert letters(branch.hint) in said


@given(TREES)
def test_no_line_of_words_lies_on_another(trunk):
    places = [
        (float(one.get("x", 0)), float(one.get("y", 0))) for one in texts(drawn(trunk))
    ]
    for x, y in places:
        near = [other for at, other in places if at == x and other != y]
        assert all(abs(other - y) >= 15 for other in near)
    assert len(set(places)) == len(places)


@given(TREES)
def test_nothing_is_drawn_outside_the_paper(trunk):
    root = drawn(trunk)
    left, top, wide, high = map(float, root.get("viewBox", "").split())
    for one in texts(root):
        x, y = float(one.get("x", 0)), float(one.get("y", 0))
        assert left <= x <= left + wide
        assert top + 10 <= y <= top + high


def test_many_words_over_a_short_branch_stay_on_the_paper():
    root = drawn(Branch("Cykelstölder vid stationen " * 6, branches=(Branch("Mörkt"),)))
    assert all(float(one.get("y", 0)) >= 10 for one in texts(root))


def test_a_tree_says_what_it_is_to_those_who_do_not_see_it():
    root = drawn(Branch("Problem"))
    ids = {one.get("id"): one.text for one in root}
    said = [ids[key] for key in root.get("aria-labelledby", "").split()]
    assert (root.get("role"), said) == ("img", ["Varför", "Allt"])


def test_a_social_cause_hangs_on_a_broken_line():
    svg = tree("t", "", "", Branch("P", branches=(Branch("a", mark="broken"), Branch("b"))))
    assert svg.count("bough broken") == 1
    assert svg.count("branch broken") == 1


@given(st.text("abcåäö wW", max_size=80), st.floats(20, 200))
def test_lines_fit_and_lose_no_letter(text, room):
    found = lines(text, room, 15)
    assert letters("".join(found)) == letters(text)
    assert all(width(line, 15) <= room or len(line) <= 2 for line in found)


def test_a_long_word_is_broken_between_syllables():
    assert lines("orsaksanalysverksamhet", 100, 15) == ["orsaksana-", "lysverksam-", "het"]
