"""How long counts are kept. Pure."""

from handslag.core.retention.rules import Statement

RETENTION = (
    Statement(
        model="limits.Allowance",
        keep="abuse_protection",
        months=0,
        then="delete",
        why="A count has no use once its time has passed.",
    ),
)
