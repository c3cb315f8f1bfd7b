"""Which lists of shared words there are, and what to call a word without a name."""

from enum import StrEnum

from handslag.core.retention.rules import Statement

# After every word that has a place in the list.
LAST = 100_000
_LONGEST_LABEL = 200


class Kind(StrEnum):
    """One list of words."""

    FOCUS = "focus"
    ACTIVITY = "activity"
    SOURCE = "source"
    UNIT = "unit"
    FEATURE = "feature"
    STATUS = "status"
    OPERATOR = "operator"
    THEME = "theme"


def label_of(code: str) -> str:
    """What to show for a code that nobody has named: itself, with spaces."""
    return (code.replace("_", " ").strip() or code)[:_LONGEST_LABEL]


RETENTION = (
    Statement(
        model="vocabulary.Term",
        keep="vocabulary",
        months=None,
        then="keep",
        why="What is published uses its codes for ever.",
    ),
)
