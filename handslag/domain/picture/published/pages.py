"""The pictures that anyone may read, by municipality and number."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from handslag.domain.organisations.models import Slug
from handslag.domain.organisations.published import Found
from handslag.domain.picture.models import PictureVersion
from handslag.domain.picture.published.wording import PublishedPicture, read
from handslag.domain.picture.queries import due_on
from handslag.domain.picture.rules.changes import Changes, changes
from handslag.domain.picture.rules.freezing import public


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """One public version in the list of them."""

    number: int
    frozen_at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class PicturePage:
    """A public version, what changed since the one before, and the others there are."""

    version: PublishedVersion
    picture: PublishedPicture
    before: PublishedVersion | None
    since: Changes | None
    versions: tuple[PublishedVersion, ...]
    due_on: date  # when the law wants the next, counted from the latest

    @property
    def is_latest(self) -> bool:
        return self.version == self.versions[0]


@dataclass(frozen=True, slots=True)
class ComparedPage:
    """Two public versions, the earlier first, and all that differs."""

    earlier: PublishedVersion
    later: PublishedVersion
    before: PublishedPicture
    after: PublishedPicture
    changes: Changes
    versions: tuple[PublishedVersion, ...]


def picture_page(municipality: str, number: int | None = None) -> PicturePage | None:
    """The public version with this number, or the latest. One query."""
    rows = list(_rows(municipality))
    shown = [row for row in rows if number in {None, row.number}]
    if not shown:
        return None
    row = shown[0]
    earlier = next((one for one in rows if one.number < row.number), None)
    content = _public(row)
    return PicturePage(
        version=_version(row),
        picture=read(content),
        before=_version(earlier) if earlier else None,
        since=changes(_public(earlier), content) if earlier else None,
        versions=tuple(map(_version, rows)),
        due_on=due_on(rows[0]),
    )


def compared_page(municipality: str, one: int, other: int) -> ComparedPage | None:
    """Two public versions beside each other, whichever is named first. One query."""
    rows = list(_rows(municipality))
    named = {row.number: row for row in rows if row.number in {one, other}}
    if one == other or len(named) < 2:  # noqa: PLR2004 - two versions
        return None
    earlier, later = named[min(one, other)], named[max(one, other)]
    before, after = _public(earlier), _public(later)
    return ComparedPage(
        earlier=_version(earlier),
        later=_version(later),
        before=read(before),
        after=read(after),
        changes=changes(before, after),
        versions=tuple(map(_version, rows)),
    )


def shows_problem(municipality: str, key: str) -> bool:
    """Whether the latest public picture of the municipality tells of this problem: open,
    or as one that is over. One query."""
    latest = _rows(municipality).first()
    return latest is not None and any(
        one["id"] == key for one in _public(latest)["problems"]
    )


def pictures_found(homes: Collection[UUID]) -> dict[UUID, Found]:
    """Where the picture of each of these municipalities is read."""
    rows = Slug.objects.filter(current=True, organisation__public_id__in=homes)
    return {
        key: Found(slug, place, "lagesbild/")
        for key, slug, place in rows.values_list(
            "organisation__public_id", "slug", "organisation__short_name"
        )
    }


def _rows(municipality: str) -> QuerySet[PictureVersion]:
    found = PictureVersion.objects.filter(
        picture__home__slugs__slug=municipality,
        picture__party=None,
        publication__ended_at=None,
        publication__isnull=False,
    )
    return found.select_related("version", "picture").order_by("-number")


def _public(row: PictureVersion) -> dict[str, Any]:
    return public(json.loads(row.version.content))


def _version(row: PictureVersion) -> PublishedVersion:
    return PublishedVersion(row.number, row.frozen_at, row.note)
