"""The approved words of an agreement in another language."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from handslag.core.approvals import translations
from handslag.core.approvals.translations import APPROVED_IN, ApprovedText, Texts
from handslag.domain.agreements.published.wording import (
    PublishedAgreement,
    PublishedParty,
    read,
)

_FIRST = ("name", "vision")
_THEN = ("background", "changes")
_LAST = ("follow_up", "follow_up_by", "documentation")


class TextKind(StrEnum):
    """What a text is in the agreement. The party it belongs to is told apart from it."""

    NAME = "name"
    VISION = "vision"
    PURPOSE = "purpose"
    FIELD = "field"
    PROBLEM = "problem"
    BACKGROUND = "background"
    CHANGES = "changes"
    GOAL = "goal"
    SEEN_BY = "seen_by"
    COMMITMENT = "commitment"
    STEERING = "steering"
    CONTACT = "contact"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_BY = "follow_up_by"
    DOCUMENTATION = "documentation"
    STATUTE = "statute"
    PERIOD = "period"
    ATTACHMENT = "attachment"


def approved_texts(wording: PublishedAgreement) -> list[ApprovedText]:
    """Each text of an agreement that can be translated, in reading order."""
    return translations.each_once(_all_texts(wording))


def texts_in(language: str, version: int, wording: PublishedAgreement) -> Texts:
    """What is translated of a version, by its number in the database. One query."""
    if language == APPROVED_IN:
        return Texts()
    return translations.texts_in(language, {version: approved_texts(wording)})


def texts_of(content: str) -> list[ApprovedText]:
    """Each text of a frozen version."""
    return approved_texts(read(content))


def _all_texts(wording: PublishedAgreement) -> Iterator[ApprovedText]:
    yield from _words(wording, _FIRST)
    yield from _rows(TextKind.PURPOSE, wording.purposes)
    # A shared word has its English already.
    own = ["" if one.code else one.text for one in wording.fields]
    yield from _rows(TextKind.FIELD, own)
    yield from _rows(TextKind.PROBLEM, wording.problems)
    yield from _words(wording, _THEN)
    for goal in wording.goals:
        yield ApprovedText(f"goals.{goal.id}.text", TextKind.GOAL, goal.text)
        yield ApprovedText(f"goals.{goal.id}.seen_by", TextKind.SEEN_BY, goal.seen_by)
    for one in wording.together:
        yield ApprovedText(f"commitments.{one.id}", TextKind.COMMITMENT, one.text)
    for party in wording.parties:
        yield from _party(party)
    yield from _words(wording, _LAST)
    yield from _rows(TextKind.STATUTE, [one.title for one in wording.statutes])
    yield ApprovedText("period", TextKind.PERIOD, wording.period.stated)
    for file in wording.attachments:
        yield ApprovedText(f"files.{file.sha256[:16]}", TextKind.ATTACHMENT, file.title)


def _rows(kind: TextKind, texts: Iterable[str]) -> Iterator[ApprovedText]:
    for at, text in enumerate(texts):
        yield ApprovedText(f"{kind}.{at}", kind, text)


def _words(wording: PublishedAgreement, names: tuple[str, ...]) -> Iterator[ApprovedText]:
    for name in names:
        yield ApprovedText(name, TextKind(name), getattr(wording, name))


def _party(party: PublishedParty) -> Iterator[ApprovedText]:
    for one in party.commitments:
        key = f"commitments.{one.id}"
        yield ApprovedText(key, TextKind.COMMITMENT, one.text, party.id)
    start = f"parties.{party.id}"
    yield ApprovedText(f"{start}.steering", TextKind.STEERING, party.steering, party.id)
    function = party.contact.function
    yield ApprovedText(f"{start}.contact", TextKind.CONTACT, function, party.id)
