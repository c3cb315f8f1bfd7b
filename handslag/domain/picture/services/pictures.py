"""The picture itself: begun, from a template or not, worded, shared."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import Passage, Picture, PictureParty
from handslag.domain.picture.queries import joint_of, party_ids
from handslag.domain.picture.rules.drafts import PictureDraft
from handslag.domain.picture.rules.words import Part
from handslag.domain.picture.services.locking import locked


@transaction.atomic
def begin_joint(
    actor: Actor,
    draft: PictureDraft,
    *,
    home: Organisation,
    parties: Sequence[Organisation],
    now: datetime,
    guides: Mapping[Part, str] | None = None,
    is_example: bool = False,
) -> Picture:
    """Begin the joint picture of a municipality. There is one, and it goes on for years."""
    require(
        actor, Act.WRITE_PICTURE, in_any_of=frozenset(one.pk for one in (home, *parties))
    )
    if joint_of(home) is not None:
        raise NotAllowedError("picture.there_is_one")
    picture = Picture.objects.create(
        home=home, made_at=now, is_example=is_example, **_columns(draft)
    )
    PictureParty.objects.bulk_create(
        PictureParty(picture=picture, organisation=party, position=place)
        for place, party in enumerate(parties or [home])
    )
    Picture.objects.filter(home=home, party__isnull=False).update(joint=picture)
    _guide(picture, guides or {})
    record(actor, "picture.joint_begun", picture, on_behalf=home.pk)
    return picture


@transaction.atomic
def begin_own(
    actor: Actor,
    draft: PictureDraft,
    *,
    home: Organisation,
    party: Organisation,
    now: datetime,
    guides: Mapping[Part, str] | None = None,
    is_example: bool = False,
) -> Picture:
    """Begin what one party sees. Only its own people read it until it is shared."""
    require(actor, Act.WRITE_PICTURE, in_any_of=frozenset({party.pk}))
    if Picture.objects.filter(home=home, party=party).exists():
        raise NotAllowedError("picture.there_is_one")
    picture = Picture.objects.create(
        home=home,
        party=party,
        joint=joint_of(home),
        made_at=now,
        is_example=is_example,
        **_columns(draft),
    )
    PictureParty.objects.create(picture=picture, organisation=party)
    _guide(picture, guides or {})
    record(actor, "picture.own_begun", picture, on_behalf=party.pk)
    return picture


@transaction.atomic
def save_words(
    actor: Actor, picture: Picture, draft: PictureDraft, *, revision: int
) -> Picture:
    """Change the name and the period. `revision` is the one the writer saw."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(picture))
    row = locked(picture)
    same_revision(revision, row.revision)
    for column, value in _columns(draft).items():
        setattr(row, column, value)
    row.revision += 1
    row.save()
    record(actor, "picture.worded", row)
    return row


@transaction.atomic
def set_parties(actor: Actor, picture: Picture, parties: Sequence[Organisation]) -> None:
    """Say who writes the joint picture and scores its problems."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(picture))
    row = locked(picture)
    if not parties:
        raise NotAllowedError("picture.no_parties")
    if not row.is_joint:
        raise NotAllowedError("picture.own_has_one_party")
    row.parties.all().delete()
    PictureParty.objects.bulk_create(
        PictureParty(picture=row, organisation=party, position=place)
        for place, party in enumerate(parties)
    )
    record(actor, "picture.parties_set", row)


@transaction.atomic
def share(actor: Actor, picture: Picture, *, now: datetime) -> None:
    """Let the other parties read what this one sees. It cannot be unread."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(picture))
    row = locked(picture)
    if row.is_joint:
        raise NotAllowedError("picture.joint_is_shared")
    if row.shared_at is None:
        row.shared_at = now
        row.save(update_fields=["shared_at"])
        record(actor, "picture.shared", row)


def _columns(draft: PictureDraft) -> dict[str, object]:
    check_texts((draft.name, draft.period.stated))
    return {
        "name": draft.name,
        "period_stated": draft.period.stated,
        "starts": draft.period.starts,
        "ends": draft.period.ends,
        "period_rule": draft.period.rule,
    }


def _guide(picture: Picture, guides: Mapping[Part, str]) -> None:
    """The template's words, to be written over: they count as nothing written."""
    Passage.objects.bulk_create(
        Passage(picture=picture, part=part, text=text, is_guide=True, position=place)
        for place, (part, text) in enumerate(guides.items())
    )
