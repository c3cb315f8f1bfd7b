"""The words of a finding: who may see it, how sure it is, what became of the source."""

from enum import StrEnum


class Visibility(StrEnum):
    """Who may see a finding, from the narrowest to the widest."""

    OWN = "own"
    PARTIES = "parties"
    PUBLIC = "public"


class Confidence(StrEnum):
    """How sure one can be of it, as those who recorded it say."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Classification(StrEnum):
    """What kind of aggregate a source of the police is. Nothing else is taken in."""

    AGGREGATE = "aggregate"  # how many, where, when
    SUMMARY = "summary"  # a pattern in words, without counts


class Considered(StrEnum):
    """A source is used, or considered and rejected; both are kept."""

    USED = "used"
    REJECTED = "rejected"


# Sources (codes of the vocabulary) whose knowledge is the police's own.
POLICE = frozenset(
    {"trygghetsmätning", "brottsstatistik", "underrättelse", "Hobit", "händelserapporter"}
)
# Sources in which people have spoken, and are owed an answer.
VOICES = frozenset(
    {
        "medborgardialog",
        "medarbetardialog",
        "samverkansdialog",
        "egen_enkät",
        "företagsenkät",
        "trygghetsvandring",
        "digital_trygghetsvandring",
        "otrygghetsapp",
        "näringsliv",
    }
)
