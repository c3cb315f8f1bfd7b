"""Words made comparable: folded for search, short for addresses. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_SPELLED: dict[int, str] = {ord("å"): "aa", ord("ä"): "ae", ord("ö"): "oe"}
_LAST: dict[int, str] = {ord("å"): "{", ord("ä"): "|", ord("ö"): "}"}


def fold(text: str) -> str:
    """Lower case without accents, for search: "Östhammar" becomes "osthammar"."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def seen(text: str) -> str:
    """What one sees of a text: no soft hyphens, single spaces, "å" always as one letter."""
    composed = unicodedata.normalize("NFKC", text)
    shown = (letter for letter in composed if unicodedata.category(letter) != "Cf")
    return " ".join("".join(shown).split())


def plain(text: str) -> str:
    """A name as it sounds: å and a differ, but case and hyphens do not count."""
    words = re.sub(r"[-\u2010-\u2015\u2212]", " ", seen(text.casefold()))
    return " ".join(words.split())


def slug(text: str) -> str:
    """The short form for an address: "Håbo kommun" becomes "habo-kommun"."""
    return _NOT_WORD.sub("-", fold(text)).strip("-")


def spelled_slug(text: str) -> str:
    """As `slug`, with å, ä and ö spelled out, for those who would collide."""
    return slug(text.casefold().translate(_SPELLED))


def first_free(wanted: str, taken: Iterable[str]) -> str:
    """The wanted address or, when it is taken, the same with a number."""
    used = set(taken)
    number, free = 1, wanted
    while free in used:
        number += 1
        free = f"{wanted}_{number}"
    return free


def sort_key(text: str) -> str:
    """Sorts as Swedish does: å, ä and ö come last, in that order."""
    swedish = text.casefold().translate(_LAST)
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", swedish)
        if not unicodedata.combining(letter)
    )


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """The words a column may hold, as plain strings: no migration imports our code."""
    return [(word.value, word.value) for word in words]


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for translation where Django may not be imported.

    Rules carry their sentences in English; the page that shows one translates
    it. Call it as `text.gettext_noop("…")`, so that it is found.
    """
    return sentence
