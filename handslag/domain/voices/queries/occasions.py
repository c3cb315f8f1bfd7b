"""The occasions somebody works with."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Considered
from handslag.domain.organisations.models import Kind, Organisation
from handslag.domain.voices.models import Occasion, OccasionFinding, Told
from handslag.domain.voices.rules import OccasionDraft, Phase, VoiceState, Way


def occasions_seen_by(actor: Actor) -> QuerySet[Occasion]:
    """Those of the organisations whose workspace the actor sees, newest first."""
    homes = actor.where(Act.SEE_WORKSPACE)
    return Occasion.objects.filter(home__in=homes).select_related("home")


@dataclass(frozen=True, slots=True)
class Standing:
    """An occasion and what waits there: voices to code, words to decide about."""

    occasion: Occasion
    heard: int
    uncoded: int
    held: int
    is_told: bool

    @property
    def is_owed(self) -> bool:
        """All has been heard, and those who spoke have not been told."""
        return self.occasion.phase == Phase.HEARD and not self.is_told


def standings(rows: QuerySet[Occasion]) -> list[Standing]:
    """Each of these with what waits there. One query."""
    readable = Q(voices__state=VoiceState.OPEN)
    found = rows.annotate(
        heard=Count("voices"),
        uncoded=Count("voices", filter=Q(voices__is_coded=False) & readable),
        held=Count("voices", filter=Q(voices__state=VoiceState.HELD)),
        is_told=Exists(Told.objects.filter(occasion=OuterRef("pk"))),
    )
    return [Standing(one, one.heard, one.uncoded, one.held, one.is_told) for one in found]


def occasion_for(actor: Actor, key: UUID) -> Standing | None:
    """One that the actor sees, with what waits there."""
    return next(iter(standings(occasions_seen_by(actor).filter(public_id=key))), None)


def unfinished(actor: Actor) -> list[Standing]:
    """Where something waits for the actor: an answer that is owed, words to decide
    about, voices to code. One query."""
    homes = actor.where(Act.LISTEN)
    rows = Occasion.objects.filter(home__in=homes).exclude(phase=Phase.CLOSED)
    found = standings(rows.select_related("home"))
    return [one for one in found if one.is_owed or one.held or one.uncoded]


def homes_listened_for(actor: Actor) -> QuerySet[Organisation]:
    """For which municipalities the actor may plan an occasion, by name."""
    found = Organisation.objects.filter(pk__in=actor.where(Act.LISTEN))
    return found.filter(kind=Kind.MUNICIPALITY).order_by("name", "pk")


def draft_of(occasion: Occasion) -> OccasionDraft:
    """The occasion as it stands: change this with `dataclasses.replace`, so that nothing
    another has written is lost."""
    return OccasionDraft(
        way=Way(occasion.way),
        title=occasion.title,
        starts=occasion.starts,
        ends=occasion.ends,
        people=occasion.people,
        said=occasion.said,
        became=occasion.became,
        how_to_read=occasion.how_to_read,
        is_example=occasion.is_example,
    )


MOST_TO_TIE = 100


def findings_to_tie(occasion: Occasion) -> list[Evidence]:
    """What it can be said to have shown: what it is tied to, and the latest findings of
    its municipality that are tied to no other occasion."""
    tied = OccasionFinding.objects.filter(evidence__chain=OuterRef("chain"))
    rows = Evidence.objects.filter(
        home=occasion.home_id, corrected_by__isnull=True, considered=Considered.USED
    ).annotate(
        is_tied=Exists(tied.filter(occasion=occasion)),
        is_elsewhere=Exists(tied.exclude(occasion=occasion)),
    )
    free = rows.filter(Q(is_tied=True) | Q(is_elsewhere=False))
    return list(free.order_by("-is_tied", "-recorded_at", "-pk")[:MOST_TO_TIE])


def findings_of(occasion: Occasion) -> QuerySet[Evidence]:
    """What it showed, in the version that holds now."""
    chains = occasion.findings.values("evidence__chain")
    return Evidence.objects.filter(chain__in=chains, corrected_by__isnull=True).order_by(
        "recorded_at", "pk"
    )
