"""The steps of the text: a draft, out for approval, settled, ended."""

from handslag.core.refusals import NotAllowedError
from handslag.domain.agreements.rules.words import State

STEPS: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.IN_APPROVAL, State.SETTLED}),
    State.IN_APPROVAL: frozenset({State.DRAFT, State.SETTLED}),
    State.SETTLED: frozenset({State.ENDED}),
    State.ENDED: frozenset(),
}


def step(now: State, wanted: State) -> State:
    """Take one step, or say that it cannot be taken."""
    if wanted not in STEPS[now]:
        raise NotAllowedError(f"agreement.not_from_{now}")
    return wanted


def editable(state: State) -> None:
    """Refuse to change a text that is out for approval, or settled."""
    if state is not State.DRAFT:
        raise NotAllowedError(f"agreement.not_editable_{state}")
