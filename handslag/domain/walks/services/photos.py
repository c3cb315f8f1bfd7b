"""Photos of what was seen: drawn anew, and kept when nobody can be recognised."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.core.files import services as files
from handslag.core.files.hiding import LONGEST_ALT, Box, rectangles
from handslag.core.files.pictures import painted_over, photograph, size_of
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.walks.models import Finding, FindingPhoto
from handslag.domain.walks.rules import Stage
from handslag.domain.walks.services.steps import locked, may_lead, refuse_certain, show

JPEG = "image/jpeg"
MOST_PHOTOS = 3  # of one finding
WAITS_FOR = 14  # days, until somebody has painted over what must not be seen


@transaction.atomic
def take_in_photo(
    actor: Actor, finding: Finding, *, key: UUID, content: bytes, now: datetime
) -> FindingPhoto:
    """Take in a photo. Those who lead the walk alone see it until it has been marked."""
    may_lead(actor, finding.walk)
    locked(finding.walk, until=Stage.TOLD)
    there = FindingPhoto.objects.filter(key=key).first()
    if there is not None:
        if there.finding_id != finding.pk:
            raise NotAllowedError("walks.key_is_taken")
        return there
    if finding.photos.count() >= MOST_PHOTOS:
        raise NotAllowedError("walks.too_many_photos", most=MOST_PHOTOS)
    photo = FindingPhoto.objects.create(
        finding=finding,
        key=key,
        waiting=photograph(content, largest=settings.LARGEST_FILE),
        until=stockholm_day(now) + timedelta(days=WAITS_FOR),
        taken_in_at=now,
    )
    record(actor, "walks.photo_taken_in", photo, on_behalf=finding.walk.occasion.home_id)
    return photo


@transaction.atomic
def mark_photo(
    actor: Actor, photo: FindingPhoto, *, boxes: Sequence[Box], alt: str, nobody: bool
) -> FindingPhoto:
    """Paint over for good what must not be seen, and keep the photo.

    `nobody`: whoever marked it has looked, and nobody can be recognised."""
    may_lead(actor, photo.finding.walk)
    photo = _locked(photo)
    if photo.waiting is None:
        raise NotAllowedError("walks.photo_is_kept")
    words = alt.strip()
    if not words or len(words) > LONGEST_ALT:
        raise NotAllowedError("walks.photo_without_words", most=LONGEST_ALT)
    if refuse_certain(words):
        raise NotAllowedError("walks.answer_may_name_somebody")
    if not nobody:
        raise NotAllowedError("walks.look_once_more")
    content = bytes(photo.waiting)
    parts = rectangles(boxes, *size_of(content))
    kept = painted_over(content, JPEG, parts) if parts else content
    photo.file = files.store(actor, "bild.jpg", kept)
    photo.waiting, photo.alt = None, words
    photo.save()
    show(photo.finding.walk)
    record(actor, "walks.photo_marked", photo, on_behalf=_home(photo), boxes=len(boxes))
    return photo


@transaction.atomic
def remove_photo(actor: Actor, photo: FindingPhoto) -> None:
    """Take it away, while one still works with the walk."""
    may_lead(actor, photo.finding.walk)
    photo = _locked(photo)
    record(actor, "walks.photo_removed", photo, on_behalf=_home(photo))
    photo.delete()
    show(photo.finding.walk)


@transaction.atomic
def forget_photos(actor: Actor, *, today: date) -> int:
    """Delete photos in which nobody has marked anything in time."""
    require_system(actor)
    late = FindingPhoto.objects.filter(file__isnull=True, until__lt=today)
    for photo in late.defer("waiting"):
        record(actor, "walks.photo_forgotten", photo)
    gone, _ = late.delete()
    return gone


def _locked(photo: FindingPhoto) -> FindingPhoto:
    rows = FindingPhoto.objects.select_for_update(of=("self",))
    return rows.select_related("finding__walk__occasion__home").get(pk=photo.pk)


def _home(photo: FindingPhoto) -> int:
    return photo.finding.walk.occasion.home_id
