"""What the guard says of words somebody is about to send: named, with what to do."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from handslag.core.guard.rules import find


def without_persons(text: str) -> str:
    """The text, or an error for each thing in it that certainly points at a person."""
    certain = [one for one in find(text) if one.certain]
    if certain:
        raise ValidationError([_refused(text[one.start : one.end]) for one in certain])
    return text


def uncertain(texts: Iterable[str]) -> list[str]:
    """The words that may name somebody, and that a moderator therefore reads first."""
    return [
        text[one.start : one.end] for text in texts for one in find(text) if not one.certain
    ]


def refused_words(facts: Mapping[str, object]) -> list[str]:
    """The sentences for a refusal of the service, one for each thing."""
    said = facts.get("said")
    return [_refused(str(one)) for one in said] if isinstance(said, list) else []


def _refused(words: str) -> str:
    return _(
        "“%(words)s” points at a person. Take it out: describe the place and what happens"
        " there instead. Everything else you wrote is kept."
    ) % {"words": words}
