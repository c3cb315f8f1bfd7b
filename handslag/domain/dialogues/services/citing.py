"""What a dialogue showed enters the chain, as a finding that pictures and promises cite."""

from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.dialogues import queries
from handslag.domain.dialogues.models import Dialogue, Release
from handslag.domain.dialogues.rules import Audience
from handslag.domain.dialogues.services.steps import locked, may_lead
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Confidence, Finding, Visibility
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind as TermKind
from handslag.domain.voices import services as voices

# Codes of the vocabulary.
SOURCES = {Audience.CITIZENS: "medborgardialog", Audience.STAFF: "medarbetardialog"}
MOST_THEMES = 5


@transaction.atomic
def cite(actor: Actor, dialogue: Dialogue, *, now: datetime) -> Evidence:
    """Record what was said most as evidence, tied to the occasion. Once for a dialogue.

    From the result as it was released: nobody reads of it before everyone can.
    """
    may_lead(actor, dialogue)
    dialogue = locked(dialogue)
    if dialogue.held_on is None:
        raise NotAllowedError("dialogues.hold_it_first")
    if dialogue.occasion.findings.exists():
        raise NotAllowedError("dialogues.cited_already")
    standing = queries.standing_release(dialogue)
    if standing is None:
        raise NotAllowedError("dialogues.release_it_first")
    if not standing.content["themes"]:
        raise NotAllowedError("dialogues.no_theme_is_large_enough", least=dialogue.least)
    with translation.override("sv"):
        finding = _finding(dialogue, standing)
    evidence = voices.cite(actor, dialogue.occasion, finding, now=now)
    record(
        actor,
        "dialogues.cited",
        dialogue,
        on_behalf=dialogue.occasion.home_id,
        number=evidence.number,
    )
    return evidence


def _finding(dialogue: Dialogue, release: Release) -> Finding:
    names = terms(TermKind.THEME, "sv")
    told = ", ".join(
        f"{names.get(code, code)} ({n})"
        for code, n in release.content["themes"][:MOST_THEMES]
    )
    occasion = dialogue.occasion
    day = occasion.starts
    return Finding(
        source=SOURCES[dialogue.audience],
        statement=_("What was said most was about: %(themes)s.") % {"themes": told},
        # In words: a day in digits can be taken for the number of a person.
        period=f"{day.day} {str(MONTHS[day.month]).lower()} {day.year}",
        place_stated=occasion.home.name,
        visibility=Visibility.PUBLIC,  # as the result that it is taken from
        method=_("Dialogue with %(people)s people. %(voices)s voices, coded by hand.")
        % {"people": release.people, "voices": release.voices},
        n=release.people,
        confidence=Confidence.LOW,
        limits=_("Those who came chose to come: they do not stand for everyone."),
    )
