"""The agenda: taken up from what is due, added, ordered, without a script."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.council import queries, services
from handslag.domain.council.models import AgendaItem, Meeting
from handslag.domain.council.queries import Subject, Suggestion
from handslag.domain.council.rules.drafts import ItemDraft
from handslag.domain.council.rules.meetings import shares
from handslag.domain.council.rules.words import ItemKind, MeetingState
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.council import EARLIER, KINDS, SUGGESTED
from handslag.web.workspace.council.meeting_forms import (
    ItemForm,
    SuggestionsForm,
    initial_of_item,
)
from handslag.web.workspace.council.said import only_information, what_for
from handslag.web.workspace.council.sight import the_item, the_meeting
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown

BOTH = ["GET", "HEAD", "POST"]
LONGEST = 200


@require_http_methods(BOTH)
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The agenda as it stands, what could be taken up, and an item of one's own."""
    meeting = the_meeting(request, key, to_run=True)
    found = queries.suggestions(meeting, today=request.today)
    is_adding = "title" in request.POST
    typed = request.POST if request.method == "POST" else None
    taking = SuggestionsForm(
        typed if not is_adding else None,
        offered=[(one.source, _offered(one)) for one in found],
        initial={"taken": [one.source for one in found]},
    )
    adding = ItemForm(
        typed if is_adding else None,
        initial={"revision": 0},
        among=queries.subjects(meeting.council),
    )
    if is_adding and adding.is_valid() and _added(request, meeting, adding):
        messages.success(request, _("The item is on the agenda."))
        return _back(meeting)
    if not is_adding and taking.is_bound and taking.is_valid():
        chosen = [one for one in found if one.source in taking.cleaned_data["taken"]]
        if done(taking, lambda: _take(request, meeting, chosen)):
            return redirect("workspace:agenda", meeting.public_id)
    items = queries.agenda_of(meeting)
    share = shares((one.source, ItemKind(one.kind)) for one in items)
    context = {
        "meeting": meeting,
        "council": meeting.council,
        "items": [{"item": one, "kind": KINDS[ItemKind(one.kind)]} for one in items],
        "taking": taking if found else None,
        "adding": adding,
        "share": what_for(share),
        "warning": only_information(share),
        "is_ahead": meeting.state in {MeetingState.PLANNED, MeetingState.CALLED},
        "is_called": meeting.state == MeetingState.CALLED,
    }
    return shown(request, "council/agenda", context, adding, taking)


def _offered(one: Suggestion) -> str:
    """What is suggested, and when it is due."""
    said = _title(one)
    if one.due_on is None:
        return said
    day = swedish_date(one.due_on)
    late = _("%(what)s (should have been done by %(day)s)")
    return (late if one.is_late else _("%(what)s (by %(day)s)")) % {
        "what": said,
        "day": day,
    }


def _title(one: Suggestion) -> str:
    sentence = SUGGESTED.get(one.what)
    return str(sentence) % {"name": one.name} if sentence else one.name


def _take(request: WorkRequest, meeting: Meeting, chosen: Sequence[Suggestion]) -> None:
    services.take_up(
        request.actor,
        meeting,
        [
            ItemDraft(
                title=_title(one)[:LONGEST], kind=one.kind, source=one.source, path=one.path
            )
            for one in chosen
        ],
    )


def _added(request: WorkRequest, meeting: Meeting, form: ItemForm) -> bool:
    return done(form, lambda: services.add_item(request.actor, meeting, form.draft))


def _back(meeting: Meeting) -> HttpResponse:
    """To the agenda, or on with the minutes of a meeting that is held."""
    where = "minutes" if meeting.state == MeetingState.HELD else "agenda"
    return redirect(f"workspace:{where}", meeting.public_id)


@require_http_methods(BOTH)
def item(request: WorkRequest, key: UUID, item: UUID) -> HttpResponse:
    """Change an item."""
    row = the_item(request, key, item)
    among = queries.subjects(row.meeting.council)
    if row.link.startswith("/") and row.link not in {one.link for one in among}:
        among.append(Subject(EARLIER, row.link_name, row.link))
    form = ItemForm(request.POST or None, initial=initial_of_item(row), among=among)
    theirs: Sequence[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, row, form)):
                messages.success(request, _("Saved."))
                return _back(row.meeting)
        except ChangedMeanwhileError:
            now = the_item(request, key, item)
            theirs = differences(form, initial_of_item(now))
            form.overtaken(now.revision)
    context = {
        "council": row.meeting.council,
        "meeting": row.meeting,
        "form": form,
        "theirs": theirs,
        "title": row.title,
    }
    return shown(request, "council/form", context, form)


def _save(request: WorkRequest, row: AgendaItem, form: ItemForm) -> None:
    revision = form.cleaned_data["revision"]
    services.save_item(request.actor, row, form.draft, revision=revision)


@require_POST
def move(request: WorkRequest, key: UUID, item: UUID) -> HttpResponse:
    """One step up or down."""
    row = the_item(request, key, item)
    _try(request, lambda: services.move_item(request.actor, row, up="up" in request.POST))
    return _back(row.meeting)


@require_POST
def remove(request: WorkRequest, key: UUID, item: UUID) -> HttpResponse:
    """Off the agenda."""
    row = the_item(request, key, item)
    _try(request, lambda: services.remove_item(request.actor, row))
    return _back(row.meeting)


def _try(request: WorkRequest, deed: object) -> None:
    form = forms.Form(request.POST)
    if callable(deed) and not done(form, deed):
        messages.warning(request, " ".join(map(str, form.non_field_errors())))
