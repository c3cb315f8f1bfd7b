from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, Max, OuterRef, Prefetch, Q, QuerySet, Subquery

from handslag.core.access import Act, Actor
from handslag.domain.evidence import queries as evidence
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import Visibility
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.picture.models import (
    Cause,
    Citation,
    Judgement,
    Passage,
    Picture,
    PictureParty,
    PictureVersion,
    Problem,
    SourceNote,
)
from handslag.domain.picture.rules.words import State


def visible_to(actor: Actor) -> QuerySet[Picture]:
    """The joint pictures of one's own organisations, their own ones, and those that
    the other party has shared."""
    own = actor.where(Act.SEE_WORKSPACE)
    joint = Q(party=None) & (Q(home__in=own) | Q(parties__organisation__in=own))
    working_in = PictureParty.objects.filter(organisation__in=own)
    homes = working_in.values("picture__home")
    shared = Q(party__isnull=False, shared_at__isnull=False) & (
        Q(home__in=own) | Q(home__in=homes)
    )
    found = Picture.objects.filter(joint | Q(party__in=own) | shared)
    return found.distinct().select_related("home", "party", "joint")


def listed(actor: Actor) -> QuerySet[Picture]:
    """The same with what a list says of each: how many problems, and the latest version."""
    versions = PictureVersion.objects.filter(picture=OuterRef("pk")).order_by("-number")
    return (
        visible_to(actor)
        .annotate(
            open_problems=Count(
                "problems", filter=Q(problems__state=State.OPEN), distinct=True
            ),
            latest_number=Subquery(versions.values("number")[:1]),
            latest_frozen_at=Subquery(versions.values("frozen_at")[:1]),
        )
        .order_by("home__name", "party_id", "pk")
    )


def party_ids(picture: Picture) -> frozenset[int]:
    """Whose people write the picture: a party's own is written by that party alone."""
    rows = picture.parties.values_list("organisation_id", flat=True)
    if picture.party_id is not None:
        return frozenset({picture.party_id})
    return frozenset({picture.home_id, *rows})


def parties_of(picture: Picture) -> list[Organisation]:
    """Those who write and score, in order."""
    return [row.organisation for row in picture.parties.select_related("organisation")]


def own_pictures(actor: Actor, joint: Picture) -> list[Picture]:
    """The parties' own pictures behind a joint one, those that the actor may see."""
    seen = visible_to(actor).filter(home=joint.home_id, party__isnull=False)
    return list(seen.order_by("pk"))


def unseen_own_pictures(actor: Actor, joint: Picture) -> list[Picture]:
    """Own pictures that exist and are not shared yet: named, never shown."""
    seen = visible_to(actor).values("pk")
    others = Picture.objects.filter(home=joint.home_id, party__isnull=False)
    return list(others.exclude(pk__in=seen).select_related("party"))


def passages_of(picture: Picture) -> list[Passage]:
    """All passages in order, with what they cite."""
    rows = picture.passages.select_related("written_by")
    return list(rows.prefetch_related(_citations()))


def problems_of(picture: Picture) -> list[Problem]:
    """The problems in order, with all that hangs on them."""
    return list(working_problems().filter(picture=picture))


def working_problems() -> QuerySet[Problem]:
    """Problems with their judgements, causes, citations, scores, sources and origins."""
    judged = Judgement.objects.prefetch_related(_citations())
    caused = Cause.objects.prefetch_related(_citations())
    return Problem.objects.select_related("place", "analysis").prefetch_related(
        Prefetch("judgements", judged),
        Prefetch("causes", caused),
        Prefetch("sources", SourceNote.objects.select_related("evidence__place")),
        Prefetch(
            "origins",
            Problem.objects.select_related("picture__party").order_by("picture_id", "pk"),
        ),
        "scores__organisation",
    )


def _citations() -> Prefetch[str, QuerySet[Citation], str]:
    return Prefetch(
        "citations", Citation.objects.select_related("evidence__home", "evidence__place")
    )


def problem_of(actor: Actor, key: UUID) -> QuerySet[Problem]:
    """One problem in a picture that the actor may see."""
    pictures = visible_to(actor).values("pk")
    found = Problem.objects.filter(public_id=key, picture__in=pictures)
    return found.select_related("picture__home", "picture__party", "place")


def passage_of(actor: Actor, key: UUID) -> QuerySet[Passage]:
    """One passage in a picture that the actor may see."""
    pictures = visible_to(actor).values("pk")
    found = Passage.objects.filter(public_id=key, picture__in=pictures)
    return found.select_related("picture__home", "picture__party", "written_by")


def source_of(actor: Actor, key: UUID) -> QuerySet[SourceNote]:
    """One line of the source log in a picture that the actor may see."""
    pictures = visible_to(actor).values("pk")
    found = SourceNote.objects.filter(public_id=key, picture__in=pictures)
    return found.select_related("picture__home", "picture__party", "problem", "evidence")


def sources_of(picture: Picture) -> list[SourceNote]:
    """The source log of the picture as a whole."""
    rows = picture.sources.filter(problem=None).select_related(
        "evidence__home", "evidence__place"
    )
    return list(rows)


def citable(actor: Actor, picture: Picture) -> QuerySet[Evidence]:
    """The findings that may be cited in the picture, the latest first."""
    found = evidence.citable_by(actor, party_ids(picture))
    return found.select_related("home").order_by("-pk")


def may_read(actor: Actor, finding: Evidence) -> bool:
    """Whether the actor may read what the finding says: its home decides."""
    return finding.visibility != Visibility.OWN or finding.home_id in actor.organisation_ids


def places_for(picture: Picture) -> QuerySet[Place]:
    """The named places that its problems can be about, by name."""
    within = party_ids(picture) | {picture.home_id}
    return Place.objects.filter(within__in=within).order_by("name", "pk")


def versions_of(picture: Picture) -> list[PictureVersion]:
    """Every frozen version, the latest first."""
    rows = picture.versions.select_related("version", "publication")
    return list(rows.order_by("-number"))


def was_frozen(problem: Problem) -> bool:
    """Whether the problem may stand in a frozen version: then it is closed, not removed.

    The id of a problem is its own, so it is looked for as it stands in the text.
    """
    return PictureVersion.objects.filter(
        picture=problem.picture_id, version__content__contains=str(problem.public_id)
    ).exists()


def next_position(
    rows: QuerySet[Passage] | QuerySet[Problem] | QuerySet[SourceNote],
) -> int:
    """Last, after those that are there."""
    last = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1


def joint_of(home: Organisation) -> Picture | None:
    """The joint picture of a municipality, begun or frozen."""
    return Picture.objects.filter(home=home, party=None).first()


def missing_for(homes: Sequence[Organisation]) -> list[Organisation]:
    """Those among them that have no joint picture yet."""
    there = set(
        Picture.objects.filter(home__in=homes, party=None).values_list("home", flat=True)
    )
    return [home for home in homes if home.pk not in there]
