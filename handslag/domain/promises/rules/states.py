"""Where the work on a set stands, and the steps between.

`published` is not a state: a set has a published version or it has none, and
its working text can be changed again (an amendment) while the public reads on.
"""

from enum import StrEnum

from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError

__all__ = ["STEPS", "ChangedMeanwhileError", "NotAllowedError", "State", "editable", "step"]


class State(StrEnum):
    """Where the working text stands."""

    DRAFT = "draft"
    IN_APPROVAL = "in_approval"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


STEPS: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.IN_APPROVAL}),
    State.IN_APPROVAL: frozenset({State.DRAFT, State.SETTLED, State.WITHDRAWN}),
    State.SETTLED: frozenset({State.DRAFT}),
    State.WITHDRAWN: frozenset(),
}


def step(now: State, wanted: State) -> State:
    """Take one step, or say that it cannot be taken."""
    if wanted not in STEPS[now]:
        raise NotAllowedError(f"not_from_{now}", wanted=wanted)
    return wanted


def editable(state: State) -> None:
    """Refuse to change a text that is out for approval, or settled."""
    if state is not State.DRAFT:
        raise NotAllowedError(f"not_editable_{state}")
