"""What one must say of an occasion, and of what was said there. Pure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from handslag.core.refusals import NotAllowedError
from handslag.domain.voices.rules.words import Way

LONGEST_TITLE = 120
LONGEST_VOICE = 4000


@dataclass(frozen=True, slots=True)
class OccasionDraft:
    """An occasion as somebody writes it down. `people`: how many took part, if known.

    `is_example`: made up for a demonstration; said once, when it is planned.
    """

    way: Way
    title: str
    starts: date
    ends: date
    people: int | None = None
    said: str = ""  # what was said, in plain words
    became: str = ""  # what became of it, in plain words
    how_to_read: str = ""  # what the figures do not say
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class VoiceDraft:
    """What one person, or one group at a table, said.

    `source` says where in the occasion it was said: the key of a question, "what".
    `place` is the public id of a named place of the municipality.
    """

    text: str
    source: str = ""
    themes: tuple[str, ...] = ()
    place: UUID | None = None
    is_quote: bool = False


def check_occasion(draft: OccasionDraft) -> None:
    """Refuse an occasion nobody can find, or that ends before it begins."""
    if not draft.title.strip():
        raise NotAllowedError("voices.no_title")
    if len(draft.title) > LONGEST_TITLE:
        raise NotAllowedError("voices.title_too_long", most=LONGEST_TITLE)
    if draft.ends < draft.starts:
        raise NotAllowedError("voices.ends_before_it_begins")


def check_voice(draft: VoiceDraft) -> None:
    """Refuse silence, and more than one voice can say."""
    if not draft.text.strip():
        raise NotAllowedError("voices.said_nothing")
    if len(draft.text) > LONGEST_VOICE:
        raise NotAllowedError("voices.said_too_much", most=LONGEST_VOICE)
