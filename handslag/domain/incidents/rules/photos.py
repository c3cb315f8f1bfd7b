"""What is hidden in a photo, and who may see it. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from handslag.domain.incidents.rules.sight import Seen, Sight, may_read
from handslag.domain.incidents.rules.words import TextState

MOST_PHOTOS = 3  # of one incident
WAITS_FOR = 14  # days, with the one who took it or with the moderator


class PhotoState(StrEnum):
    """How far a photo has come."""

    WITH_REPORTER = "with_reporter"
    WITH_MODERATOR = "with_moderator"
    SHOWN = "shown"
    REFUSED = "refused"


def state_of(*, is_marked: bool, is_shown: bool, is_refused: bool) -> PhotoState:
    """How far it has come, from what is stored of it."""
    if is_shown:
        return PhotoState.SHOWN
    if is_refused:
        return PhotoState.REFUSED
    return PhotoState.WITH_MODERATOR if is_marked else PhotoState.WITH_REPORTER


_AS_WORDS: Mapping[PhotoState, TextState] = {PhotoState.SHOWN: TextState.CHECKED}


def may_see_photo(sight: Sight, seen: Seen, state: PhotoState) -> bool:
    """A photo that a moderator has shown is seen as words that a moderator has read;
    any other as words that are held: by nobody but the moderator."""
    as_words = _AS_WORDS.get(state, TextState.HELD)
    return may_read(sight, replace(seen, text_state=as_words))
