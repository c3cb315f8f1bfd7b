"""Each party scores by itself before either sees what the other said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.refusals import NotAllowedError
from handslag.domain.picture.rules.scoring import check_agreed, check_score, seen

MUNICIPALITY, POLICE = 1, 2
BOTH = (MUNICIPALITY, POLICE)


def test_one_does_not_see_the_others_score_before_giving_ones_own():
    assert seen({POLICE: 5}, own={MUNICIPALITY}, scorers=BOTH) == frozenset()
    scored = {POLICE: 5, MUNICIPALITY: 2}
    assert seen(scored, own={MUNICIPALITY}, scorers=BOTH) == {1, 2}


def test_ones_own_score_is_seen_at_once():
    assert seen({POLICE: 5}, own={POLICE}, scorers=BOTH) == {POLICE}


def test_who_works_for_both_sees_the_others_only_when_both_are_given():
    assert seen({POLICE: 5}, own=set(BOTH), scorers=BOTH) == {POLICE}


def test_who_belongs_to_no_party_sees_them_when_all_have_scored():
    assert seen({POLICE: 5}, own={9}, scorers=BOTH) == frozenset()
    assert seen({POLICE: 5, MUNICIPALITY: 2}, own={9}, scorers=BOTH) == {1, 2}


@given(st.integers())
def test_a_score_is_from_one_to_five(value):
    if 1 <= value <= 5:
        check_score(value)
    else:
        with pytest.raises(NotAllowedError):
            check_score(value)


def test_they_agree_when_all_have_scored():
    check_agreed(BOTH, BOTH)
    with pytest.raises(NotAllowedError) as refusal:
        check_agreed({POLICE}, BOTH)
    assert refusal.value.code == "picture.not_scored_by_all"


def test_one_who_writes_alone_has_nobody_to_wait_for():
    check_agreed((), (MUNICIPALITY,))
