"""A picture is frozen, published, taken back. A frozen version never changes."""

import json
from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals import services as approvals
from handslag.core.approvals.rules import canonical, fingerprint
from handslag.core.audit.services import record
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.core.search import services as search
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.services import bump_public
from handslag.domain.picture.models import Picture, PictureVersion, Publication
from handslag.domain.picture.queries import content, party_ids
from handslag.domain.picture.rules.freezing import hidden_parts, lacks, refuse
from handslag.domain.picture.services.indexing import index_picture
from handslag.domain.picture.services.locking import locked

SUBJECT = "picture"


@transaction.atomic
def freeze(
    actor: Actor,
    picture: Picture,
    *,
    now: datetime,
    note: str = "",
    seen: str | None = None,
    published: bool = False,
) -> PictureVersion:
    """Keep the joint picture exactly as it stands, numbered and dated.

    `seen`: the fingerprint of the preview; if somebody changed anything since, the
    text is another, and is not frozen unseen.
    """
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(picture))
    row = locked(picture)
    if not row.is_joint:
        raise NotAllowedError("picture.own_is_not_frozen")
    wording = content(row)
    if seen is not None and seen != fingerprint(canonical(wording)):
        raise ChangedMeanwhileError
    refuse(lacks(wording))
    check_texts((note,))
    version = approvals.freeze(
        actor, subject_kind=SUBJECT, subject_id=row.public_id, content=wording, now=now
    )
    frozen = PictureVersion.objects.create(
        picture=row,
        number=version.number,
        version=version,
        frozen_at=now,
        note=note.strip(),
    )
    record(actor, "picture.frozen", row, number=frozen.number)
    if published:
        publish(actor, frozen, now=now)
    return frozen


@transaction.atomic
def publish(actor: Actor, version: PictureVersion, *, now: datetime) -> Publication:
    """Let anyone read the public text of a frozen version."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(version.picture))
    picture = locked(version.picture)
    refuse(hidden_parts(json.loads(version.version.content)))
    publication, made = Publication.objects.get_or_create(
        version=version, defaults={"published_at": now}
    )
    if not made and publication.ended_at is None:
        return publication
    publication.ended_at, publication.ended_why = None, ""
    publication.save()
    index_picture(picture.home)
    bump_public(picture.home)
    record(actor, "picture.published", picture, number=version.number)
    return publication


@transaction.atomic
def take_back(actor: Actor, version: PictureVersion, *, why: str, now: datetime) -> None:
    """Let the public read a version no longer, and say why. The version itself stays."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(version.picture))
    picture = locked(version.picture)
    if not why.strip():
        raise NotAllowedError("picture.taken_back_without_why")
    check_texts((why,))
    publication = Publication.objects.filter(version=version, ended_at=None).first()
    if publication is None:
        raise NotAllowedError("picture.not_public")
    publication.ended_at, publication.ended_why = now, why.strip()
    publication.save()
    index_picture(picture.home)
    # What was taken back may be what nobody should read: not a word of it is left.
    search.forget_unused_words()
    bump_public(picture.home)
    record(actor, "picture.taken_back", picture, number=version.number)
