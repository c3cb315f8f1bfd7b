"""What belongs on the next agenda: what is new, what is late, what is soon due."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from handslag.core.deadlines import Deadline, months_after
from handslag.core.periods import stockholm_day
from handslag.domain.agreements import queries as agreements
from handslag.domain.council.models import Meeting
from handslag.domain.council.queries import law
from handslag.domain.council.queries.councils import covered
from handslag.domain.council.queries.meetings import held_before
from handslag.domain.council.rules.meetings import LOOK_AHEAD_MONTHS
from handslag.domain.council.rules.words import ItemKind
from handslag.domain.picture import queries as picture
from handslag.domain.picture.models import PictureVersion
from handslag.domain.plans import queries as plans
from handslag.domain.promises import queries as promises
from handslag.domain.weeks.models import EstPicture
from handslag.domain.weeks.queries import pictures as weeks

NEW_PICTURE = "picture.new"
NEW_EST_PICTURE = "weeks.est_picture"


class Deadlines(Protocol):
    """How each package tells what is due."""

    def __call__(self, *, homes: Collection[int] | None, today: date) -> list[Deadline]: ...


# What each lower part has that is due, in the order of the year.
SOURCES: tuple[Deadlines, ...] = (
    picture.deadlines,
    plans.deadlines,
    agreements.deadlines,
    promises.deadlines,
    law.deadlines,
)
_OWN = {law.TASK, law.ADJUST}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that the council could take up. `source` tells it from all others."""

    source: str
    what: str
    name: str
    path: str
    due_on: date | None
    is_late: bool
    kind: ItemKind


def suggestions(meeting: Meeting, *, today: date) -> list[Suggestion]:
    """What the agenda of this meeting could hold and does not hold yet."""
    taken = set(meeting.items.values_list("source", flat=True))
    homes = frozenset(one.pk for one in covered(meeting.council)) | {
        meeting.council.home_id
    }
    found = {
        one.source: one
        for find in (_pictures, _est_pictures, _due)
        for one in find(meeting, homes, today)
    }
    fresh = [one for source, one in found.items() if source not in taken]
    return sorted(
        fresh, key=lambda one: (not one.is_late, one.due_on or date.min, one.source)
    )


Find = Callable[[Meeting, frozenset[int], date], Iterator[Suggestion]]


def _pictures(meeting: Meeting, homes: frozenset[int], today: date) -> Iterator[Suggestion]:
    """Pictures frozen since the council last met."""
    versions = PictureVersion.objects.filter(
        picture__home__in=homes, picture__party=None, frozen_at__lte=meeting.starts_at
    ).select_related("picture")
    before = held_before(meeting.council, meeting.starts_at)
    if before is not None:
        versions = versions.filter(frozen_at__gt=before.starts_at)
    for version in versions:
        yield Suggestion(
            source=f"{NEW_PICTURE}:{version.public_id}",
            what=NEW_PICTURE,
            name=str(version),
            path=f"/arbete/lagesbild/{version.picture.public_id}/",
            due_on=None,
            is_late=False,
            kind=ItemKind.DISCUSS,
        )


def _est_pictures(
    meeting: Meeting, homes: frozenset[int], today: date
) -> Iterator[Suggestion]:
    """EST pictures of a month or more, frozen since the council last met."""
    found = weeks.frozen_lately(homes).filter(frozen_at__lte=meeting.starts_at)
    before = held_before(meeting.council, meeting.starts_at)
    if before is not None:
        found = found.filter(frozen_at__gt=before.starts_at)
    latest: dict[object, EstPicture] = {}
    for one in found.select_related("group").order_by("number"):
        latest[one.group_id, one.within_id, one.span, one.starts] = one
    for one in latest.values():
        yield Suggestion(
            source=f"{NEW_EST_PICTURE}:{one.public_id}",
            what=NEW_EST_PICTURE,
            name=f"{one.group.name}, {one.over.address}",
            path=f"/arbete/veckan/{one.group.public_id}/lagesbild/{one.public_id}/",
            due_on=None,
            is_late=False,
            kind=ItemKind.DISCUSS,
        )


def _due(meeting: Meeting, homes: frozenset[int], today: date) -> Iterator[Suggestion]:
    """What is late on the day of the meeting, or due within three months of it."""
    day = stockholm_day(meeting.starts_at)
    until = months_after(day, LOOK_AHEAD_MONTHS)
    for deadlines in SOURCES:
        for one in deadlines(homes=homes, today=today):
            # Open tasks stand on every agenda by themselves, all of them at once.
            if one.due_on <= until and one.kind not in _OWN:
                yield Suggestion(
                    source=f"{one.kind}:{one.path.rstrip('/').rpartition('/')[2]}:{one.due_on}",
                    what=one.kind,
                    name=one.name,
                    path=one.path,
                    due_on=one.due_on,
                    is_late=one.due_on < today,
                    kind=ItemKind.DECIDE,
                )
