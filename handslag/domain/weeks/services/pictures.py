"""An EST picture is begun, written, counted again, frozen, and begun again when wrong."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals.services import freeze
from handslag.core.audit.services import record
from handslag.core.guard.rules import find
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.incidents.models import Group
from handslag.domain.incidents.services.readings import BOARD, log_reading
from handslag.domain.organisations.models import Organisation
from handslag.domain.weeks.figures import picture_figures
from handslag.domain.weeks.models import EstPassage, EstPicture
from handslag.domain.weeks.queries import municipality_ids
from handslag.domain.weeks.queries.pictures import (
    answers_for,
    authorities_in,
    latest_number,
    municipalities_in,
    passages_of,
)
from handslag.domain.weeks.rules.pictures import (
    MOST_WORDS,
    check_draft,
    check_freezing,
    check_frozen,
    check_read,
)
from handslag.domain.weeks.rules.spans import Span
from handslag.domain.weeks.rules.words import Heading, PictureState
from handslag.domain.weeks.services.findings import record_picture
from handslag.domain.weeks.services.steps import check_words

KIND = "weeks.est_picture"


@transaction.atomic
def begin_picture(
    actor: Actor, group: Group, span: Span, *, within: Organisation | None, now: datetime
) -> EstPicture:
    """Count a span, and make room for words. One span is begun once."""
    _may_write(actor, group, now)
    among = municipalities_in(group, today=stockholm_day(now))
    if len(among) == 1:
        within = among[0]
    if not among or (within is not None and within not in among):
        raise NotAllowedError("weeks.not_a_municipality_of_the_group")
    if span.starts > stockholm_day(now):
        raise NotAllowedError("weeks.span_has_not_begun")
    picture = EstPicture(
        group=group,
        within=within,
        span=span.kind.value,
        starts=span.starts,
        ends=span.ends,
        made_at=now,
    )
    if latest_number(picture):
        raise NotAllowedError("weeks.picture_is_there")
    return _made(actor, picture, {}, now)


@transaction.atomic
def begin_again(actor: Actor, picture: EstPicture, *, now: datetime) -> EstPicture:
    """A new version of a frozen picture: its words, counted anew. The old one stands."""
    _may_answer(actor, picture, now)
    check_frozen(PictureState(picture.state))
    latest = latest_number(picture)
    if latest != picture.number:
        raise NotAllowedError("weeks.newer_picture_is_there")
    again = EstPicture(
        group=picture.group,
        within=picture.within,
        span=picture.span,
        starts=picture.starts,
        ends=picture.ends,
        number=latest + 1,
        made_at=now,
    )
    words = {heading: one.words for heading, one in passages_of(picture).items()}
    return _made(actor, again, words, now)


@transaction.atomic
def write_passage(
    actor: Actor,
    picture: EstPicture,
    heading: Heading,
    words: str,
    *,
    revision: int,
    now: datetime,
) -> EstPassage:
    """Write under one heading. Two who write under different ones never meet."""
    _may_write(actor, picture.group, now)
    picture = _locked(picture)
    check_draft(PictureState(picture.state))
    passage = passages_of(picture)[heading]
    same_revision(revision, passage.revision)
    if len(words) > MOST_WORDS:
        raise NotAllowedError("weeks.too_many_words", most=MOST_WORDS)
    check_words(words)
    passage.words, passage.revision = words.strip(), passage.revision + 1
    passage.save()
    _touch(picture)
    record(
        actor,
        "weeks.picture_written",
        picture,
        on_behalf=answers_for(picture).pk,
        heading=heading.value,
    )
    return passage


@transaction.atomic
def count_again(actor: Actor, picture: EstPicture, *, now: datetime) -> EstPicture:
    """Count what has come in since. No word of anybody is touched."""
    _may_write(actor, picture.group, now)
    picture = _locked(picture)
    check_draft(PictureState(picture.state))
    _count(actor, picture, now)
    _touch(picture)
    record(actor, "weeks.picture_counted", picture, on_behalf=answers_for(picture).pk)
    return picture


@transaction.atomic
def freeze_picture(
    actor: Actor, picture: EstPicture, *, revision: int, is_read: bool, now: datetime
) -> EstPicture:
    """Keep it as it is, figures and words, and record it as a finding to cite.

    `is_read`: somebody has read what may point at a person, and says that it does not.
    """
    _may_answer(actor, picture, now)
    picture = _locked(picture)
    check_draft(PictureState(picture.state))
    same_revision(revision, picture.revision)
    words = {heading: one.words for heading, one in passages_of(picture).items()}
    check_freezing(picture.over, words, today=stockholm_day(now))
    check_words(*words.values())
    check_read(is_read=is_read, doubtful=doubtful(words))
    picture.version = freeze(
        actor,
        subject_kind=KIND,
        subject_id=picture.public_id,
        content=_content(picture, words, now),
        now=now,
    )
    picture.evidence = record_picture(
        actor, picture, words, home=answers_for(picture), now=now
    )
    picture.state, picture.frozen_at = PictureState.FROZEN.value, now
    picture.revision += 1
    picture.save()
    record(
        actor,
        "weeks.picture_frozen",
        picture,
        on_behalf=answers_for(picture).pk,
        finding=picture.evidence.public_id,
        fingerprint=picture.version.fingerprint,
    )
    return picture


def doubtful(words: Mapping[Heading, str]) -> list[str]:
    """What in the words may point at a person and is not certain to."""
    return [
        text[one.start : one.end]
        for text in words.values()
        for one in find(text)
        if not one.certain
    ]


def _made(
    actor: Actor, picture: EstPicture, words: Mapping[Heading, str], now: datetime
) -> EstPicture:
    _count(actor, picture, now)
    try:
        with transaction.atomic():
            picture.save(force_insert=True)
    except IntegrityError:
        raise NotAllowedError("weeks.picture_is_there") from None
    EstPassage.objects.bulk_create(
        EstPassage(picture=picture, heading=one.value, words=words.get(one, ""))
        for one in Heading
    )
    record(
        actor,
        "weeks.picture_begun",
        picture,
        on_behalf=answers_for(picture).pk,
        number=picture.number,
    )
    return picture


def _count(actor: Actor, picture: EstPicture, now: datetime) -> None:
    today = stockholm_day(now)
    within = (
        [picture.within_id]
        if picture.within_id is not None
        else municipality_ids(picture.group, today=today)
    )
    drawn = picture_figures(picture.group, within, picture.over, today=today)
    picture.figures, picture.counted_at = drawn.figures, now
    log_reading(actor, BOARD, drawn.events, now)


def _content(
    picture: EstPicture, words: Mapping[Heading, str], now: datetime
) -> dict[str, Any]:
    """Numbers and words: what is frozen can be read without the tables."""
    about = (
        [picture.within]
        if picture.within is not None
        else municipalities_in(picture.group, today=stockholm_day(now))
    )
    return {
        "group": picture.group.name,
        "municipalities": [one.name for one in about],
        "span": picture.span,
        "starts": picture.starts.isoformat(),
        "ends": picture.ends.isoformat(),
        "number": picture.number,
        "figures": picture.figures,
        "words": {heading.value: text for heading, text in words.items()},
    }


def _may_write(actor: Actor, group: Group, now: datetime) -> None:
    """Whoever deals with reports for an authority of the group."""
    sits = authorities_in(group, today=stockholm_day(now))
    require(actor, Act.HANDLE_REPORTS, in_any_of=sits)


def _may_answer(actor: Actor, picture: EstPicture, now: datetime) -> None:
    """Those whose picture it is, as long as they sit in the group."""
    sits = authorities_in(picture.group, today=stockholm_day(now))
    require(
        actor, Act.HANDLE_REPORTS, in_any_of=sits & frozenset({answers_for(picture).pk})
    )


def _locked(picture: EstPicture) -> EstPicture:
    """The picture as it stands now, held until the transaction ends."""
    rows = EstPicture.objects.select_for_update(of=("self",))
    return rows.select_related("group__lead", "within").get(pk=picture.pk)


def _touch(picture: EstPicture) -> None:
    """Whoever is about to freeze it must look again."""
    picture.revision += 1
    picture.save()
