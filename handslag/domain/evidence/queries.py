from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.fields.reverse_related import ForeignObjectRel

from handslag.core.access import Actor
from handslag.domain.evidence.models import Evidence, EvidenceFile, Feedback
from handslag.domain.evidence.rules import VOICES, Considered, Visibility
from handslag.domain.organisations.models import Place, Relation, Tie
from handslag.domain.organisations.queries import holding


@dataclass(frozen=True, slots=True)
class Sought:
    """What the list is narrowed to; an empty word narrows nothing."""

    source: str = ""
    visibility: str = ""
    text: str = ""
    considered: Considered = Considered.USED


def visible_to(actor: Actor, *, today: date) -> QuerySet[Evidence]:
    """Findings of one's own organisations, those shared with them, and public ones.

    Shared with the parties: a municipality with its police and its council, and they
    with the municipality. Two municipalities of one district do not see each other's.
    """
    own = actor.organisation_ids
    ties = Relation.objects.filter(holding(today), kind__in=[Tie.SERVES, Tie.COVERS])
    parties = Q(home__in=ties.filter(lower__in=own).values("upper")) | Q(
        home__in=ties.filter(upper__in=own).values("lower")
    )
    return Evidence.objects.filter(
        Q(home__in=own)
        | Q(visibility=Visibility.PUBLIC)
        | (Q(visibility=Visibility.PARTIES) & parties)
    )


def citable_by(actor: Actor, parties: frozenset[int]) -> QuerySet[Evidence]:
    """Findings that may be cited in something these parties do together.

    The latest version of each, and none that was considered and rejected.
    """
    shared = Q(home__in=parties, visibility__in=[Visibility.PARTIES, Visibility.PUBLIC])
    own = Q(home__in=actor.organisation_ids & parties)
    return Evidence.objects.filter(
        shared | own, corrected_by=None, considered=Considered.USED
    )


def of(actor: Actor) -> QuerySet[Evidence]:
    """Findings of one's own organisations, the latest version of each."""
    return Evidence.objects.filter(
        home__in=actor.organisation_ids, corrected_by=None
    ).select_related("home", "place")


def places_for(homes: Collection[int], *, today: date) -> QuerySet[Place]:
    """The named places that findings of these organisations can be about, by name: their
    own, and those of whom they are tied to."""
    ties = Relation.objects.filter(holding(today))
    return (
        Place.objects.filter(
            Q(within__in=homes)
            | Q(within__in=ties.filter(lower__in=homes).values("upper"))
            | Q(within__in=ties.filter(upper__in=homes).values("lower"))
        )
        .select_related("within")
        .order_by("name", "pk")
    )


def where_said(finding: Evidence) -> str:
    """Where it was found, in words; by the name of the place when nothing else is said."""
    return finding.place_stated or (finding.place.name if finding.place else "")


def sought(found: QuerySet[Evidence], what: Sought) -> QuerySet[Evidence]:
    """Those of them that fit, the latest first."""
    found = found.filter(considered=what.considered)
    if what.source:
        found = found.filter(source=what.source)
    if what.visibility:
        found = found.filter(visibility=what.visibility)
    for word in what.text.split():
        found = found.filter(
            Q(statement__icontains=word)
            | Q(place_stated__icontains=word)
            | Q(place__name__icontains=word)
            | Q(period_stated__icontains=word)
            | Q(method__icontains=word)
            | Q(rejected_why__icontains=word)
        )
    return found.order_by("-recorded_at", "-pk")


def sources_of(actor: Actor) -> list[str]:
    """The kinds of source that one's own findings come from."""
    found = Evidence.objects.filter(home__in=actor.organisation_ids)
    return list(found.order_by().values_list("source", flat=True).distinct())


def chain_of(finding: Evidence, *, among: QuerySet[Evidence]) -> list[Evidence]:
    """Every version of a finding that may be seen, the first one first."""
    return list(among.filter(chain=finding.chain).order_by("number"))


def feedback_of(finding: Evidence) -> QuerySet[Feedback]:
    """What was told of any version of it, as it holds now, the latest first."""
    return (
        Feedback.objects.filter(evidence__chain=finding.chain, corrected_by=None)
        .select_related("evidence")
        .order_by("-told_on", "-pk")
    )


def file_of(finding: Evidence, sha256: str) -> QuerySet[EvidenceFile]:
    """The file of a finding with this content, if it has it."""
    return EvidenceFile.objects.filter(
        evidence=finding, file__sha256=sha256
    ).select_related("file")


def cited(found: QuerySet[Evidence]) -> QuerySet[Evidence]:
    """Those of them that something rests on.

    The packages above point here; this one knows none of them. Each row that points at
    a finding cites it, unless its foreign key is hidden ("+"): then it only mentions it.
    """
    cites = Q(pk__in=[])
    for relation in _pointing():
        rows = relation.related_model._default_manager.filter(
            **{relation.field.name: OuterRef("pk")}
        )
        cites |= Q(Exists(rows))
    return found.filter(cites)


def voices_without_feedback(homes: Collection[int] | None) -> QuerySet[Evidence]:
    """Findings in which people spoke, that something rests on, and nobody was told.

    What public pages only name as their source has nobody behind it who could tell.
    """
    spoken = Evidence.objects.filter(source__in=VOICES, considered=Considered.USED)
    if homes is not None:
        spoken = spoken.filter(home__in=homes)
    told = Feedback.objects.filter(evidence__chain=OuterRef("chain"))
    return (
        cited(spoken.exclude(statement=""))
        .filter(~Exists(told))
        .select_related("home")
        .order_by("recorded_at", "pk")
    )


def _pointing() -> list[ForeignObjectRel]:
    """The foreign keys of other packages that cite findings."""
    return [
        relation
        for relation in Evidence._meta.related_objects
        if relation.related_model._meta.app_label != Evidence._meta.app_label
    ]
