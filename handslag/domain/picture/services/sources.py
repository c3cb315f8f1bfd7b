"""The source log: what was used, what was rejected and why, what the limits mean."""

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.picture.models import Picture, Problem, SourceNote
from handslag.domain.picture.queries import citable, party_ids
from handslag.domain.picture.queries.pictures import next_position
from handslag.domain.picture.rules.drafts import SourceDraft
from handslag.domain.picture.rules.words import Use
from handslag.domain.picture.services.locking import locked


@transaction.atomic
def add_source(
    actor: Actor, picture: Picture, draft: SourceDraft, *, problem: Problem | None = None
) -> SourceNote:
    """Write down a source that was weighed, for the picture or for one problem."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(picture))
    row = locked(picture)
    note = SourceNote(
        picture=row, problem=problem, position=next_position(row.sources.all())
    )
    _word(actor, note, draft)
    note.save()
    record(actor, "picture.source_added", note)
    return note


@transaction.atomic
def save_source(
    actor: Actor, note: SourceNote, draft: SourceDraft, *, revision: int
) -> SourceNote:
    """Change a line of the source log. `revision` is the one the writer saw."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(note.picture))
    locked(note.picture)
    row = SourceNote.objects.select_for_update(of=("self",)).get(pk=note.pk)
    same_revision(revision, row.revision)
    _word(actor, row, draft)
    row.revision += 1
    row.save()
    record(actor, "picture.source_worded", row)
    return row


@transaction.atomic
def remove_source(actor: Actor, note: SourceNote) -> None:
    """Take a line out of the source log. What was frozen keeps it."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(note.picture))
    locked(note.picture)
    record(actor, "picture.source_removed", note)
    note.delete()


def _word(actor: Actor, note: SourceNote, draft: SourceDraft) -> None:
    if not draft.stated.strip() and draft.evidence is None:
        raise NotAllowedError("picture.source_is_not_named")
    if draft.use is Use.REJECTED and not draft.reason.strip():
        raise NotAllowedError("picture.rejected_without_reason")
    check_texts(draft.texts)
    if draft.evidence not in {None, note.evidence_id}:
        note.evidence = citable(actor, note.picture).filter(pk=draft.evidence).first()
        if note.evidence is None:
            raise NotAllowedError("picture.finding_is_not_citable")
    elif draft.evidence is None:
        note.evidence = None
    note.stated, note.use = draft.stated.strip(), draft.use
    note.reason, note.limits = draft.reason.strip(), draft.limits.strip()
    note.is_internal = draft.is_internal
