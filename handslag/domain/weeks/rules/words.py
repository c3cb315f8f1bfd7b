"""The fixed words of a week."""

from enum import StrEnum


class State(StrEnum):
    """How far a meeting has come. What was held is not changed any more."""

    PLANNED = "planned"
    HELD = "held"


class Result(StrEnum):
    """What became of a target of the week before."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"


class Level(StrEnum):
    """What can be said of a count against the usual."""

    UNUSUAL = "unusual"  # more than chance gives, also when so many were looked at
    HINT = "hint"  # worth a look: one in twenty is marked without any change
    USUAL = "usual"
    FEW = "few"
    SHORT = "short"
