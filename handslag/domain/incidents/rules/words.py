"""The fixed words of a report: what can be chosen, and what it is called in code."""

from enum import StrEnum

from handslag.domain.organisations.rules import POLICE, Kind, PlaceKind


class Top(StrEnum):
    """The categories everyone shares, so that places can be compared (F5.6)."""

    DAMAGE = "damage"
    GATHERING = "gathering"
    DISORDER = "disorder"
    UNSAFE_PLACE = "unsafe_place"
    EVENT = "event"
    SAFE_PLACE = "safe_place"


class Channel(StrEnum):
    """How a report came in."""

    REPORTER = "reporter"
    RESIDENT = "resident"
    STAFF = "staff"
    OPEN311 = "open311"
    IMPORTED = "imported"


class Inside(StrEnum):
    """Indoors or outdoors. Only what is outdoors can be shown to everyone."""

    OUTDOORS = "outdoors"
    INDOORS = "indoors"
    UNKNOWN = "unknown"


class Known(StrEnum):
    """How well the time is known."""

    EXACT = "exact"
    INTERVAL = "interval"
    OFTEN = "often"
    UNKNOWN = "unknown"


class Daypart(StrEnum):
    """When on the day it tends to be so."""

    MORNING = "morning"
    DAYTIME = "daytime"
    EVENING = "evening"
    NIGHT = "night"
    WEEKDAYS = "weekdays"
    WEEKENDS = "weekends"


class Precision(StrEnum):
    """How well the place is known."""

    POINT = "point"
    PLACE = "place"
    NONE = "none"


class Certainty(StrEnum):
    """How the one who reports knows it."""

    SEEN = "seen"
    TRACES = "traces"
    HEARD = "heard"
    SUSPECTED = "suspected"


class Worry(StrEnum):
    """The reporter's own assessment, in words (F5.14)."""

    LITTLE = "little"
    SOME = "some"
    MUCH = "much"
    ACUTE = "acute"


class Phase(StrEnum):
    """How far the handling has come. Late is not a phase, and closed is not fixed."""

    NEW = "new"
    ASSIGNED = "assigned"
    UNDERWAY = "underway"
    CLOSED = "closed"


class Outcome(StrEnum):
    """What became of it. Said when it is closed."""

    FIXED = "fixed"
    PARTLY = "partly"
    NOT_OURS = "not_ours"
    WILL_NOT = "will_not"
    NOTED = "noted"


class TextState(StrEnum):
    """What is known about a text and persons in it."""

    EMPTY = "empty"
    UNCHECKED = "unchecked"
    HELD = "held"
    CHECKED = "checked"
    REDACTED = "redacted"


class Better(StrEnum):
    """The answer to "did it get better?"."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Deed(StrEnum):
    """What was done with an incident, step by step."""

    ASSIGNED = "assigned"
    BEGUN = "begun"
    MEASURE = "measure"
    CLOSED = "closed"
    REOPENED = "reopened"
    MERGED = "merged"
    SEPARATED = "separated"
    SHARED = "shared"
    KEPT_OWN = "kept_own"


class Cadence(StrEnum):
    """How often a group meets (F5.10)."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    TWICE_A_MONTH = "twice_a_month"
    MONTHLY = "monthly"


# Who may read words that no moderator has read: authorities (F9.1).
AUTHORITIES = POLICE | {Kind.MUNICIPALITY, Kind.REGION, Kind.AUTHORITY, Kind.COUNTY}

# A named place that is small enough for its point to be where it happened. The point of
# a locality is only its middle, where nothing happened.
SMALL_PLACES = frozenset(
    {
        PlaceKind.STREET,
        PlaceKind.SQUARE,
        PlaceKind.PARK,
        PlaceKind.SCHOOL,
        PlaceKind.STATION,
        PlaceKind.OTHER,
    }
)

# The outcomes that mean that something was done because somebody reported.
LED_TO_SOMETHING = frozenset({Outcome.FIXED, Outcome.PARTLY})
