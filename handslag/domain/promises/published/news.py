"""What is new in a municipality: sets given and changed, things done, follow-ups."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from handslag.domain.promises.models import (
    Amendment,
    FollowUp,
    ProgressEntry,
    PromiseSet,
    SetSlug,
)
from handslag.domain.promises.published.wording import (
    PublishedPromise,
    PublishedWording,
    read,
)
from handslag.domain.promises.rules.release import may_show_rows
from handslag.domain.promises.rules.words import Origin

NEWEST = 50


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new. `kind`: published, an amendment, progress or follow_up."""

    id: str
    kind: str
    at: datetime
    period: str  # where the set is found
    wording: PublishedWording
    nr: int | None = None  # the promise, when it is about one
    by: str = ""
    text: str = ""
    is_summary: bool = False


def news(municipality: str) -> list[News]:
    """The newest of everything the public can see, the latest first. Four queries."""
    slugs = {
        row.set_id: (row, read(row.set.version.content))
        for row in SetSlug.objects.filter(
            municipality__slugs__slug=municipality,
            current=True,
            set__version__isnull=False,
        ).select_related("set__version")
        if row.set.version is not None
    }
    found = [
        *_published(slugs.values()),
        *_amended(slugs),
        *_progress(slugs),
        *_followed_up(slugs),
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)[:NEWEST]


_Slugs = dict[int, tuple[SetSlug, PublishedWording]]


def _published(rows: Iterable[tuple[SetSlug, PublishedWording]]) -> Iterable[News]:
    for row, wording in rows:
        if row.set.published_at is not None:
            yield News(
                id=str(row.set.public_id),
                kind="published",
                at=row.set.published_at,
                period=row.slug,
                wording=wording,
                text=wording.lead,
                is_summary=_is_summary(row.set),
            )


def _amended(slugs: _Slugs) -> Iterable[News]:
    rows = Amendment.objects.filter(set__in=list(slugs), after__isnull=False)
    for row in rows.select_related("after").defer("after__content"):
        slug, wording = slugs[row.set_id]
        if row.after is not None:
            yield News(
                id=str(row.after.public_id),
                kind=row.kind,
                at=row.after.created_at,
                period=slug.slug,
                wording=wording,
                text=row.reason,
            )


def _progress(slugs: _Slugs) -> Iterable[News]:
    rows = (
        ProgressEntry.objects.filter(promise__set__in=list(slugs))
        .select_related("promise", "organisation")
        .order_by("-entered_at", "-pk")[:NEWEST]
    )
    for row in rows:
        slug, wording = slugs[row.promise.set_id]
        promise = _by_id(wording, str(row.promise.public_id))
        if promise is None or not may_show_rows(sensitive=promise.is_sensitive):
            continue
        yield News(
            id=str(row.public_id),
            kind="progress",
            at=row.entered_at,
            period=slug.slug,
            wording=wording,
            nr=promise.nr,
            by=row.organisation.name,
            text=row.note,
        )


def _followed_up(slugs: _Slugs) -> Iterable[News]:
    rows = FollowUp.objects.filter(
        set__in=list(slugs), published_at__isnull=False
    ).select_related("party")
    for row in rows.order_by("-published_at")[:NEWEST]:
        slug, wording = slugs[row.set_id]
        if row.published_at is not None:
            yield News(
                id=str(row.public_id),
                kind="follow_up",
                at=row.published_at,
                period=slug.slug,
                wording=wording,
                by=row.party.name if row.party else "",
                text=row.summary,
                is_summary=_is_summary(slug.set),
            )


def _is_summary(set_: PromiseSet) -> bool:
    return set_.origin == Origin.IMPORTED and set_.taken_over_at is None


def _by_id(wording: PublishedWording, key: str) -> PublishedPromise | None:
    return next((one for one in wording.promises if one.id == key), None)
