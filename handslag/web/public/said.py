"""An agreement in the words of the page: translated, or in Swedish and marked so."""

from dataclasses import replace
from typing import Any

from handslag.domain.agreements.published import (
    PublishedAgreement,
    PublishedLine,
    PublishedParty,
)
from handslag.web.public.spoken import Spoken, capital

_WORDS = (
    *("name", "background", "vision", "documentation"),
    *("follow_up", "follow_up_by", "changes"),
)


def as_said(wording: PublishedAgreement, spoken: Spoken) -> PublishedAgreement:
    """The same agreement with every text as it is said on this page, ready for HTML.

    The shared words of its areas have their own translation and stay as they are.
    """
    words = spoken.words
    texts: dict[str, Any] = {name: words(getattr(wording, name)) for name in _WORDS}

    def line(one: PublishedLine) -> PublishedLine:
        return replace(one, text=words(one.text), seen_by=words(one.seen_by))

    def party(one: PublishedParty) -> PublishedParty:
        contact = replace(one.contact, function=words(one.contact.function))
        commitments = tuple(map(line, one.commitments))
        return replace(
            one, steering=words(one.steering), contact=contact, commitments=commitments
        )

    return replace(
        wording,
        **{**texts, "follow_up_by": capital(texts["follow_up_by"])},
        purposes=tuple(map(words, wording.purposes)),
        problems=tuple(map(words, wording.problems)),
        goals=tuple(map(line, wording.goals)),
        together=tuple(map(line, wording.together)),
        parties=tuple(map(party, wording.parties)),
        statutes=tuple(replace(one, title=words(one.title)) for one in wording.statutes),
        attachments=tuple(
            replace(one, title=words(one.title)) for one in wording.attachments
        ),
    )
