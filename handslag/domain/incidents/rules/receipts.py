"""What whoever reported without an account may do afterwards. Pure."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.rules.words import Better, Phase

LONGEST_MESSAGE = 1500
MOST_ANSWERS = 5  # after each question
LETTER_LIVES = 180 * 24 * 60 * 60  # seconds


class Wanted(StrEnum):
    """What a link in a letter asks for."""

    YES = Better.YES.value
    PARTLY = Better.PARTLY.value
    NO = Better.NO.value
    STOP = "stop"


def may_take_back(
    phases: Collection[Phase | str], *, steps: int, messages: int, others: int
) -> bool:
    """As long as nobody has begun with it: after that it is the municipality's too.

    `others`: how many have said the same, or were put together with it.
    """
    untouched = all(one in (Phase.NEW, Phase.ASSIGNED) for one in phases)
    return untouched and not (steps or messages or others)


def may_answer(from_reporter: Sequence[bool]) -> bool:
    """Once a question has been asked, and so many times before the next one."""
    if False not in from_reporter:
        return False
    since = list(reversed(from_reporter)).index(False)
    return since < MOST_ANSWERS


def may_ask_if_better(phases: Collection[Phase | str]) -> bool:
    """When everything in the report is closed."""
    return bool(phases) and all(one == Phase.CLOSED for one in phases)


def check_message(text: str) -> None:
    """A message says something, and not too much."""
    if not text.strip():
        raise NotAllowedError("incidents.nothing_said")
    if len(text) > LONGEST_MESSAGE:
        raise NotAllowedError("incidents.text_too_long", most=LONGEST_MESSAGE)
