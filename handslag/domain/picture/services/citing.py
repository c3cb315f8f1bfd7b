"""Which findings a passage, a judgement or a cause rests on."""

from collections.abc import Sequence

from handslag.core.access import Actor
from handslag.core.refusals import NotAllowedError
from handslag.domain.picture.models import Cause, Judgement, Passage, Picture
from handslag.domain.picture.queries import citable


def cite(
    actor: Actor,
    picture: Picture,
    under: Passage | Judgement | Cause,
    findings: Sequence[int],
) -> None:
    """Let it cite these, in order. What it cites already may stay; what is new must be
    something the actor may cite here."""
    there = set(under.citations.values_list("evidence", flat=True))
    new = [number for number in findings if number not in there]
    allowed = set(citable(actor, picture).filter(pk__in=new).values_list("pk", flat=True))
    if set(new) - allowed:
        raise NotAllowedError("picture.finding_is_not_citable")
    under.citations.exclude(evidence__in=findings).delete()
    for place, number in enumerate(findings):
        under.citations.update_or_create(evidence_id=number, defaults={"position": place})
