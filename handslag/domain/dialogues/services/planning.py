"""A dialogue is planned, its meetings are set, and people are invited."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.dialogues import notices
from handslag.domain.dialogues.models import Dialogue, Meeting
from handslag.domain.dialogues.rules import (
    MOST_MEETINGS,
    Audience,
    DialogueDraft,
    MeetingDraft,
    Script,
)
from handslag.domain.dialogues.rules.drafts import (
    check_dialogue,
    check_meeting,
    check_order,
)
from handslag.domain.dialogues.services.steps import (
    locked,
    locked_meeting,
    may_lead,
    no_persons,
)
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.services import bump_public
from handslag.domain.voices import services as voices
from handslag.domain.voices.models import Occasion
from handslag.domain.voices.queries import draft_of
from handslag.domain.voices.rules import OccasionDraft, Phase, Way

WAYS = {Audience.CITIZENS: Way.DIALOGUE, Audience.STAFF: Way.STAFF_DIALOGUE}


@transaction.atomic
def plan_dialogue(
    actor: Actor,
    home: Organisation,
    draft: DialogueDraft,
    first: MeetingDraft,
    *,
    now: datetime,
    is_example: bool = False,
) -> Dialogue:
    """Write down that people are to talk, with the first meeting and the occasion it is."""
    require(actor, Act.LISTEN, in_any_of=frozenset({home.pk}))
    _check(draft)
    occasion = voices.plan_occasion(
        actor,
        home,
        OccasionDraft(
            WAYS[draft.audience],
            draft.title,
            stockholm_day(first.starts),
            stockholm_day(first.ends),
            is_example=is_example,
        ),
        now=now,
    )
    dialogue = Dialogue(occasion=occasion, made_at=now)
    _write(dialogue, draft)
    add_meeting(actor, dialogue, first, now=now)
    record(actor, "dialogues.planned", dialogue, on_behalf=home.pk, kind=draft.kind.value)
    return dialogue


@transaction.atomic
def save_dialogue(
    actor: Actor, dialogue: Dialogue, draft: DialogueDraft, *, revision: int, now: datetime
) -> Dialogue:
    """Put other words. With whom one talks stays: its address may stand on a poster."""
    may_lead(actor, dialogue)
    dialogue = locked(dialogue)
    same_revision(revision, dialogue.revision)
    draft = replace(draft, audience=dialogue.audience)
    _check(draft)
    if dialogue.releases.exists() and draft.least < dialogue.least:
        raise NotAllowedError("dialogues.bar_stays")
    _change(actor, dialogue, now, title=draft.title)
    dialogue.revision += 1
    _write(dialogue, draft)
    record(actor, "dialogues.changed", dialogue, on_behalf=dialogue.occasion.home_id)
    return dialogue


@transaction.atomic
def add_meeting(
    actor: Actor, dialogue: Dialogue, draft: MeetingDraft, *, now: datetime
) -> Meeting:
    """Meet once more; with staff there are two, one for each script."""
    may_lead(actor, dialogue)
    dialogue = locked(dialogue, is_ahead=True)
    if dialogue.meetings.count() >= MOST_MEETINGS:
        raise NotAllowedError("dialogues.too_many_meetings", most=MOST_MEETINGS)
    meeting = Meeting(dialogue=dialogue, changed_at=now)
    _write_meeting(meeting, draft)
    _set_days(actor, dialogue, now)
    record(
        actor,
        "dialogues.meeting_added",
        dialogue,
        on_behalf=dialogue.occasion.home_id,
        meeting=meeting.public_id,
    )
    return meeting


@transaction.atomic
def save_meeting(
    actor: Actor, meeting: Meeting, draft: MeetingDraft, *, revision: int, now: datetime
) -> Meeting:
    """Another time or place. Those who have signed up are told."""
    may_lead(actor, meeting.dialogue)
    dialogue = locked(meeting.dialogue, is_ahead=True)
    meeting = locked_meeting(meeting)
    same_revision(revision, meeting.revision)
    taken = meeting.sign_ups.count()
    if taken and (draft.slots is None or draft.slots < taken):
        raise NotAllowedError("dialogues.places_are_taken", taken=taken)
    moved = (meeting.starts, meeting.ends, meeting.where) != (
        draft.starts,
        draft.ends,
        draft.where.strip(),
    )
    meeting.revision += 1
    meeting.changed_at = now
    _write_meeting(meeting, draft)
    if moved:
        meeting.sign_ups.update(reminded_on=None)
        notices.moved(meeting)
    _set_days(actor, dialogue, now)
    record(
        actor,
        "dialogues.meeting_changed",
        dialogue,
        on_behalf=dialogue.occasion.home_id,
        meeting=meeting.public_id,
    )
    return meeting


@transaction.atomic
def call_off(actor: Actor, meeting: Meeting, *, now: datetime) -> Dialogue:
    """This meeting is not held. Those who have signed up are told. One must be left."""
    may_lead(actor, meeting.dialogue)
    dialogue = locked(meeting.dialogue, is_ahead=True)
    meeting = locked_meeting(meeting)
    if dialogue.meetings.count() == 1:
        raise NotAllowedError("dialogues.one_must_be_left")
    notices.called_off(meeting)
    record(
        actor,
        "dialogues.meeting_called_off",
        dialogue,
        on_behalf=dialogue.occasion.home_id,
        meeting=meeting.public_id,
    )
    meeting.delete()
    _set_days(actor, dialogue, now)
    return dialogue


@transaction.atomic
def invite(actor: Actor, dialogue: Dialogue, *, now: datetime) -> Dialogue:
    """Let everyone read that they may come, and sign up. Staff are not asked in public."""
    may_lead(actor, dialogue)
    dialogue = locked(dialogue, is_ahead=True)
    if dialogue.audience is Audience.STAFF:
        raise NotAllowedError("dialogues.staff_are_asked_at_work")
    ahead = dialogue.meetings.filter(starts__gt=now)
    if not ahead.exists():
        raise NotAllowedError("dialogues.no_meeting_ahead")
    if ahead.filter(where="").exists():
        raise NotAllowedError("dialogues.say_where")
    dialogue.occasion = voices.step(actor, dialogue.occasion, Phase.OPEN, now=now)
    record(actor, "dialogues.invited", dialogue, on_behalf=dialogue.occasion.home_id)
    return dialogue


def _check(draft: DialogueDraft) -> None:
    check_dialogue(draft)
    no_persons(draft.title, draft.asks, draft.who, draft.leader)


def _write(dialogue: Dialogue, draft: DialogueDraft) -> None:
    dialogue.kind, dialogue.least = draft.kind.value, draft.least
    dialogue.asks, dialogue.who = draft.asks.strip(), draft.who.strip()
    dialogue.leader = draft.leader.strip()
    dialogue.save()


def _write_meeting(meeting: Meeting, draft: MeetingDraft) -> None:
    check_meeting(draft, audience=meeting.dialogue.audience)
    no_persons(draft.where)
    others = meeting.dialogue.meetings.exclude(pk=meeting.pk).exclude(script="")
    scripts = {Script(one.script): one.starts for one in others}
    if draft.script in scripts:
        raise NotAllowedError("dialogues.script_is_taken")
    if draft.script is not None:
        check_order({**scripts, draft.script: draft.starts})
    meeting.starts, meeting.ends = draft.starts, draft.ends
    meeting.where, meeting.slots = draft.where.strip(), draft.slots
    meeting.script = draft.script.value if draft.script else ""
    meeting.save()


def _set_days(actor: Actor, dialogue: Dialogue, now: datetime) -> None:
    """The occasion lasts from the first meeting to the last. Everyone reads the hours."""
    bump_public(dialogue.occasion.home)
    rows = list(dialogue.meetings.order_by("starts"))
    _change(
        actor,
        dialogue,
        now,
        starts=stockholm_day(rows[0].starts),
        ends=max(stockholm_day(one.ends) for one in rows),
    )


def _change(actor: Actor, dialogue: Dialogue, now: datetime, **words: object) -> None:
    row = Occasion.objects.select_related("home").get(pk=dialogue.occasion_id)
    draft = replace(draft_of(row), **words)  # type: ignore[arg-type]
    if draft == draft_of(row):
        return
    dialogue.occasion = voices.change_occasion(
        actor, row, draft, revision=row.revision, now=now
    )
