"""Photos: drawn anew, hidden from everyone until what must not be seen is painted over."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from handslag.core.access import Act, Actor, ForbiddenError, require
from handslag.core.audit.services import record
from handslag.core.files import services as files
from handslag.core.files.hiding import LONGEST_ALT, Box, rectangles
from handslag.core.files.pictures import painted_over, photograph, size_of
from handslag.core.guard.rules import find
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Incident, Photo, Report
from handslag.domain.incidents.rules.photos import MOST_PHOTOS, WAITS_FOR
from handslag.domain.incidents.services.reading_words import refuse_certain

JPEG = "image/jpeg"


@transaction.atomic
def take_in_photo(
    actor: Actor, report: Report, *, number: int, key: UUID, content: bytes, now: datetime
) -> Photo:
    """Take in a photo for one incident of one's own report. Only the one who took it
    sees it until what must not be seen is hidden. The same key is taken in once."""
    _own(actor, report)
    there = Photo.objects.filter(key=key).select_related("incident").first()
    if there is not None:
        if there.incident.report_id != report.pk:
            raise NotAllowedError("incidents.key_is_taken")
        return there
    drawn = photograph(content, largest=settings.LARGEST_FILE)
    incident = _incident(report, number)
    if incident.photos.count() >= MOST_PHOTOS:
        raise NotAllowedError("incidents.photo_too_many", most=MOST_PHOTOS)
    photo = Photo.objects.create(
        incident=incident,
        key=key,
        waiting=drawn,
        media_type=JPEG,
        until=stockholm_day(now) + timedelta(days=WAITS_FOR),
        taken_in_at=now,
    )
    record(actor, "incidents.photo_taken_in", photo, on_behalf=report.by_id)
    return photo


@transaction.atomic
def mark_photo(
    actor: Actor, photo: Photo, *, boxes: Sequence[Box], alt: str, now: datetime
) -> Photo:
    """The one who took it has painted over what must not be seen. Now the moderator
    looks at it."""
    _own(actor, photo.incident.report)
    photo = _locked(photo)
    if photo.marked_at is not None or photo.waiting is None:
        raise NotAllowedError("incidents.photo_is_handed_on")
    _paint(photo, boxes)
    photo.alt = _fit_to_read(alt)
    photo.marked_at = now
    photo.save()
    record(
        actor,
        "incidents.photo_marked",
        photo,
        on_behalf=photo.incident.by_id,
        boxes=len(boxes),
    )
    return photo


@transaction.atomic
def show_photo(
    actor: Actor, photo: Photo, *, boxes: Sequence[Box], alt: str, now: datetime
) -> Photo:
    """The moderator shows it to those who see the report, with yet more hidden."""
    photo = _for_the_moderator(actor, photo)
    _paint(photo, boxes)
    photo.alt = _fit_to_read(alt)
    assert photo.waiting is not None  # noqa: S101 - asked just above
    photo.file = files.store(actor, "bild.jpg", bytes(photo.waiting))
    photo.waiting = None
    photo.save()
    record(
        actor,
        "incidents.photo_shown",
        photo,
        on_behalf=photo.incident.within_id,
        boxes=len(boxes),
    )
    return photo


@transaction.atomic
def refuse_photo(actor: Actor, photo: Photo) -> Photo:
    """The moderator does not let it through: it is gone."""
    photo = _for_the_moderator(actor, photo)
    photo.waiting, photo.is_refused, photo.alt = None, True, ""
    photo.save()
    record(actor, "incidents.photo_refused", photo, on_behalf=photo.incident.within_id)
    return photo


@transaction.atomic
def withdraw_photo(actor: Actor, photo: Photo) -> None:
    """The one who took it takes it away, before anybody else has seen it."""
    _own(actor, photo.incident.report)
    photo = _locked(photo)
    if photo.file_id is not None:
        raise NotAllowedError("incidents.photo_is_handed_on")
    record(actor, "incidents.photo_withdrawn", photo, on_behalf=photo.incident.by_id)
    photo.delete()


def _own(actor: Actor, report: Report) -> None:
    """Only the one who sent the report, who still reports for that organisation."""
    if report.by_id is None or report.person_id != actor.person_id:
        raise ForbiddenError("Photos are added to one's own report.")
    require(actor, Act.REPORT_INCIDENTS, in_any_of=frozenset({report.by_id}))


def _for_the_moderator(actor: Actor, photo: Photo) -> Photo:
    """The photo, locked, if it waits for a moderator and this is one."""
    within = frozenset({photo.incident.within_id})
    require(actor, Act.MODERATE_REPORTS, in_any_of=within)
    photo = _locked(photo)
    if photo.marked_at is None or photo.waiting is None:
        raise NotAllowedError("incidents.photo_is_decided")
    return photo


def _locked(photo: Photo) -> Photo:
    rows = Photo.objects.select_for_update(of=("self",)).select_related("incident__report")
    return rows.get(pk=photo.pk)


def _incident(report: Report, number: int) -> Incident:
    """The incident that was written as number 0, 1 … of the report."""
    rows = list(report.incidents.order_by("pk"))
    if not 0 <= number < len(rows):
        raise NotAllowedError("incidents.photo_of_nothing")
    return rows[number]


def _paint(photo: Photo, boxes: Sequence[Box]) -> None:
    """Paint over for good: what was there before is in no byte of the new picture."""
    assert photo.waiting is not None  # noqa: S101 - asked by those who call
    content = bytes(photo.waiting)
    parts = rectangles(boxes, *size_of(content))
    if parts:
        photo.waiting = painted_over(content, JPEG, parts)


def _fit_to_read(alt: str) -> str:
    """What the picture shows, in words, without persons."""
    words = alt.strip()
    if not words:
        raise NotAllowedError("incidents.photo_without_words")
    if len(words) > LONGEST_ALT:
        raise NotAllowedError("incidents.photo_words_too_long", most=LONGEST_ALT)
    refuse_certain({"alt": find(words)}, {"alt": words})
    return words
