"""What is written at a meeting: the order, targets, follow-ups and decisions."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handslag.domain.organisations.models import Place
from handslag.domain.weeks import queries, services
from handslag.domain.weeks.figures import name_of
from handslag.domain.weeks.models import Decision, Meeting, Priority, Target
from handslag.domain.weeks.queries.incidents import Spot
from handslag.web.requests import WorkRequest
from handslag.web.workspace.weeks import said
from handslag.web.workspace.weeks.forms import (
    DecisionForm,
    FollowUpForm,
    PriorityForm,
    TargetForm,
)
from handslag.web.workspace.weeks.sight import (
    the_decision,
    the_followed,
    the_meeting,
    the_priority,
    the_target,
)
from handslag.web.workspace.weeks.writing import BOTH, Page, nothing, written

Words = dict[str, object]


@require_http_methods(BOTH)
def new_priority(request: WorkRequest, key: UUID, meeting: UUID) -> HttpResponse:
    """Put a problem on the list, from a spot of the board or from nothing."""
    row = the_meeting(request, key, meeting)
    places = _places(row)
    form = PriorityForm(
        request.POST or None,
        places=places.values(),
        initial={"revision": 0, **_asked(request, places)},
    )
    answer = _("It comes last on the list. Move it up on the board.")
    return written(
        request,
        Page(row.group, _("What comes first?"), answer),
        form,
        lambda: services.add_priority(request.actor, row, form.draft()),
    )


def _places(meeting: Meeting) -> dict[int, Place]:
    within = queries.municipality_ids(meeting.group, today=meeting.held_on)
    return queries.places_of(within)


def _asked(request: WorkRequest, places: Mapping[int, Place]) -> Words:
    """The spot that the board led here with."""
    cell = request.GET.get("ruta", "")
    if cell.isascii() and cell.isdecimal() and len(cell) <= len("99999999999999"):
        name, is_near = name_of(Spot(cell=int(cell)), dict(places))
        return {"cell": int(cell), "where": said.spot_words(name, is_near=is_near)}
    return {"place": request.GET.get("plats", "")}


@require_http_methods(BOTH)
def priority(
    request: WorkRequest, key: UUID, meeting: UUID, priority: UUID
) -> HttpResponse:
    """Change what it is about, where or why."""
    row = the_priority(request, key, meeting, priority)
    places = _places(row.meeting).values()
    form = PriorityForm(request.POST or None, places=places, initial=_of_priority(row))
    remove = reverse("workspace:remove-week-priority", args=[key, meeting, priority])
    return written(
        request,
        Page(row.meeting.group, _("What comes first?"), remove=remove),
        form,
        lambda: services.save_priority(
            request.actor, row, form.draft(), revision=form.cleaned_data["revision"]
        ),
        now=lambda: _of_priority(the_priority(request, key, meeting, priority)),
    )


def _of_priority(row: Priority) -> Words:
    return {
        "what": row.what,
        "top": row.top,
        "place": str(row.place.public_id) if row.place else "",
        "where": row.where,
        "why": row.why,
        "cell": row.cell,
        "revision": row.revision,
    }


@require_POST
def move(request: WorkRequest, key: UUID, meeting: UUID, priority: UUID) -> HttpResponse:
    """One step up or down."""
    row = the_priority(request, key, meeting, priority)
    services.move_priority(request.actor, row, up="up" in request.POST)
    return redirect(f"{reverse('workspace:week-board', args=[key])}#ordning")


@require_http_methods(BOTH)
def remove_priority(
    request: WorkRequest, key: UUID, meeting: UUID, priority: UUID
) -> HttpResponse:
    """Ask once more, and take it out."""
    row = the_priority(request, key, meeting, priority)
    answer = _("%(what)s goes, with its targets.") % {"what": row.what}
    return written(
        request,
        Page(row.meeting.group, _("Take it out?"), answer, _("Take it out")),
        nothing(request),
        lambda: services.remove_priority(request.actor, row),
    )


@require_http_methods(BOTH)
def new_target(
    request: WorkRequest, key: UUID, meeting: UUID, priority: UUID
) -> HttpResponse:
    """One organisation takes something on."""
    row = the_priority(request, key, meeting, priority)
    among = queries.members_of(row.meeting.group, today=row.meeting.held_on)
    form = TargetForm(request.POST or None, among=among, initial={"revision": 0})
    return written(
        request,
        Page(row.meeting.group, _("Who does what?"), row.what),
        form,
        lambda: services.add_target(request.actor, row, form.draft()),
    )


@require_http_methods(BOTH)
def target(request: WorkRequest, key: UUID, meeting: UUID, target: UUID) -> HttpResponse:
    """Change who does what by when."""
    row = the_target(request, key, meeting, target)
    held = row.priority.meeting
    among = queries.members_of(held.group, today=held.held_on)
    form = TargetForm(request.POST or None, among=among, initial=_of_target(row))
    remove = reverse("workspace:remove-week-target", args=[key, meeting, target])
    return written(
        request,
        Page(held.group, _("Who does what?"), row.priority.what, remove=remove),
        form,
        lambda: services.save_target(
            request.actor, row, form.draft(), revision=form.cleaned_data["revision"]
        ),
        now=lambda: _of_target(the_target(request, key, meeting, target)),
    )


def _of_target(row: Target) -> Words:
    return {
        "organisation": str(row.organisation.public_id),
        "words": row.words,
        "by": row.by,
        "revision": row.revision,
    }


@require_http_methods(BOTH)
def remove_target(
    request: WorkRequest, key: UUID, meeting: UUID, target: UUID
) -> HttpResponse:
    """Ask once more, and take it out."""
    row = the_target(request, key, meeting, target)
    return written(
        request,
        Page(row.priority.meeting.group, _("Take it out?"), row.words, _("Take it out")),
        nothing(request),
        lambda: services.remove_target(request.actor, row),
    )


@require_http_methods(BOTH)
def follow_up(request: WorkRequest, key: UUID, meeting: UUID, target: UUID) -> HttpResponse:
    """What became of a target of an earlier meeting."""
    row = the_meeting(request, key, meeting)
    found = the_followed(request, key, meeting, target)
    form = FollowUpForm(request.POST or None, initial=_of_follow_up(found))
    answer = _("%(organisation)s was to: %(words)s") % {
        "organisation": found.organisation.name,
        "words": found.words,
    }
    return written(
        request,
        Page(row.group, _("What became of it?"), answer),
        form,
        lambda: services.follow_up(
            request.actor,
            row,
            found,
            form.draft(),
            revision=form.cleaned_data["revision"],
        ),
        now=lambda: _of_follow_up(the_followed(request, key, meeting, target)),
    )


def _of_follow_up(row: Target) -> Words:
    return {
        "result": row.result,
        "why": row.why,
        "seen": row.seen,
        "revision": row.revision,
    }


@require_http_methods(BOTH)
def new_decision(request: WorkRequest, key: UUID, meeting: UUID) -> HttpResponse:
    """Write down a decision."""
    row = the_meeting(request, key, meeting)
    form = DecisionForm(request.POST or None, initial={"revision": 0})
    return written(
        request,
        Page(row.group, _("A decision")),
        form,
        lambda: services.add_decision(request.actor, row, form.draft()),
    )


@require_http_methods(BOTH)
def decision(
    request: WorkRequest, key: UUID, meeting: UUID, decision: UUID
) -> HttpResponse:
    """Put the words of a decision right."""
    row = the_decision(request, key, meeting, decision)
    form = DecisionForm(request.POST or None, initial=_of_decision(row))
    remove = reverse("workspace:remove-week-decision", args=[key, meeting, decision])
    return written(
        request,
        Page(row.meeting.group, _("A decision"), remove=remove),
        form,
        lambda: services.save_decision(
            request.actor, row, form.draft(), revision=form.cleaned_data["revision"]
        ),
        now=lambda: _of_decision(the_decision(request, key, meeting, decision)),
    )


def _of_decision(row: Decision) -> Words:
    return {"words": row.words, "revision": row.revision}


@require_http_methods(BOTH)
def remove_decision(
    request: WorkRequest, key: UUID, meeting: UUID, decision: UUID
) -> HttpResponse:
    """Ask once more, and take it out."""
    row = the_decision(request, key, meeting, decision)
    return written(
        request,
        Page(row.meeting.group, _("Take it out?"), row.words, _("Take it out")),
        nothing(request),
        lambda: services.remove_decision(request.actor, row),
    )
