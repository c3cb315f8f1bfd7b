"""What the law asks of pictures, and which of it is done (4 and 6 §§ 2023:196)."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery

from handslag.core.access import Act, Actor
from handslag.core.deadlines import Basis, Deadline, months_after
from handslag.core.periods import stockholm_day
from handslag.domain.picture.models import (
    Picture,
    PictureParty,
    PictureVersion,
    Problem,
    Score,
)
from handslag.domain.picture.rules.freezing import has_all_parts
from handslag.domain.picture.rules.words import State

UPDATE_MONTHS = 24
KIND = "picture.update"


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What the law check needs to know of one municipality's picture."""

    frozen_on: date
    number: int
    has_all_parts: bool
    due_on: date


def latest_versions(homes: Collection[int] | None) -> QuerySet[PictureVersion]:
    """The latest frozen version of each municipality's joint picture."""
    newest = (
        PictureVersion.objects.filter(picture=OuterRef("picture"))
        .values("picture")
        .annotate(latest=Max("number"))
        .values("latest")
    )
    found = PictureVersion.objects.filter(number=Subquery(newest), picture__party=None)
    if homes is not None:
        found = found.filter(picture__home__in=homes)
    return found.select_related("picture", "version")


def deadlines(*, homes: Collection[int] | None, today: date) -> list[Deadline]:
    """When each picture must be updated: at least every second year. Two queries.

    `today` does not matter here: what is late is still to be done.
    """
    versions = list(latest_versions(homes).order_by("frozen_at", "pk"))
    others: dict[int, list[int]] = {}
    parties = PictureParty.objects.filter(
        picture__in=[version.picture_id for version in versions]
    )
    for picture, organisation in parties.values_list("picture", "organisation"):
        others.setdefault(picture, []).append(organisation)
    return [
        Deadline(
            kind=KIND,
            due_on=due_on(version),
            basis=Basis.LAW,
            home=version.picture.home_id,
            name=version.picture.name,
            path=f"/arbete/lagesbild/{version.picture.public_id}/",
            others=tuple(
                party
                for party in others.get(version.picture_id, [])
                if party != version.picture.home_id
            ),
        )
        for version in versions
    ]


def due_on(version: PictureVersion) -> date:
    """The last day on which the next version keeps the law."""
    return months_after(stockholm_day(version.frozen_at), UPDATE_MONTHS)


def facts_for_law(
    homes: Collection[int] | None, *, today: date
) -> Mapping[int, PictureFacts]:
    """By municipality: when its picture was frozen last, and whether it is whole."""
    return {
        version.picture.home_id: PictureFacts(
            frozen_on=stockholm_day(version.frozen_at),
            number=version.number,
            has_all_parts=has_all_parts(json.loads(version.version.content)),
            due_on=due_on(version),
        )
        for version in latest_versions(homes)
    }


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for somebody: pictures to renew, to score, and to finish."""

    to_renew: tuple[tuple[date, Picture], ...]
    to_score: tuple[Picture, ...]
    unfrozen: tuple[Picture, ...]


def waiting_for(actor: Actor, *, today: date) -> Waiting:
    """What the actor's organisations should do with their pictures. Five queries."""
    writing = actor.where(Act.WRITE_PICTURE)
    mine = Picture.objects.filter(
        Q(home__in=writing) | Q(parties__organisation__in=writing), party=None
    ).distinct()
    versions = latest_versions(None).filter(picture__in=mine.values("pk"))
    return Waiting(
        to_renew=tuple((due_on(version), version.picture) for version in versions),
        to_score=tuple(_to_score(writing)),
        unfrozen=tuple(mine.filter(versions=None)),
    )


def _to_score(writing: Collection[int]) -> list[Picture]:
    """Joint pictures in which others have scored a problem that one's own has not."""
    unscored = Problem.objects.filter(
        ~Exists(Score.objects.filter(problem=OuterRef("pk"), organisation__in=writing)),
        Exists(Score.objects.filter(problem=OuterRef("pk"))),
        state=State.OPEN,
    )
    found = Picture.objects.filter(
        party=None,
        parties__organisation__in=writing,
        pk__in=unscored.values("picture"),
    )
    return list(found.distinct())
