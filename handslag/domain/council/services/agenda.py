"""The agenda: the fixed items, what was suggested and taken up, what was added."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.council.models import AgendaItem, Meeting
from handslag.domain.council.rules.drafts import ItemDraft
from handslag.domain.council.rules.meetings import (
    KINDS,
    Pattern,
    Step,
    leads_somewhere,
    pattern_source,
)
from handslag.domain.council.rules.words import Layer, MeetingState
from handslag.domain.council.services.steps import locked_meeting, may_run, tell_public

# What comes up while the meeting goes on is put on the agenda in the same way.
_OPEN = (Step.PREPARE, Step.WRITE)


def lay_out(meeting: Meeting) -> None:
    """The fixed pattern that councils follow, in their order."""
    with translation.override("sv"):
        titles = {
            Pattern.APPROVE: _("The agenda is approved"),
            Pattern.TASKS: _("What became of the tasks"),
            Pattern.MUNICIPALITY: _("Information from the municipality"),
            Pattern.POLICE: _("Information from the police"),
            Pattern.EST: _("The situation since last time (EST)"),
            Pattern.THEME: _("Theme"),
            Pattern.OTHER: _("Other matters"),
        }
    wanted = [
        pattern
        for pattern in Pattern
        if pattern is not Pattern.EST or meeting.council.layer == Layer.STRATEGIC
    ]
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            position=position,
            title=titles[pattern],
            kind=KINDS[pattern],
            source=pattern_source(pattern),
        )
        for position, pattern in enumerate(wanted, start=1)
    )


@transaction.atomic
def take_up(actor: Actor, meeting: Meeting, drafts: Sequence[ItemDraft]) -> None:
    """Take up what was suggested, before the last fixed item; taken once each."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, Step.PREPARE)
    taken = set(meeting.items.values_list("source", flat=True))
    fresh = {draft.source: draft for draft in drafts if draft.source not in taken}
    for draft in fresh.values():
        _put_in(meeting, draft)
    _changed(meeting)
    record(
        actor,
        "council.items_taken_up",
        meeting,
        on_behalf=meeting.council.home_id,
        items=len(fresh),
    )


@transaction.atomic
def add_item(actor: Actor, meeting: Meeting, draft: ItemDraft) -> AgendaItem:
    """Add an item of one's own, also while the meeting is held."""
    may_run(actor, meeting.council)
    meeting = locked_meeting(meeting, *_OPEN)
    _in_order(draft)
    item = _put_in(meeting, draft)
    _changed(meeting)
    record(actor, "council.item_added", item, on_behalf=meeting.council.home_id)
    return item


@transaction.atomic
def save_item(actor: Actor, item: AgendaItem, draft: ItemDraft, *, revision: int) -> None:
    """Change an item: its words, what it is for, whether it is internal."""
    may_run(actor, item.meeting.council)
    meeting = locked_meeting(item.meeting, *_OPEN)
    _in_order(draft)
    item = AgendaItem.objects.get(pk=item.pk)
    same_revision(revision, item.revision)
    item.title, item.text = draft.title.strip(), draft.text.strip()
    item.kind, item.is_internal = draft.kind.value, draft.is_internal
    item.link, item.link_name = draft.link, draft.link_name
    item.revision += 1
    item.save()
    _changed(meeting)
    record(actor, "council.item_changed", item, on_behalf=meeting.council.home_id)


@transaction.atomic
def move_item(actor: Actor, item: AgendaItem, *, up: bool) -> None:
    """Move an item one step on the agenda."""
    may_run(actor, item.meeting.council)
    meeting = locked_meeting(item.meeting, *_OPEN)
    items = list(meeting.items.all())
    place = items.index(item)
    other = place - 1 if up else place + 1
    if 0 <= other < len(items):
        items[place], items[other] = items[other], items[place]
    for position, one in enumerate(items, start=1):
        one.position = position
    AgendaItem.objects.bulk_update(items, ["position"])
    _changed(meeting)
    record(actor, "council.item_moved", item, on_behalf=meeting.council.home_id)


@transaction.atomic
def remove_item(actor: Actor, item: AgendaItem) -> None:
    """Take an item off the agenda, before the meeting."""
    may_run(actor, item.meeting.council)
    meeting = locked_meeting(item.meeting, Step.PREPARE)
    record(actor, "council.item_removed", item, on_behalf=meeting.council.home_id)
    item.delete()
    _changed(meeting)


def _in_order(draft: ItemDraft) -> None:
    if not draft.title.strip():
        raise NotAllowedError("council.item_needs_title")
    if not leads_somewhere(draft.link):
        raise NotAllowedError("council.item_leads_nowhere")


def _put_in(meeting: Meeting, draft: ItemDraft) -> AgendaItem:
    """Before "other matters", which comes last on every agenda."""
    last = meeting.items.filter(source=pattern_source(Pattern.OTHER)).first()
    position = (meeting.items.aggregate(last=Max("position"))["last"] or 0) + 1
    if last is not None and last.position == position - 1:
        AgendaItem.objects.filter(pk=last.pk).update(position=position)
        position -= 1
    return AgendaItem.objects.create(
        meeting=meeting,
        position=position,
        title=draft.title.strip()[:200],
        text=draft.text.strip(),
        kind=draft.kind,
        source=draft.source,
        path=draft.path,
        link=draft.link,
        link_name=draft.link_name,
        is_internal=draft.is_internal,
    )


def _changed(meeting: Meeting) -> None:
    """A called agenda is public: it is read anew."""
    if meeting.state == MeetingState.CALLED:
        tell_public(meeting.council)
