"""The occasions somebody works with."""

from uuid import UUID

from django.db.models import Count, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.evidence.models import Evidence
from handslag.domain.voices.models import Occasion
from handslag.domain.voices.rules import Phase


def occasions_seen_by(actor: Actor) -> QuerySet[Occasion]:
    """Those of the organisations whose workspace the actor sees, newest first."""
    homes = actor.where(Act.SEE_WORKSPACE)
    return Occasion.objects.filter(home__in=homes).select_related("home")


def occasion_for(actor: Actor, key: UUID) -> Occasion | None:
    """One of them, with how many voices it has and how many wait to be coded."""
    found = occasions_seen_by(actor).annotate(
        heard=Count("voices"),
        uncoded=Count("voices", filter=Q(voices__is_coded=False)),
    )
    return found.filter(public_id=key).first()


def unfinished(actor: Actor) -> QuerySet[Occasion]:
    """Where all has been heard, and those who spoke have not been told."""
    homes = actor.where(Act.LISTEN)
    return Occasion.objects.filter(home__in=homes, phase=Phase.HEARD).select_related("home")


def findings_of(occasion: Occasion) -> QuerySet[Evidence]:
    """What it showed, in the version that holds now."""
    chains = occasion.findings.values("evidence__chain")
    return Evidence.objects.filter(chain__in=chains, corrected_by__isnull=True).order_by(
        "recorded_at", "pk"
    )
