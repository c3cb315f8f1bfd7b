"""What the law asks of pictures, and which of it is done (4 and 6 §§ 2023:196)."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, OuterRef, QuerySet, Subquery

from handslag.core.deadlines import Basis, Deadline, months_after
from handslag.core.periods import stockholm_day
from handslag.domain.picture.models import Picture, PictureParty, PictureVersion
from handslag.domain.picture.rules.freezing import has_all_parts

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


def without_version(homes: Collection[int]) -> QuerySet[Picture]:
    """Joint pictures that are begun and have never been frozen."""
    return Picture.objects.filter(party=None, versions=None, home__in=homes)
