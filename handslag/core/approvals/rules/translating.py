"""When does a translation fit: which words it says, and what its writer had seen. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from handslag.core.approvals.rules import fingerprint

LONGEST = 10_000  # signs of one text
MARK = 16  # signs of a fingerprint that are enough to know a text again


class Step(StrEnum):
    """What becomes of one text that somebody has sent in."""

    NOTHING = "nothing"  # not touched, or already so
    SAVE = "save"
    GONE = "gone"  # the approved version does not hold the text any more
    REWORDED = "reworded"  # its Swedish words were changed meanwhile
    OVERTAKEN = "overtaken"  # somebody else translated it meanwhile
    TOO_LONG = "too_long"


KEPT_BACK = frozenset({Step.GONE, Step.REWORDED, Step.OVERTAKEN, Step.TOO_LONG})


@dataclass(frozen=True, slots=True)
class Said:
    """One text as somebody sends it in.

    `seen`: what they had before them (`seen_as`); None when nobody else writes.
    `holds`: they have read the new Swedish words, and the old translation still says them.
    """

    text: str
    seen: str | None = None
    holds: bool = False


@dataclass(frozen=True, slots=True)
class TextStanding:
    """One text as it stands: the Swedish words, and the translation that is kept.

    `of`: the fingerprint of the Swedish words that the translation says.
    """

    swedish: str
    text: str = ""
    of: str = ""

    @property
    def is_current(self) -> bool:
        return bool(self.text) and self.of == fingerprint(self.swedish)

    @property
    def seen(self) -> str:
        """What someone who opens the page now has before them."""
        return f"{_mark(self.swedish)}.{_mark(self.text)}"


def tidy(text: str) -> str:
    """A text as it is kept: however its lines were broken, and without empty ends."""
    return text.replace("\r\n", "\n").replace("\0", "").strip()


def step_for(said: Said, now: TextStanding | None) -> Step:
    """Save it only if its writer saw both the Swedish words and the translation of now."""
    if _nothing_new(said, now):
        return Step.NOTHING
    if now is None:
        return Step.GONE
    if len(said.text) > LONGEST:
        return Step.TOO_LONG
    if said.seen is None or said.seen == now.seen:
        return Step.SAVE
    same_words = said.seen.partition(".")[0] == _mark(now.swedish)
    return Step.OVERTAKEN if same_words else Step.REWORDED


def _nothing_new(said: Said, now: TextStanding | None) -> bool:
    """Its writer did not touch it, or it says what is kept already."""
    began = said.seen.partition(".")[2] if said.seen is not None else None
    if began == _mark(said.text) and not said.holds:
        return True
    if now is None or not said.text:
        return not said.text and (now is None or not now.text)
    return said.text == now.text and now.is_current


def carried(
    before: Mapping[str, TextStanding], after: Iterable[tuple[str, str]]
) -> dict[str, TextStanding]:
    """The translations that go on with a new version, by their place in it.

    A text that says the same words keeps its translation, also when it has moved. One
    that says other words keeps the old translation to start from: it fits nothing now.
    """
    texts = dict(after)
    by_words = {one.of: one for one in before.values()}
    found: dict[str, TextStanding] = {}
    for place, swedish in texts.items():
        here = before.get(place)
        same = by_words.get(fingerprint(swedish))
        if here is not None and here.of == fingerprint(swedish):
            same = here
        if same is not None:
            found[place] = TextStanding(swedish, same.text, same.of)
    moved = {one.of for one in found.values()}
    for place, swedish in texts.items():
        here = before.get(place)
        if place not in found and here is not None and here.of not in moved:
            found[place] = TextStanding(swedish, here.text, here.of)
    return found


def _mark(text: str) -> str:
    return fingerprint(text)[:MARK]
