"""Who may still sign up, and when an address is no longer needed. Pure."""

from datetime import datetime, timedelta

from handslag.core.refusals import NotAllowedError

REMIND_BEFORE = timedelta(hours=48)
FORGET_AFTER = timedelta(days=7)


def left(slots: int, taken: int) -> int:
    """How many places are free. Fewer places than people are none, not less."""
    return max(0, slots - taken)


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
