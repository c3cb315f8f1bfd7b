"""The steps of the text."""

import pytest

from handslag.core.refusals import NotAllowedError
from handslag.domain.agreements.rules.states import editable, step
from handslag.domain.agreements.rules.words import State


@pytest.mark.parametrize("state", set(State) - {State.DRAFT})
def test_only_a_draft_is_edited(state):
    with pytest.raises(NotAllowedError) as refused:
        editable(state)
    assert refused.value.code == f"agreement.not_editable_{state}"


def test_what_is_settled_is_not_opened_again():
    with pytest.raises(NotAllowedError, match="not_from_settled"):
        step(State.SETTLED, State.DRAFT)
    assert step(State.SETTLED, State.ENDED) is State.ENDED
