"""What a walk showed enters the chain, as a finding that pictures and promises cite."""

from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Confidence, Finding, Visibility
from handslag.domain.voices import services as voices
from handslag.domain.walks import queries
from handslag.domain.walks.models import Walk
from handslag.domain.walks.rules import Stage, Tone
from handslag.domain.walks.services.steps import locked, may_lead

SOURCE = "trygghetsvandring"  # a code of the vocabulary
MOST_SAID = 5


@transaction.atomic
def cite(actor: Actor, walk: Walk, *, now: datetime) -> Evidence:
    """Record what was seen as evidence, tied to the occasion. Once for a walk."""
    may_lead(actor, walk)
    walk = locked(walk, until=Stage.TOLD)
    if walk.stage == Stage.PLANNED:
        raise NotAllowedError("walks.walk_it_first")
    if walk.occasion.findings.exists():
        raise NotAllowedError("walks.cited_already")
    with translation.override("sv"):
        finding = _finding(walk)
    evidence = voices.cite(actor, walk.occasion, finding, now=now)
    record(
        actor, "walks.cited", walk, on_behalf=walk.occasion.home_id, number=evidence.number
    )
    return evidence


def _finding(walk: Walk) -> Finding:
    rows = [one for one in queries.findings_of(walk) if not one.waits]
    lacking = [one for one in rows if one.tone == Tone.LACKING]
    if not rows:
        raise NotAllowedError("walks.nothing_seen")
    counted = ngettext(
        "Those who walked saw %(n)s thing that is lacking.",
        "Those who walked saw %(n)s things that are lacking.",
        len(lacking),
    ) % {"n": len(lacking)}
    said = " ".join(_sentence(one.text) for one in (lacking or rows)[:MOST_SAID])
    day = walk.occasion.starts
    stops = walk.stops.count()
    return Finding(
        source=SOURCE,
        statement=f"{counted} {said}",
        # In words: a day in digits can be taken for the number of a person.
        period=f"{day.day} {str(MONTHS[day.month]).lower()} {day.year}",
        place_stated=walk.occasion.title,
        # What everyone can read on the page of the walk can be followed from there.
        visibility=Visibility.PUBLIC
        if walk.occasion.published_at is not None
        else Visibility.PARTIES,
        method=ngettext(
            "Safety walk with %(n)s stop, judged in nine respects.",
            "Safety walk with %(n)s stops, judged in nine respects.",
            stops,
        )
        % {"n": stops},
        n=walk.occasion.people,
        confidence=Confidence.LOW,
        limits=_(
            "Those who come choose to come: they do not stand for all who live there."
        ),
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
