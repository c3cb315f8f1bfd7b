"""A text as one reads it, and where each of its letters stood when it was typed."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad")
_QUOTES = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201b": "'",
    "\u00b4": "'",
    "`": "'",
    "\u02bc": "'",
}
_HIDDEN = {"Cf", "Mn", "Me", "Cs", "Co"}


@dataclass(frozen=True, slots=True)
class Reading:
    """Digits as 0-9, one kind of hyphen and of space, each letter in one piece."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the reading stood in the text as typed."""
        return self.starts[start], self.ends[end - 1]


def read(text: str) -> Reading:
    """Read a text as a person would see it."""
    if text.isascii():
        plain = text.replace("\t", " ").replace("`", "'")
        return Reading(plain, range(len(text)), range(1, len(text) + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, typed in enumerate(text):
        if unicodedata.combining(typed) and letters:
            whole = unicodedata.normalize("NFC", letters[-1] + typed)
            if len(whole) == 1:
                letters[-1], ends[-1] = whole, at + 1
            continue
        for letter in _letters(typed):
            letters.append(letter)
            starts.append(at)
            ends.append(at + 1)
    return Reading("".join(letters), starts, ends)


@lru_cache(maxsize=4096)
def _letters(typed: str) -> str:
    """What one code point looks like: mostly one letter, sometimes none or several."""
    if typed in _QUOTES:
        return _QUOTES[typed]
    if typed in _DASHES:
        return "" if typed == "\u00ad" else "-"
    category = unicodedata.category(typed)
    if category in _HIDDEN:
        return ""
    if category == "Zs" or typed == "\t":
        return " "
    if typed.isdecimal():
        return str(unicodedata.decimal(typed))
    return unicodedata.normalize("NFKC", typed)
