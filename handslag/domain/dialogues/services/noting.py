"""What is said is written down, and afterwards who came, as counts."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.core.files import services as files
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.dialogues import queries
from handslag.domain.dialogues.models import (
    CameFrom,
    Dialogue,
    NotesDraft,
    NoteSheet,
    ProfileCount,
)
from handslag.domain.dialogues.rules import HeldDraft, Script, lines_of
from handslag.domain.dialogues.rules.drafts import check_held
from handslag.domain.dialogues.services.steps import locked, may_lead, no_persons
from handslag.domain.voices import services as voices
from handslag.domain.voices.rules import Phase, VoiceDraft


@transaction.atomic
def note(
    actor: Actor,
    dialogue: Dialogue,
    notes: str,
    *,
    key: UUID,
    script: Script | None = None,
    now: datetime,
) -> int:
    """Each line is what somebody said. Sent twice under one key it is written once.

    Lines that may name somebody wait until a person has decided about them.
    """
    may_lead(actor, dialogue)
    dialogue = locked(dialogue)
    there = NoteSheet.objects.filter(key=key).first()
    if there is not None:
        if there.dialogue_id != dialogue.pk:
            raise NotAllowedError("dialogues.key_is_taken")
        return there.lines
    lines = lines_of(notes)
    source = script.value if script else ""
    drafts = [VoiceDraft(line, source=source) for line in lines]
    voices.hear(actor, dialogue.occasion, drafts, now=now)
    NoteSheet.objects.create(key=key, dialogue=dialogue, lines=len(lines))
    if actor.person_id is not None:
        dialogue.drafts.filter(person_id=actor.person_id).delete()
    record(
        actor,
        "dialogues.noted",
        dialogue,
        on_behalf=dialogue.occasion.home_id,
        lines=len(lines),
    )
    return len(lines)


@transaction.atomic
def keep_draft(
    actor: Actor,
    dialogue: Dialogue,
    text: str,
    *,
    key: UUID,
    script: Script | None = None,
    now: datetime,
) -> None:
    """Keep what somebody is typing. It is no voice yet, and nobody else reads it.

    What comes late, after the lines were saved under this key, is let go.
    """
    may_lead(actor, dialogue)
    if actor.person_id is None:
        return
    dialogue = locked(dialogue)
    if NoteSheet.objects.filter(key=key).exists():
        return
    if not text.strip():
        dialogue.drafts.filter(person_id=actor.person_id).delete()
        return
    NotesDraft.objects.update_or_create(
        dialogue=dialogue,
        person_id=actor.person_id,
        defaults={
            "key": key,
            "script": script.value if script else "",
            "text": text,
            "kept_on": stockholm_day(now),
        },
    )


@transaction.atomic
def forget_drafts(actor: Actor, *, now: datetime) -> int:
    """What was typed a month ago and never saved goes."""
    require_system(actor)
    gone, _ = queries.drafts_to_forget(now).delete()
    return gone


@transaction.atomic
def save_held(
    actor: Actor,
    dialogue: Dialogue,
    draft: HeldDraft,
    *,
    revision: int,
    now: datetime,
    today: date,
) -> Dialogue:
    """It has been held: how many came, of which groups, from which organisations."""
    may_lead(actor, dialogue)
    dialogue = locked(dialogue)
    same_revision(revision, dialogue.revision)
    check_held(draft, last=dialogue.occasion.ends, today=today)
    areas = [name for groups in draft.profile.values() for name in groups]
    no_persons(*(name for name, _ in draft.came), *areas)
    dialogue.held_on = dialogue.held_on or today
    dialogue.revision += 1
    dialogue.save(update_fields=["held_on", "revision"])
    _count(dialogue, draft)
    voices.count_people(actor, dialogue.occasion, draft.people, now=now)
    dialogue.occasion = voices.step(actor, dialogue.occasion, Phase.HEARD, now=now)
    record(
        actor,
        "dialogues.held",
        dialogue,
        on_behalf=dialogue.occasion.home_id,
        people=draft.people,
    )
    return dialogue


@transaction.atomic
def keep_minutes(actor: Actor, dialogue: Dialogue, name: str, content: bytes) -> Dialogue:
    """Keep the minutes as a file, for those who work there. A new one takes its place."""
    may_lead(actor, dialogue)
    dialogue = locked(dialogue)
    dialogue.minutes = files.store(actor, name, content)
    dialogue.save(update_fields=["minutes"])
    record(actor, "dialogues.minutes_kept", dialogue, on_behalf=dialogue.occasion.home_id)
    return dialogue


def _count(dialogue: Dialogue, draft: HeldDraft) -> None:
    dialogue.profile.all().delete()
    ProfileCount.objects.bulk_create(
        ProfileCount(dialogue=dialogue, part=part.value, group=group, people=people)
        for part, groups in draft.profile.items()
        for group, people in groups.items()
        if people
    )
    dialogue.came.all().delete()
    CameFrom.objects.bulk_create(
        CameFrom(dialogue=dialogue, name=name, people=people)
        for name, people in dict(draft.came).items()
    )
