"""What those who spoke must be told, before it can be written down."""

from dataclasses import dataclass
from datetime import date

from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.evidence.rules.words import VOICES


@dataclass(frozen=True, slots=True)
class Told:
    """What was said to those who had spoken, when and how."""

    on: date
    channel: str
    said: str


def check_told(told: Told, source: str, *, today: date) -> None:
    """Refuse an answer to nobody, one that says nothing, and one that is not given yet."""
    if source not in VOICES:
        raise NotAllowedError("evidence.nobody_spoke")
    if not told.said.strip():
        raise NotAllowedError("evidence.told_nothing")
    if not told.channel.strip():
        raise NotAllowedError("evidence.told_nowhere")
    if told.on > today:
        raise NotAllowedError("evidence.told_later")
    check_texts((told.channel, told.said))
