"""Which lists of shared words there are."""

from enum import StrEnum


class Kind(StrEnum):
    """One list of words."""

    FOCUS = "focus"
    ACTIVITY = "activity"
    SOURCE = "source"
    UNIT = "unit"
    FEATURE = "feature"
    STATUS = "status"
    OPERATOR = "operator"
