"""Two wordings compared, word by word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


class Kind(StrEnum):
    """Whether words stand in both wordings, or in one of them."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the old words. All but the added give the old wording back,
    all but the removed the new one."""

    parts: tuple[tuple[Kind, str], ...]

    @property
    def same(self) -> bool:
        return all(kind is Kind.SAME for kind, _ in self.parts)

    @property
    def removed(self) -> tuple[str, ...]:
        return self._said(Kind.REMOVED)

    @property
    def added(self) -> tuple[str, ...]:
        return self._said(Kind.ADDED)

    def _said(self, wanted: Kind) -> tuple[str, ...]:
        return tuple(
            text.strip() for kind, text in self.parts if kind is wanted and text.strip()
        )


def _stretches(old: str, new: str) -> Iterable[tuple[str, str, str]]:
    """(same, removed, added), of which either the first or the others are empty."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield "".join(before[a:b]), "", ""
        else:
            yield "", "".join(before[a:b]), "".join(after[c:d])


def compare(old: str, new: str) -> Comparison:
    """The words taken out and put in. Changed words that only a space keeps apart
    are one change: a reader takes in a phrase, not confetti."""
    parts: list[tuple[Kind, str]] = []
    removed = added = space = ""

    def settle() -> None:
        nonlocal removed, added, space
        changes = ((Kind.REMOVED, removed), (Kind.ADDED, added), (Kind.SAME, space))
        parts.extend((kind, text) for kind, text in changes if text)
        removed = added = space = ""

    for same, gone, come in _stretches(old, new):
        if not same:
            removed, added, space = removed + space + gone, added + space + come, ""
        elif same.isspace() and (removed or added):
            space = same
        else:
            settle()
            parts.append((Kind.SAME, same))
    settle()
    return Comparison(tuple(parts))
