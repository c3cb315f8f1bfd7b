import pytest

from handslag.domain.promises.rules.states import (
    STEPS,
    NotAllowedError,
    State,
    editable,
    step,
)


@pytest.mark.parametrize("now", State)
@pytest.mark.parametrize("wanted", State)
def test_only_the_listed_steps_can_be_taken(now, wanted):
    if wanted in STEPS[now]:
        assert step(now, wanted) is wanted
    else:
        with pytest.raises(NotAllowedError, match=f"not_from_{now}"):
            step(now, wanted)


def test_nothing_leaves_withdrawn():
    assert STEPS[State.WITHDRAWN] == frozenset()


def test_only_a_draft_is_edited():
    editable(State.DRAFT)
    for state in set(State) - {State.DRAFT}:
        with pytest.raises(NotAllowedError):
            editable(state)
