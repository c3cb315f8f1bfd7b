"""Which promise on one page is which on another? Careful: unsure is not the same.

Two pages word the same promise differently ("fotpatrullera vid minst två
tillfällen per vecka", "fotpatrullering minst två ggr/vecka"). Small words and
endings are left out, numbers are read, and then the words are compared.
A promise is tied to at most one other, and only when both are each other's
clearly best match and no number speaks against it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handslag.core.text import fold

SAME_FOCUS, ANY_FOCUS = 0.6, 0.75  # how alike two wordings must be
CLEAR = 0.12  # how much better than the next best
FEWEST = 2  # words in common, unless the wordings are the same
# Endings of words, and the fewest letters that must be left before them.
_ENDINGS = re.compile(
    r"(?<=\w{4})(?:er(?:ing(?:ar(?:na)?|en)?|ande|ade[st]?|ats?|ar|as|a)|"
    r"ation(?:er(?:na)?|en)?|n?ing(?:ar(?:na)?|en)?|(?:ar|er|or)(?:nas?|s)?|"
    r"a[nr]?|e[nrt]s?|na|ade|ande)$"
)
_SMALL_WORDS = """
    att av alla aven da de den det dess detta dar en ett eller fler flera for fram fran
    ga genom gora ha har hos i in inom inklusive ja kommer kan med minst mot mer manga nar
    nagra och om ocksa pa per respektive sa samt sin ska skall som sitt sina st till
    tillfalle tillfallen ganger ggr gang gangen tillsammans under upp ur ut utan utifran
    var varje vi vid via vara vart arets aret ars ar oka okad okat sarskilt olika
    inriktning genomfora genomfors genomforda utfora utfors
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_NUMBERS = {
    "tva": "2",
    "tre": "3",
    "fyra": "4",
    "fem": "5",
    "sex": "6",
    "sju": "7",
    "atta": "8",
    "nio": "9",
    "tio": "10",
    "elva": "11",
    "tolv": "12",
    "femton": "15",
    "tjugo": "20",
    "trettio": "30",
    "femtio": "50",
    "hundra": "100",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A promise as one page words it, and the focus area it was given."""

    text: str
    focus: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    whole: str
    words: frozenset[str]
    numbers: frozenset[str]
    focus: str


def ties(ours: Sequence[Wording], theirs: Sequence[Wording]) -> dict[int, int]:
    """For each of their promises that surely is one of ours: their place to our place."""
    mine, yours = [_words(one) for one in ours], [_words(one) for one in theirs]
    tied = _equal(mine, yours)
    left = [at for at in range(len(mine)) if at not in tied.values()]
    for there in range(len(yours)):
        here = None if there in tied else _best(yours[there], mine, left)
        others = [at for at in range(len(yours)) if at not in tied]
        if here is not None and _best(mine[here], yours, others) == there:
            tied[there] = here
            left.remove(here)
    return tied


def _equal(mine: Sequence[_Words], yours: Sequence[_Words]) -> dict[int, int]:
    """The very same words, first to first, when a page says something twice."""
    waiting: dict[str, list[int]] = {}
    for at, one in enumerate(mine):
        waiting.setdefault(one.whole, []).append(at)
    found = {}
    for there, one in enumerate(yours):
        if one.whole and waiting.get(one.whole):
            found[there] = waiting[one.whole].pop(0)
    return found


def _best(one: _Words, others: Sequence[_Words], among: Iterable[int]) -> int | None:
    """The one that is surely meant, or None when none is, or two are."""
    likeness = sorted(((_likeness(one, others[at]), at) for at in among), reverse=True)
    if not likeness:
        return None
    best, at = likeness[0]
    next_best = likeness[1][0] if len(likeness) > 1 else 0.0
    needed = SAME_FOCUS if one.focus and one.focus == others[at].focus else ANY_FOCUS
    return at if best >= needed and best - next_best >= CLEAR else None


def _likeness(one: _Words, other: _Words) -> float:
    """From 0 to 1. Different numbers are different promises."""
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return 0.0
    common = len(one.words & other.words)
    if common < FEWEST:
        return 0.0
    smaller = min(len(one.words), len(other.words))
    return (common / smaller + common / len(one.words | other.words)) / 2


def _words(wording: Wording) -> _Words:
    plain = re.findall(r"[a-z]+|\d+", fold(wording.text))
    read = [_NUMBERS.get(word, word) for word in plain]
    return _Words(
        whole=" ".join(plain),
        words=frozenset(_ENDINGS.sub("", word) for word in read if word not in _SMALL),
        numbers=frozenset(word for word in read if word.isdigit()),
        focus=wording.focus,
    )
