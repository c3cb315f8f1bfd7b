"""What the guard says of words somebody is about to send: named, with what to do."""

from collections.abc import Iterable, Mapping

from handslag.core.guard.rules import Kind, find
from handslag.web.words.guard import REFUSED


def uncertain(texts: Iterable[str]) -> list[str]:
    """The words that may name somebody, and that a moderator therefore reads first."""
    return [
        text[one.start : one.end] for text in texts for one in find(text) if not one.certain
    ]


def refused_words(facts: Mapping[str, object]) -> list[str]:
    """The sentences for a refusal of the service, one for each thing."""
    kinds, said = facts.get("kinds"), facts.get("said")
    if not isinstance(kinds, list) or not isinstance(said, list):
        return []
    pairs = zip(kinds, said, strict=True)
    return [str(REFUSED[Kind(kind)]) % {"what": words} for kind, words in pairs]
