import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.picture.rules.causes import CauseKind, Corner, Horizon, Perspective
from handslag.domain.picture.rules.suggestions import (
    ACTIVITIES,
    SOCIAL,
    STRATEGIES,
    Facts,
    Way,
    suggestions,
)
from handslag.domain.vocabulary.rules import Kind
from handslag.domain.vocabulary.shipped import words

CAUSES = st.lists(
    st.builds(
        Facts,
        st.integers(0, 9),
        st.sampled_from(Perspective),
        st.sampled_from(CauseKind),
        st.one_of(st.none(), st.sampled_from(Corner)),
    ),
    unique_by=lambda cause: cause.key,
    max_size=10,
)


def a_cause(
    kind: CauseKind,
    corner: Corner | None = None,
    perspective: Perspective = Perspective.SITUATIONAL,
) -> Facts:
    return Facts("a", perspective, kind, corner)


def near(*causes: Facts) -> list[Way]:
    return [one.way for one in suggestions(causes) if one.near]


@given(CAUSES)
def test_every_suggestion_says_which_causes_it_answers(causes):
    for one in suggestions(causes):
        assert one.causes
        assert set(one.causes) <= {cause.key for cause in causes}


@given(CAUSES)
def test_every_cause_is_answered_by_something_near(causes):
    answered = {key for one in suggestions(causes) if one.near for key in one.causes}
    assert answered == {cause.key for cause in causes}


@given(CAUSES)
def test_the_class_of_measure_follows_the_cause(causes):
    kinds = {cause.key: cause.kind for cause in causes}
    for one in suggestions(causes):
        if one.way is not Way.REPEAT:
            assert {kinds[key] for key in one.causes} == {one.kind}


@given(CAUSES)
def test_the_nearest_come_first_and_no_way_twice(causes):
    found = suggestions(causes)
    assert [one.near for one in found] == sorted((one.near for one in found), reverse=True)
    assert len({one.way for one in found}) == len(found)


def test_a_situational_cause_meets_all_five_strategies():
    found = {one.way for one in suggestions([a_cause(CauseKind.SITUATIONAL)])}
    assert found == set(STRATEGIES)


@pytest.mark.parametrize(
    ("corner", "expected"),
    [
        (Corner.TARGET, {Way.EFFORT, Way.REWARD}),
        (Corner.GUARDIAN, {Way.RISK, Way.EXCUSES}),
        (Corner.OFFENDER, {Way.PROVOCATION, Way.EXCUSES}),
    ],
)
def test_the_corner_says_which_strategies_lie_nearest(corner, expected):
    assert set(near(a_cause(CauseKind.SITUATIONAL, corner))) == expected


def test_a_social_cause_meets_social_work_that_takes_long():
    found = suggestions([a_cause(CauseKind.SOCIAL, perspective=Perspective.OFFENDER)])
    assert {one.way for one in found} == set(SOCIAL)
    assert {one.horizon for one in found} == {Horizon.LONG}
    assert {one.strategy for one in found} == {""}


def test_who_is_exposed_again_meets_work_against_that():
    cause = a_cause(
        CauseKind.SITUATIONAL, Corner.TARGET, perspective=Perspective.VICTIMISATION
    )
    assert Way.REPEAT in near(cause)
    assert Way.REPEAT not in near(a_cause(CauseKind.SITUATIONAL, Corner.TARGET))


def test_camera_surveillance_is_an_ordinary_kind_that_raises_the_risk():
    [risk] = [
        one
        for one in suggestions([a_cause(CauseKind.SITUATIONAL, Corner.GUARDIAN)])
        if one.way is Way.RISK
    ]
    assert "kamerabevakning" in risk.activities
    assert risk.strategy == "risk"


def test_every_kind_that_is_suggested_is_in_the_shared_words():
    known = {word.code for word in words() if word.kind == Kind.ACTIVITY}
    assert {code for codes in ACTIVITIES.values() for code in codes} <= known


def test_no_cause_no_suggestion():
    assert suggestions([]) == []
