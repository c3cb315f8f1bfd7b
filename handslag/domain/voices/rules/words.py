"""The words of an occasion when people are heard."""

from enum import StrEnum


class Way(StrEnum):
    """How people are heard."""

    SURVEY = "survey"
    DIALOGUE = "dialogue"
    STAFF_DIALOGUE = "staff_dialogue"
    WALK = "walk"
    REPORTS = "reports"


# What is said there is released at one moment: nothing of it is read before that.
RELEASED = frozenset({Way.DIALOGUE, Way.STAFF_DIALOGUE})


class Phase(StrEnum):
    """How far an occasion has come."""

    PLANNED = "planned"
    OPEN = "open"  # people can speak now
    HEARD = "heard"  # all has been said; what it means is being worked out
    CLOSED = "closed"  # those who spoke have been told, or all can read why not


NEXT: dict[Phase, frozenset[Phase]] = {
    Phase.PLANNED: frozenset({Phase.OPEN, Phase.HEARD}),
    Phase.OPEN: frozenset({Phase.HEARD}),
    Phase.HEARD: frozenset({Phase.OPEN}),
    Phase.CLOSED: frozenset(),
}


class VoiceState(StrEnum):
    """Whether the words of a voice may be read."""

    OPEN = "open"
    HELD = "held"  # may point out a person: waits for somebody who decides
    REMOVED = "removed"  # the words are gone; that somebody spoke remains


# Fewer than so many are not counted in public.
FEWEST = 5


class Meant(StrEnum):
    """What those who spoke answer to "was this what you meant?"."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
