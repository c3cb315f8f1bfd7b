"""What is kept, for how long, what happens then, and why. Pure."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Statement:
    """One rule of the document management plan (dokumenthanteringsplan).

    `keep` is the code of the series, `months` how long after the thing is
    finished (None: for ever), `then` what happens after that.
    """

    model: str
    keep: str
    months: int | None
    then: Literal["keep", "delete", "anonymise"]
    why: str

    def __post_init__(self) -> None:
        if (self.months is None) != (self.then == "keep"):
            raise ValueError(f"{self.model}: what is kept for ever has no months.")
        if not self.why:
            raise ValueError(f"{self.model}: say why.")


# The tables of the libraries we build on.
THIRD_PARTY = (
    Statement(
        model="sessions.Session",
        keep="session",
        months=0,
        then="delete",
        why="Nobody is signed in by it once it has ended; removed each day.",
    ),
    Statement(
        model="axes.AccessAttempt",
        keep="abuse_protection",
        months=0,
        then="delete",
        why="Needed for the lockout only; removed after a day.",
    ),
    Statement(
        model="axes.AccessAttemptExpiration",
        keep="abuse_protection",
        months=0,
        then="delete",
        why="Goes with its attempt. Switched off, so the table is empty.",
    ),
    Statement(
        model="axes.AccessFailureLog",
        keep="abuse_protection",
        months=0,
        then="delete",
        why="Switched off, so the table is empty.",
    ),
    Statement(
        model="axes.AccessLog",
        keep="abuse_protection",
        months=0,
        then="delete",
        why="Switched off, so the table is empty.",
    ),
    Statement(
        model="contenttypes.ContentType",
        keep="structure",
        months=None,
        then="keep",
        why="Names the tables; made by the migrations.",
    ),
    Statement(
        model="auth.Permission",
        keep="structure",
        months=None,
        then="keep",
        why="Made by the migrations and not used: permissions are in core/access.",
    ),
    Statement(
        model="auth.Group",
        keep="structure",
        months=None,
        then="keep",
        why="Empty and not used: roles are memberships.",
    ),
    Statement(
        model="auth.Group_permissions",
        keep="structure",
        months=None,
        then="keep",
        why="Empty and not used, as the groups are.",
    ),
)
