"""What is allowed, and what follows from what. Pure: no database, no clock, no screen."""

from handslag.core.retention.rules import Statement


def _with_the_agreement(model: str) -> Statement:
    return Statement(
        model=f"agreements.{model}",
        keep="with_the_agreement",
        months=None,
        then="keep",
        why="A part of what authorities have agreed, and of what became of it.",
    )


RETENTION = (
    Statement(
        model="agreements.Agreement",
        keep="always",
        months=None,
        then="keep",
        why="What authorities have agreed is kept and archived, never overwritten.",
    ),
    *(
        _with_the_agreement(model)
        for model in [
            "AgreementArea",
            "AgreementParty",
            "AgreementSlug",
            "Purpose",
            "Field",
            "FocusProblem",
            "AgreementGoal",
            "Commitment",
            "StatuteLink",
            "AgreementAttachment",
            "Ending",
            "AgreementFollowUp",
            "AgreementOutcome",
        ]
    ),
)
