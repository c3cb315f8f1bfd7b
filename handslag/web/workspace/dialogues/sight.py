"""Find what the person may see of dialogues. What they may not see is not there."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from handslag.core.access import Act, require
from handslag.domain.dialogues import queries
from handslag.domain.dialogues.models import Dialogue, Meeting
from handslag.web.requests import WorkRequest
from handslag.web.workspace.walks.writing import Page


def the_dialogue(request: WorkRequest, key: UUID, *, to_lead: bool = False) -> Dialogue:
    """A dialogue of one's municipality. `to_lead`: and plans and holds it."""
    found = get_object_or_404(queries.dialogues_seen_by(request.actor), public_id=key)
    if to_lead:
        home = frozenset({found.occasion.home_id})
        require(request.actor, Act.LISTEN, in_any_of=home)
    return found


def the_meeting(request: WorkRequest, key: UUID, meeting: UUID) -> Meeting:
    """A meeting of a dialogue that the person leads."""
    dialogue = the_dialogue(request, key, to_lead=True)
    found = queries.meeting_of(dialogue, meeting)
    if found is None:
        raise Http404
    found.dialogue = dialogue
    return found


def page_of(dialogue: Dialogue, title: str, answer: str = "", button: str = "") -> Page:
    """What stands around a form about a dialogue."""
    back = reverse("workspace:dialogue", args=[dialogue.public_id])
    return Page(title, back, dialogue.occasion.title, answer, button)
