"""What a moderator does with words that may name somebody. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from handslag.core.refusals import NotAllowedError

TAKEN_OUT = "[…]"


class Choice(StrEnum):
    """What the moderator decides about words that wait."""

    LET_THROUGH = "let_through"
    TAKE_OUT = "take_out"
    TAKE_ALL = "take_all"


Span = tuple[int, int]


def left(
    words: str,
    choice: Choice,
    found: Sequence[Span],
    *,
    marked: Iterable[int] = (),
    others: Iterable[str] = (),
) -> str:
    """What is left of the words after a choice; nothing when all are taken away.

    `marked`: the numbers of what was found that go; `others`: words of one's own choice.
    """
    if choice is Choice.LET_THROUGH:
        return words
    if choice is Choice.TAKE_ALL:
        return ""
    chosen = [found[nr] for nr in marked if 0 <= nr < len(found)]
    return without(words, [*chosen, *spans_of(words, others)])


def spans_of(words: str, chosen: Iterable[str]) -> list[Span]:
    """Wherever the chosen words stand. Words that stand nowhere are refused: a slip
    would else leave in the text what was meant to be taken out."""
    found: list[Span] = []
    for one in chosen:
        wanted = one.strip()
        if not wanted:
            continue
        places = _all_of(words, wanted)
        if not places:
            raise NotAllowedError("guard.not_in_the_words", said=wanted)
        found += places
    return found


def _all_of(words: str, wanted: str) -> list[Span]:
    # Not `lower`: it may change how long a text is.
    where, places = 0, []
    while (at := words.find(wanted, where)) >= 0:
        places.append((at, at + len(wanted)))
        where = at + len(wanted)
    return places


def without(words: str, spans: Sequence[Span]) -> str:
    """The words with a mark where something was taken out; overlapping ones as one."""
    if not spans:
        raise NotAllowedError("guard.nothing_to_take_out")
    kept, at = [], 0
    for start, end in _joined(spans):
        kept += [words[at:start], TAKEN_OUT]
        at = end
    return "".join([*kept, words[at:]]).strip()


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the words, and its number among what was found; none: nothing found."""

    text: str
    nr: int | None = None


def pieces(words: str, spans: Sequence[Span]) -> list[Piece]:
    """The words cut where something was found, so that it can be marked."""
    cut, at = [], 0
    for nr, (begins, end) in sorted(enumerate(spans), key=lambda one: one[1]):
        start = max(begins, at)
        if start >= end:
            continue
        cut += [Piece(words[at:start]), Piece(words[start:end], nr)]
        at = end
    return [one for one in [*cut, Piece(words[at:])] if one.text]
