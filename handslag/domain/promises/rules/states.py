"""Where the work on a set stands, and the steps between.

`published` is not a state: a set has a published version or it has none, and
its working text can be changed again (an amendment) while the public reads on.
"""

from enum import StrEnum

from handslag.core.approvals.rules import Steps
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError

__all__ = [
    "STEPS",
    "WAYS",
    "ChangedMeanwhileError",
    "NotAllowedError",
    "State",
    "editable",
    "step",
]


class State(StrEnum):
    """Where the working text stands."""

    DRAFT = "draft"
    IN_APPROVAL = "in_approval"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


STEPS: dict[str, frozenset[State]] = {
    State.DRAFT: frozenset({State.IN_APPROVAL}),
    State.IN_APPROVAL: frozenset({State.DRAFT, State.SETTLED, State.WITHDRAWN}),
    State.SETTLED: frozenset({State.DRAFT}),
    State.WITHDRAWN: frozenset(),
}
WAYS = Steps(STEPS)
step, editable = WAYS.step, WAYS.editable
