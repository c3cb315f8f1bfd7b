from handslag.domain.agreements.models.agreements import (
    Agreement,
    AgreementArea,
    AgreementAttachment,
    AgreementParty,
    AgreementSlug,
    Ending,
)
from handslag.domain.agreements.models.contents import (
    AgreementGoal,
    Commitment,
    Field,
    FocusProblem,
    Purpose,
    StatuteLink,
)
from handslag.domain.agreements.models.followups import AgreementFollowUp, AgreementOutcome

__all__ = [
    "Agreement",
    "AgreementArea",
    "AgreementAttachment",
    "AgreementFollowUp",
    "AgreementGoal",
    "AgreementOutcome",
    "AgreementParty",
    "AgreementSlug",
    "Commitment",
    "Ending",
    "Field",
    "FocusProblem",
    "Purpose",
    "StatuteLink",
]
