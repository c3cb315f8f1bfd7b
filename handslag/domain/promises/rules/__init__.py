"""What is allowed, and what follows from what. Pure: no database, no clock, no screen."""

from handslag.core.retention.rules import Statement


def _with_the_set(model: str) -> Statement:
    return Statement(
        model=f"promises.{model}",
        keep="with_the_set",
        months=None,
        then="keep",
        why="A part of what was promised in public, and of what became of it.",
    )


RETENTION = (
    Statement(
        model="promises.PromiseSet",
        keep="always",
        months=None,
        then="keep",
        why="What authorities have promised is kept and archived, never overwritten.",
    ),
    Statement(
        model="promises.CorrectionRequest",
        keep="correction_request",
        months=12,
        then="delete",
        why="Long enough to answer it; it may hold how to reach the person who wrote.",
    ),
    *(
        _with_the_set(model)
        for model in [
            "SetArea",
            "SetParty",
            "SetSlug",
            "Amendment",
            "Attachment",
            "Document",
            "DocumentArea",
            "DocumentParty",
            "DocumentCode",
            "Promise",
            "Responsibility",
            "Activity",
            "ActivityType",
            "Target",
            "Ground",
            "Lineage",
            "MissingLink",
            "EffectTie",
            "PlannedFollowUp",
            "FollowUp",
            "Outcome",
            "ProgressEntry",
        ]
    ),
    *(
        Statement(
            model=f"promises.{model}",
            keep="search_index",
            months=0,
            then="delete",
            why="Says again what is published; written anew, or gone, when that changes.",
        )
        for model in ["BankSet", "BankArea", "BankEntry"]
    ),
)
