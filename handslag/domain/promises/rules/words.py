"""The words of the field as the code writes them. The glossary has them in Swedish."""

from enum import StrEnum


class Origin(StrEnum):
    """How a set came into Handslag."""

    DECIDED = "decided"  # decided here, by its parties
    IMPORTED = "imported"  # somebody's summary of a public page; not the parties' words
    RESTATED = "restated"  # typed in from the parties' own published document


class Part(StrEnum):
    """What an organisation answers for in a promise."""

    OWNER = "owner"
    JOINT = "joint"
    SUPPORTING = "supporting"
    INVITED = "invited"


# Those who answer for the promise; the others take part in it.
LEADS = frozenset({Part.OWNER, Part.JOINT})


class Basis(StrEnum):
    """Where the document says who is responsible."""

    STATED = "stated"
    JOINT_OR_DOCUMENT = "joint_or_document"
    DOCUMENT = "document"


class Condition(StrEnum):
    """When a promise binds."""

    ALWAYS = "always"
    WHEN = "when"  # if something happens
    ON_DEMAND = "on_demand"  # if someone asks


class Op(StrEnum):
    """How a target's number is meant."""

    MIN = "min"
    EXACT = "exact"
    MAX = "max"
    AVG_MIN = "avg_min"
    RANGE = "range"
    SUBSET = "subset"
    EACH = "each"
    ALL = "all"
    WITHIN = "within"
    PROMPT = "prompt"
    SEVERAL = "several"
    ALWAYS = "always"
    ON_REQUEST = "on_request"


class Measures(StrEnum):
    """Does the target count what is done, or what becomes of it?"""

    OUTPUT = "output"
    EFFECT = "effect"


class Direction(StrEnum):
    """Which way is good. More reports can be good: fewer crimes go unseen."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"


class Phase(StrEnum):
    """Where today lies in the period of a set. A separate thing from the verdict."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    ENDED = "ended"
    UNSTATED = "unstated"  # the period says no day


class Verdict(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    EXCEEDED = "exceeded"
    PARTLY = "partly"
    ONGOING = "ongoing"
    NOT_KEPT = "not_kept"
    WITH_RESERVATION = "with_reservation"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    NOT_TRIGGERED = "not_triggered"
    NOT_BEGUN = "not_begun"
    DISPUTED = "disputed"
    NOT_REPORTED = "not_reported"
    UNKNOWN = "unknown"


# What a party can answer in a follow-up. The others follow from what is said, or is not.
FOLLOWS = frozenset(
    {Verdict.NOT_BEGUN, Verdict.DISPUTED, Verdict.NOT_REPORTED, Verdict.UNKNOWN}
)
ANSWERS = tuple(verdict for verdict in Verdict if verdict not in FOLLOWS)


class Timeliness(StrEnum):
    """Is the follow-up on time? A separate thing from the verdict."""

    ON_TIME = "on_time"
    DUE_SOON = "due_soon"
    LATE = "late"
    REPORTED = "reported"
    NO_DATE = "no_date"


class Change(StrEnum):
    """What became of a promise in the next set."""

    KEPT = "kept"
    CHANGED = "changed"
    DROPPED = "dropped"
    NEW = "new"


class AmendmentKind(StrEnum):
    """How a published set is changed."""

    EXTENSION = "extension"
    REVISION = "revision"
    WITHDRAWAL = "withdrawal"


class DocumentKind(StrEnum):
    """What a public page about a set is."""

    PROMISE = "promise"
    FOLLOWUP = "followup"


class CodeKind(StrEnum):
    """The code lists of a document, as the catalogue names them."""

    FOCUS = "focus"
    SOURCE = "source"
    FEATURE = "feature"


class Rhythm(StrEnum):
    """How often a set is followed up."""

    YEAR = "year"
    HALF_YEAR = "half_year"
    TERTIAL = "tertial"
    QUARTER = "quarter"
    AFTER_SURVEY = "after_survey"
    AFTER_EVENT = "after_event"
    ONCE = "once"
