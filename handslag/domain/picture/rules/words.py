"""The words a picture is told with. Pure."""

from enum import StrEnum

from handslag.domain.evidence.rules import Confidence

__all__ = [
    "Aspect",
    "Confidence",
    "Direction",
    "Part",
    "Priority",
    "State",
    "StatutoryPart",
    "Use",
    "When",
]


class Part(StrEnum):
    """Where in the picture a passage stands. The first two are the mapping."""

    EXTENT = "extent"
    CONSEQUENCES = "consequences"
    INFORMATION = "information"
    ANALYSIS = "analysis"


class StatutoryPart(StrEnum):
    """The three parts that the law asks for (4 § 2023:196)."""

    MAPPING = "mapping"
    INFORMATION = "information"
    ANALYSIS = "analysis"


class Aspect(StrEnum):
    """What a judgement of a problem is about."""

    EXTENT = "extent"
    CONSEQUENCE = "consequence"
    TREND = "trend"
    COMPARISON = "comparison"


class Direction(StrEnum):
    """Where a trend goes, or how a comparison ends."""

    UP = "up"
    LEVEL = "level"
    DOWN = "down"
    UNCLEAR = "unclear"


class State(StrEnum):
    """Whether the problem is still one."""

    OPEN = "open"
    CLOSED = "closed"


class Priority(StrEnum):
    """What the parties have agreed to do with a problem."""

    PRIORITISED = "prioritised"
    WATCHED = "watched"
    NOT_NOW = "not_now"


class Use(StrEnum):
    """What became of a source."""

    USED = "used"
    REJECTED = "rejected"


class When(StrEnum):
    """When a problem shows: season, part of the week, part of the day."""

    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WEEKDAYS = "weekdays"
    WEEKENDS = "weekends"
    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"
