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


class PictureState(StrEnum):
    """How far an EST picture has come. What is frozen is never changed."""

    DRAFT = "draft"
    FROZEN = "frozen"


class Heading(StrEnum):
    """What an EST picture speaks of, in this order (F5.12)."""

    OBSERVATIONS = "observations"
    PROBLEMS = "problems"
    CAUSES = "causes"
    WORRIES = "worries"
    FOLLOWED_UP = "followed_up"
    PRIORITIES = "priorities"
    SUMMARY = "summary"  # what everyone may read, if it is made public
