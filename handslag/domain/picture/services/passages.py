"""The text of the three parts, passage by passage."""

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.picture.models import Passage, Picture
from handslag.domain.picture.queries import party_ids
from handslag.domain.picture.queries.pictures import next_position
from handslag.domain.picture.rules.drafts import PassageDraft
from handslag.domain.picture.services.citing import cite
from handslag.domain.picture.services.locking import locked


@transaction.atomic
def add_passage(actor: Actor, picture: Picture, draft: PassageDraft) -> Passage:
    """Write a passage last in its part."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(picture))
    row = locked(picture)
    _check(draft)
    passage = Passage.objects.create(
        picture=row,
        part=draft.part,
        text=draft.text,
        is_internal=draft.is_internal,
        position=next_position(row.passages.all()),
    )
    cite(actor, row, passage, draft.evidence)
    record(actor, "picture.passage_added", passage)
    return passage


@transaction.atomic
def save_passage(
    actor: Actor, passage: Passage, draft: PassageDraft, *, revision: int
) -> Passage:
    """Change a passage. `revision` is the one the writer saw."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(passage.picture))
    picture = locked(passage.picture)
    row = Passage.objects.select_for_update(of=("self",)).get(pk=passage.pk)
    same_revision(revision, row.revision)
    _check(draft)
    # Saved as the template gave it, it still says nothing.
    row.is_guide = row.is_guide and row.text.split() == draft.text.split()
    row.part, row.text, row.is_internal = draft.part, draft.text, draft.is_internal
    row.revision += 1
    row.save()
    cite(actor, picture, row, draft.evidence)
    record(actor, "picture.passage_worded", row)
    return row


@transaction.atomic
def remove_passage(actor: Actor, passage: Passage) -> None:
    """Take a passage out. What was frozen keeps it."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(passage.picture))
    locked(passage.picture)
    record(actor, "picture.passage_removed", passage)
    passage.delete()


def _check(draft: PassageDraft) -> None:
    if not draft.text.strip():
        raise NotAllowedError("picture.passage_is_empty")
    check_texts((draft.text,))
