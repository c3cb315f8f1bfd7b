"""When an occasion may go on, and when it may be closed. Pure."""

from handslag.core.refusals import NotAllowedError
from handslag.domain.voices.rules.words import NEXT, Phase


def check_step(now: Phase, wanted: Phase) -> None:
    """Refuse a step that does not follow. Closing has a check of its own."""
    if wanted not in NEXT[now]:
        raise NotAllowedError("voices.not_the_next_step")


def check_closing(phase: Phase, *, told: bool, why: str, is_public: bool) -> None:
    """Those who spoke have been told, or everyone can read why they were not."""
    if phase is Phase.CLOSED:
        raise NotAllowedError("voices.closed_already")
    if phase is not Phase.HEARD:
        raise NotAllowedError("voices.still_being_heard")
    if told:
        return
    if not why.strip():
        raise NotAllowedError("voices.nobody_was_told")
    if not is_public:
        raise NotAllowedError("voices.reason_is_not_public")
