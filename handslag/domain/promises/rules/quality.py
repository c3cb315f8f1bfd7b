"""What makes a promise good, before anyone is asked to approve it.

Hints persuade; two things stop: a promise nobody owns, and a set without a
period that is not said to hold until replaced (requirement 15, F2.8).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from handslag.core.periods import HAS_END_RULE, Period

LONG_SENTENCE = 22
LONG_WORD = 6
HARD_LIX = 50
_OFFICIALESE = re.compile(
    r"\b(avseende|erforderlig\w*|härvid|inkomma|jämlikt|nyttja\w*|rörande|vederbörande|"
    r"inom ramen för|verka för|arbeta för att|sträva efter)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(ska verka|arbeta för|fortsätta utveckla|sträva|värna|främja|bidra till)\b",
    re.IGNORECASE,
)


class Hint(StrEnum):
    """What would make the promise better."""

    CONCRETE = "concrete"
    OWNER = "owner"
    PLACE = "place"
    NUMBER = "number"
    PERIOD = "period"
    FOLLOW_UP = "follow_up"
    PLAIN = "plain"
    GROUND = "ground"


STOPS = frozenset({Hint.OWNER, Hint.PERIOD})


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise as the check reads it."""

    text: str
    owners: int
    place: str
    targets: int
    grounds: int


def hints(promise: Promised, *, period: Period, follow_ups: int) -> list[Hint]:
    """What would make this promise better, in the order of the list."""
    found = {
        Hint.CONCRETE: bool(_VAGUE.search(promise.text)) and not promise.targets,
        Hint.OWNER: not promise.owners,
        Hint.PLACE: not promise.place.strip(),
        Hint.NUMBER: not promise.targets,
        Hint.PERIOD: not has_period(period),
        Hint.FOLLOW_UP: not follow_ups,
        Hint.PLAIN: not is_plain(promise.text),
        Hint.GROUND: not promise.grounds,
    }
    return [hint for hint in Hint if found[hint]]


def has_period(period: Period) -> bool:
    """Does it say when it ends, or that it holds until replaced?"""
    if period.rule in HAS_END_RULE:
        return period.starts is not None
    return period.starts is not None and period.ends is not None


def is_plain(text: str) -> bool:
    """Short sentences, few long words (LIX below 50), no officialese."""
    if _OFFICIALESE.search(text):
        return False
    sentences = [part for part in re.split(r"[.!?:]\s", text + " ") if part.strip()]
    words = re.findall(r"\w+", text)
    if not words or not sentences:
        return True
    if max(len(re.findall(r"\w+", sentence)) for sentence in sentences) > LONG_SENTENCE:
        return False
    long_words = sum(len(word) > LONG_WORD for word in words)
    enough = len(words) >= LONG_SENTENCE  # LIX says little about a line or two
    lix = len(words) / len(sentences) + 100 * long_words / len(words)
    return not enough or lix < HARD_LIX
