"""The meetings of a dialogue: one more, another time or place, called off."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from handslag.domain.dialogues import services
from handslag.domain.dialogues.models import Dialogue, Meeting
from handslag.domain.dialogues.notices import when
from handslag.domain.dialogues.rules import Audience, Script
from handslag.web.requests import WorkRequest
from handslag.web.words.dialogues import SCRIPTS
from handslag.web.workspace.dialogues.forms import MeetingForm, of_meeting
from handslag.web.workspace.dialogues.sight import page_of, the_dialogue, the_meeting
from handslag.web.workspace.walks.writing import BOTH, Page, nothing, written

TEMPLATE = "dialogues/form"


@require_http_methods(BOTH)
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """Meet once more. With staff the meeting that is lacking: WHAT or HOW."""
    dialogue = the_dialogue(request, key, to_lead=True)
    script = lacking(dialogue)
    title = SCRIPTS[script] if script else _("One more meeting")
    form = MeetingForm(request.POST or None, initial={"revision": 0})
    return written(
        request,
        page_of(dialogue, str(title)),
        form,
        lambda: services.add_meeting(
            request.actor, dialogue, form.meeting(script), now=request.now
        ),
        template=TEMPLATE,
    )


def lacking(dialogue: Dialogue) -> Script | None:
    """Which of the two scripted meetings has no day yet."""
    if dialogue.audience is Audience.CITIZENS:
        return None
    there = set(dialogue.meetings.values_list("script", flat=True))
    return next((one for one in Script if one.value not in there), Script.HOW)


@require_http_methods(BOTH)
def change(request: WorkRequest, key: UUID, meeting: UUID) -> HttpResponse:
    """Another time or place. Those who have signed up get a letter."""
    row = the_meeting(request, key, meeting)
    form = MeetingForm(request.POST or None, initial=of_meeting(row))
    page = page_of(row.dialogue, _("When and where"), _who_is_told(row))
    off = reverse("workspace:call-off-dialogue-meeting", args=[key, meeting])
    page = Page(page.title, page.back, page.above, page.answer, page.button, off)
    script = Script(row.script) if row.script else None
    return written(
        request,
        page,
        form,
        lambda: services.save_meeting(
            request.actor,
            row,
            form.meeting(script),
            revision=form.cleaned_data["revision"],
            now=request.now,
        ),
        now=lambda: of_meeting(the_meeting(request, key, meeting)),
        template=TEMPLATE,
    )


@require_http_methods(BOTH)
def call_off(request: WorkRequest, key: UUID, meeting: UUID) -> HttpResponse:
    """The last look before a meeting is called off."""
    row = the_meeting(request, key, meeting)
    answer = f"{when(row)}. {_who_is_told(row)}"
    return written(
        request,
        page_of(row.dialogue, _("Call off the meeting?"), answer, _("Call it off")),
        nothing(request),
        lambda: services.call_off(request.actor, row, now=request.now),
        template=TEMPLATE,
    )


def _who_is_told(row: Meeting) -> str:
    taken: int = vars(row)["taken"]  # annotated by `meetings_of`
    if not taken:
        return _("Nobody has signed up yet.")
    return ngettext(
        "%(n)s has signed up, and gets a letter if you change time or place.",
        "%(n)s have signed up, and get a letter if you change time or place.",
        taken,
    ) % {"n": taken}
