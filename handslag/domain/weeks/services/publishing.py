"""The summary of a frozen EST picture is made public, or taken back."""

import json
from datetime import datetime

from django.db import IntegrityError, transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import ReleasedSquare
from handslag.domain.incidents.rules.release import SIZE
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.organisations.services import bump_public
from handslag.domain.weeks.models import EstPicture
from handslag.domain.weeks.queries.pictures import answers_for, small_places
from handslag.domain.weeks.rules.pictures import (
    check_frozen,
    check_places,
    check_public,
    check_read,
)
from handslag.domain.weeks.rules.words import Heading, PictureState
from handslag.domain.weeks.services.pictures import doubtful
from handslag.domain.weeks.services.steps import check_words
from handslag.statistics.grid import cell, to_sweref


@transaction.atomic
def publish_summary(
    actor: Actor, picture: EstPicture, *, is_read: bool, now: datetime
) -> EstPicture:
    """Let everyone read the summary, beside numbers that the public map has shown.

    It takes the place of an earlier version's. Another group's stays: one at a time.
    """
    municipality = _may_publish(actor, picture)
    picture = EstPicture.objects.select_for_update().get(pk=picture.pk)
    check_frozen(PictureState(picture.state))
    words = summary_of(picture)
    check_public(words)
    check_words(words)
    check_read(is_read=is_read, doubtful=doubtful({Heading.SUMMARY: words}))
    check_places(words, not_shown(municipality))
    same = EstPicture.objects.filter(
        group=picture.group_id,
        within=municipality,
        span=picture.span,
        starts=picture.starts,
        number__lt=picture.number,
    )
    same.update(published_at=None)
    picture.published_at = now
    try:
        with transaction.atomic():
            picture.save(update_fields=["published_at"])
    except IntegrityError:
        raise NotAllowedError("weeks.another_is_public") from None
    bump_public(municipality)
    record(actor, "weeks.summary_published", picture, on_behalf=municipality.pk)
    return picture


@transaction.atomic
def withdraw_summary(actor: Actor, picture: EstPicture) -> EstPicture:
    """Take it back from the public pages. What was frozen stands."""
    municipality = _may_publish(actor, picture)
    picture = EstPicture.objects.select_for_update().get(pk=picture.pk)
    if picture.published_at is None:
        raise NotAllowedError("weeks.is_not_public")
    picture.published_at = None
    picture.save(update_fields=["published_at"])
    bump_public(municipality)
    record(actor, "weeks.summary_withdrawn", picture, on_behalf=municipality.pk)
    return picture


def summary_of(picture: EstPicture) -> str:
    """As it was frozen."""
    if picture.version is None:
        return ""
    content = json.loads(picture.version.content)
    return str(content["words"].get(Heading.SUMMARY.value, ""))


def not_shown(municipality: Organisation) -> list[str]:
    """The names of small places that lie in no square of the public map."""
    released = set(
        ReleasedSquare.objects.filter(release__within=municipality).values_list(
            "square", flat=True
        )
    )
    return [one.name for one in small_places(municipality) if _square(one) not in released]


def _square(place: Place) -> int | None:
    if place.lon is None or place.lat is None:
        return None
    east, north = to_sweref(place.lon, place.lat)
    return cell(int(east), int(north), SIZE)


def _may_publish(actor: Actor, picture: EstPicture) -> Organisation:
    """On its own pages a municipality alone decides."""
    require(actor, Act.HANDLE_REPORTS, in_any_of=frozenset({answers_for(picture).pk}))
    if picture.within is None:
        raise NotAllowedError("weeks.of_several_municipalities")
    return picture.within
