"""How long accounts are kept. Pure."""

from handslag.core.retention.rules import Statement

RETENTION = (
    Statement(
        model="accounts.Person",
        keep="account",
        months=24,
        then="anonymise",
        why="The log and votes point at the number; name and address go with the role.",
    ),
)
