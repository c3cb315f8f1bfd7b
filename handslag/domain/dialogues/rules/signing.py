"""Who may still sign up, and when an address is no longer needed. Pure."""

from datetime import datetime, timedelta

from handslag.core.refusals import NotAllowedError
from handslag.domain.dialogues.rules.words import Room

REMIND_BEFORE = timedelta(hours=48)
FORGET_AFTER = timedelta(days=7)
FORGET_DRAFTS_AFTER = timedelta(days=30)
FEW_OF = 4  # a quarter of the places or less is few


def left(slots: int, taken: int) -> int:
    """How many places are free. Fewer places than people are none, not less."""
    return max(0, slots - taken)


def room(slots: int, taken: int) -> Room:
    """In words: whoever asks before and after somebody said they would sign up learns
    nothing, but at two moments. A number would say each time that somebody did."""
    free = left(slots, taken)
    if not free:
        return Room.NONE
    return Room.FEW if free * FEW_OF <= slots else Room.PLENTY


def check_sign_up(
    *, is_open: bool, starts: datetime, slots: int | None, taken: int, now: datetime
) -> None:
    """It is open, has not begun, and there is a place."""
    if not is_open or slots is None:
        raise NotAllowedError("dialogues.not_open")
    if starts <= now:
        raise NotAllowedError("dialogues.has_begun")
    if not left(slots, taken):
        raise NotAllowedError("dialogues.is_full")
