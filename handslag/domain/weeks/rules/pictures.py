"""What must hold before an EST picture is frozen, and before it is public. Pure."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from handslag.core.refusals import NotAllowedError
from handslag.domain.weeks.rules.spans import Span
from handslag.domain.weeks.rules.words import Heading, PictureState

MOST_WORDS = 20_000  # characters under one heading


def check_draft(state: PictureState) -> None:
    """What is frozen is not changed: what was wrong is put right in a new version."""
    if state is PictureState.FROZEN:
        raise NotAllowedError("weeks.picture_is_frozen")


def check_frozen(state: PictureState) -> None:
    """Only what is frozen can be made public or be followed by a new version."""
    if state is not PictureState.FROZEN:
        raise NotAllowedError("weeks.freeze_first")


def check_freezing(span: Span, words: Mapping[Heading, str], *, today: date) -> None:
    """The span is over, and somebody has written what the figures mean."""
    if not span.is_over(today):
        raise NotAllowedError("weeks.span_is_not_over")
    if not words.get(Heading.PROBLEMS, "").strip():
        raise NotAllowedError("weeks.picture_without_problems")


def check_read(*, is_read: bool, doubtful: Iterable[str]) -> None:
    """What may point at a person is read by somebody before others read it."""
    found = list(doubtful)
    if found and not is_read:
        raise NotAllowedError("weeks.read_it_first", said=", ".join(found))


def check_public(words: str) -> None:
    """There is something to read."""
    if not words.strip():
        raise NotAllowedError("weeks.no_summary")


def check_places(words: str, small: Iterable[str]) -> None:
    """The summary names no place that the public map has not shown. `small`: the names of
    those places that are smaller than its squares and lie in none that was released."""
    named = sorted({name for name in small if _named(name, words)})
    if named:
        raise NotAllowedError("weeks.place_is_too_fine", said=", ".join(named))


def _named(name: str, words: str) -> bool:
    """Also with an ending, as in "torgets"."""
    return bool(name) and bool(
        re.search(rf"(?<!\w){re.escape(name.casefold())}", words.casefold())
    )
