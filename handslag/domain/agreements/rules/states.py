"""The steps of the text: a draft, out for approval, settled, ended."""

from handslag.core.approvals.rules import Steps
from handslag.domain.agreements.rules.words import State

WAYS = Steps(
    {
        State.DRAFT: {State.IN_APPROVAL, State.SETTLED},
        State.IN_APPROVAL: {State.DRAFT, State.SETTLED},
        State.SETTLED: {State.ENDED},
        State.ENDED: (),
    },
    begins="agreement.",
)
step, editable = WAYS.step, WAYS.editable
