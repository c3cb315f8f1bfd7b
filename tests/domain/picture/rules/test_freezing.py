"""What is missing before a picture may be frozen, and what anyone may read of it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.refusals import NotAllowedError
from handslag.domain.picture.rules.freezing import (
    hidden_parts,
    lacks,
    public,
    refuse,
)
from tests.domain.picture.rules.contents import (
    finding,
    judgement,
    passage,
    picture,
    problem,
)


def codes(found) -> list[str]:
    return [lack.code for lack in found]


def test_a_whole_picture_lacks_nothing():
    assert lacks(picture(problem())) == []


@pytest.mark.parametrize("part", ["extent", "consequences", "information", "analysis"])
def test_an_empty_part_is_named(part):
    content = picture(problem())
    content["parts"][part] = []
    assert codes(lacks(content)) == [f"picture.no_{part}"]
    content["parts"][part] = [passage("  ")]
    assert codes(lacks(content)) == [f"picture.no_{part}"]


def test_a_picture_without_problems_says_so():
    assert codes(lacks(picture())) == ["picture.no_problem"]


def test_a_problem_that_rests_on_nothing_is_named():
    (found,) = lacks(picture(problem(judgements=[], title="Buskörning")))
    assert (found.code, found.problem) == (
        "picture.problem_without_evidence",
        "Buskörning",
    )


def test_each_judgement_rests_on_something_of_its_own():
    unfounded = judgement("trend", evidence=[])
    content = picture(problem(judgements=[judgement(), unfounded]))
    assert codes(lacks(content)) == ["picture.trend_without_evidence"]


def test_a_written_reason_stands_in_for_evidence():
    content = picture(problem(judgements=[], unsupported_why="Ingen har frågat."))
    assert lacks(content) == []


def test_nothing_more_is_asked_of_a_closed_problem():
    content = picture(problem(), problem("p2", state="closed", judgements=[]))
    assert lacks(content) == []


def test_the_first_lack_is_the_refusal():
    with pytest.raises(NotAllowedError) as refusal:
        refuse(lacks(picture(problem(judgements=[], title="Buskörning"))))
    assert refusal.value.facts == {"problem": "Buskörning"}
    refuse([])


def test_a_part_that_is_all_internal_is_not_published():
    content = picture(problem())
    content["parts"]["analysis"] = [passage(is_internal=True)]
    assert lacks(content) == []
    assert codes(hidden_parts(content)) == ["picture.nothing_public_in_analysis"]


def test_the_public_reads_no_findings_that_are_for_the_parties():
    cited = problem(judgements=[judgement(evidence=["e1", "e2", "e3"])])
    findings = [finding("e1"), finding("e2", "parties"), finding("e3", "own")]
    shown = public(picture(cited, evidence=findings))
    assert [one["id"] for one in shown["evidence"]] == ["e1"]


def test_a_public_finding_that_only_the_internal_text_cites_is_not_shown():
    content = picture(problem(judgements=[judgement(evidence=[])]))
    content["parts"]["analysis"].append(passage(is_internal=True, evidence=["e1"]))
    assert public(content)["evidence"] == []


def test_the_public_reads_no_scores():
    assert "scores" not in public(picture(problem()))["problems"][0]


SECRET = "hemligt"
anything = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=5), inner, max_size=4)
        | st.builds(lambda more: {"is_internal": True, "x": SECRET, "y": more}, inner)
    ),
    max_leaves=20,
)


@given(anything)
def test_nothing_internal_reaches_the_public_however_deep(hung: Any):
    """Whatever is hung on a problem later, such as its causes, is covered."""
    shown = public(picture(problem(hung=[hung], also={"inner": hung})))
    assert SECRET not in json.dumps(shown)
