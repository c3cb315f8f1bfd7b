"""A meeting of a group: prepared, held, and read afterwards."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.domain.weeks import queries, services
from handslag.domain.weeks.models import Meeting
from handslag.domain.weeks.rules import Result, State
from handslag.domain.weeks.rules.cadence import holiday
from handslag.web.requests import WorkRequest
from handslag.web.words.weeks import RESULTS
from handslag.web.workspace.sight import shown
from handslag.web.workspace.weeks import said
from handslag.web.workspace.weeks.board import ahead
from handslag.web.workspace.weeks.forms import MeetingForm
from handslag.web.workspace.weeks.sight import the_group, the_meeting
from handslag.web.workspace.weeks.writing import BOTH, Page, nothing, written


@require_http_methods(BOTH)
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """Prepare the next meeting, on the day that the group's rhythm gives."""
    group = the_group(request, key, to_lead=True)
    coming = ahead(group, request.today)
    among = list(queries.members_of(group, today=request.today))
    form = MeetingForm(
        request.POST or None,
        among=among,
        initial={
            "revision": 0,
            "held_on": coming.day,
            "looks_back_to": coming.looks_back_to,
            "chair": coming.last.chair if coming.last else "",
            "present": [str(one.public_id) for one in among],
        },
    )
    page_ = Page(
        group,
        _("Prepare the meeting"),
        said.holiday_said(coming.day, holiday(coming.day)),
        _("Prepare the meeting"),
    )
    return written(
        request,
        page_,
        form,
        lambda: services.plan_meeting(request.actor, group, form.draft(), now=request.now),
    )


@require_http_methods(BOTH)
def words(request: WorkRequest, key: UUID, meeting: UUID) -> HttpResponse:
    """Change the day, who leads and who is there."""
    row = the_meeting(request, key, meeting)
    form = MeetingForm(
        request.POST or None,
        among=queries.members_of(row.group, today=row.held_on),
        initial=_words(row),
    )
    return written(
        request,
        Page(row.group, _("When, and who is there")),
        form,
        lambda: services.save_meeting(
            request.actor, row, form.draft(), revision=form.cleaned_data["revision"]
        ),
        now=lambda: _words(the_meeting(request, key, meeting)),
    )


def _words(meeting: Meeting) -> Mapping[str, object]:
    there = meeting.attendances.values_list("organisation__public_id", flat=True)
    return {
        "held_on": meeting.held_on,
        "looks_back_to": meeting.looks_back_to,
        "chair": meeting.chair,
        "present": [str(one) for one in there],
        "revision": meeting.revision,
    }


@require_http_methods(BOTH)
def hold(request: WorkRequest, key: UUID, meeting: UUID) -> HttpResponse:
    """The last look before the meeting is ended and its decisions frozen."""
    row = the_meeting(request, key, meeting)
    form = nothing(request)
    onward = reverse("workspace:week-meeting", args=[key, meeting])
    answer = _(
        "What was decided is frozen, and each organisation is told what it took on."
        " After that nothing of the meeting can be changed."
    )
    page_ = Page(
        row.group, _("End the meeting?"), answer, _("End the meeting"), onward=onward
    )
    return written(
        request,
        page_,
        form,
        lambda: services.hold(
            request.actor, row, revision=row.revision, now=request.now, today=request.today
        ),
    )


@require_safe
def page(request: WorkRequest, key: UUID, meeting: UUID) -> HttpResponse:
    """What a meeting decided. One that is being prepared is on the board."""
    row = the_meeting(request, key, meeting, to_lead=False)
    if row.state != State.HELD:
        return redirect("workspace:week-board", key)
    followed = [
        {"target": one, "result": RESULTS[Result(one.result)]}
        for one in queries.targets_before(row)
        if one.result
    ]
    context = {
        "group": row.group,
        "meeting": row,
        "papers": queries.papers_of(row),
        "followed": followed,
    }
    return shown(request, "weeks/meeting", context)
