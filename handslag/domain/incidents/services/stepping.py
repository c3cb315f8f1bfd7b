"""What every step in the handling of an incident has in common."""

from datetime import datetime

from handslag.core.access import Act, Actor
from handslag.core.guard.rules import find
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.incidents.models import Incident, Step
from handslag.domain.incidents.rules import Deed, Phase
from handslag.domain.incidents.rules.handling import after
from handslag.domain.incidents.services.counting import retally
from handslag.domain.incidents.services.reading_words import refuse_certain
from handslag.domain.incidents.services.telling import tell

LONGEST_WORDS = 1500


def to_receive(incident: Incident) -> frozenset[int]:
    """Where one decides whose task it is: the municipality that received it."""
    return frozenset({incident.within_id})


def to_deal_with(incident: Incident) -> frozenset[int]:
    """Where it is dealt with: there, and at the one whose task it is."""
    owner = incident.owner_id
    return to_receive(incident) | ({owner} if owner is not None else frozenset())


def locked(incident: Incident, revision: int) -> Incident:
    """The incident as it stands, locked, if it is the one that the person saw."""
    row = Incident.objects.select_for_update().get(pk=incident.pk)
    same_revision(revision, row.revision)
    if row.merged_into_id is not None:
        raise NotAllowedError("incidents.is_merged")
    return row


def check_words(words: str) -> str:
    """Words that the one who reported will read: without persons, and not too long."""
    said = words.strip()
    if len(said) > LONGEST_WORDS:
        raise NotAllowedError("incidents.text_too_long", most=LONGEST_WORDS)
    refuse_certain({"words": find(said)}, {"words": said})
    return said


def take_step(
    actor: Actor,
    incident: Incident,
    deed: Deed,
    *,
    words: str = "",
    before: str,
    now: datetime,
    is_told: bool = True,
) -> Step:
    """Store the incident in its new phase, count it there, write the step, and tell
    whoever reported it and left an address."""
    incident.revision += 1
    incident.save()
    if before != incident.phase:
        retally(incident, before=before)
    step = Step.objects.create(
        incident=incident,
        deed=deed,
        at=now,
        by_id=on_behalf(actor, incident),
        owner_id=incident.owner_id,
        outcome=incident.outcome,
        words=words,
    )
    if is_told:
        tell(incident, now=now)
    return step


def move(incident: Incident, deed: Deed) -> str:
    """Set the phase that the step leads to; answer with the one before."""
    before = incident.phase
    incident.phase = after(deed, Phase(before))
    return before


def on_behalf(actor: Actor, incident: Incident) -> int | None:
    """The organisation in whose service the step is taken: the owner first."""
    for one in (incident.owner_id, incident.within_id):
        if one is not None and actor.may(Act.HANDLE_REPORTS, one):
            return one
    return None
