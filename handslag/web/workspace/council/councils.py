"""The councils one may see: the list, a new one, the page of one, its words and seats."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.council import queries, services
from handslag.domain.council.models import Council, Meeting, Seat, Task
from handslag.domain.council.queries import CouncilLine
from handslag.domain.council.rules.words import Layer, MeetingState, SeatPlace, TaskState
from handslag.domain.organisations.models import Organisation
from handslag.web.answers import joined
from handslag.web.requests import WorkRequest
from handslag.web.words.council import FLAWS, LAYERS, PLACES, STATES
from handslag.web.workspace.beginning import next_step
from handslag.web.workspace.council.council_forms import (
    CouncilForm,
    EndSeatForm,
    GroupForm,
    NewCouncilForm,
    SeatForm,
    initial_of_council,
    initial_of_seat,
)
from handslag.web.workspace.council.said import how_many_open, when_next
from handslag.web.workspace.council.sight import may_run, the_council, the_seat
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, home_of, shown

Words = dict[str, object]
BOTH = ["GET", "HEAD", "POST"]


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """All councils and groups the person may see."""
    lines = queries.lines(queries.visible_to(request.actor), today=request.today)
    context = {
        "lines": [_line(line, request.today) for line in lines],
        "open": how_many_open(
            sum(line.open for line in lines), sum(line.late for line in lines)
        ),
        "may_found": bool(request.actor.where(Act.RUN_COUNCIL)),
    }
    return shown(request, "council/listing", context)


def _line(line: CouncilLine, today: date) -> Words:
    council = line.council
    return {
        "href": reverse("workspace:council", args=[council.public_id]),
        "text": council.name,
        "is_group": council.parent_id is not None,
        "layer": LAYERS[Layer(council.layer)],
        "next": when_next(line.next_at),
        "open": how_many_open(line.open, line.late),
        "meets": line.next_at is not None,
        "is_open": bool(line.open),
        "is_late": bool(line.late),
    }


@require_http_methods(BOTH)
def new(request: WorkRequest) -> HttpResponse:
    """Found a council. Somebody who does it for several first says for which."""
    homes = queries.possible_homes(request.actor)
    require(request.actor, Act.RUN_COUNCIL, in_any_of=request.actor.organisation_ids)
    if not homes:
        return shown(request, "council/no_home", {})
    home = home_of(request, homes)
    if home is None:
        return shown(request, "council/new_for", {"homes": homes})
    form = NewCouncilForm(request.POST or None, initial={"name": _usual_name(home)})
    if form.is_valid():
        found: list[Council] = []
        if done(form, lambda: found.append(_found(request, home, form))):
            messages.success(request, _("The council is there. Put its first meeting in."))
            return redirect("workspace:council", found[0].public_id)
    return shown(request, "council/new", {"form": form, "home": home}, form)


def _usual_name(home: Organisation) -> str:
    body = queries.bodies_without_council(home).first()
    return (
        body.name
        if body
        else _("Crime prevention council of %(place)s") % {"place": home.short_name}
    )


def _found(request: WorkRequest, home: Organisation, form: NewCouncilForm) -> Council:
    return services.found_council(
        request.actor,
        home=home,
        name=form.cleaned_data["name"],
        with_usual_seats=form.cleaned_data["usual"],
        now=request.now,
        today=request.today,
    )


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """One council: when it meets next, what is open, who sits there."""
    council = the_council(request, key)
    (line,) = queries.lines(
        queries.visible_to(request.actor).filter(pk=council.pk), today=request.today
    )
    seats = queries.seats_now(council, today=request.today)
    tasks = list(queries.open_tasks(council))
    meetings = list(queries.meeting_lines(council))
    context = {
        "council": council,
        "layer": LAYERS[Layer(council.layer)],
        "next": when_next(line.next_at),
        "open": how_many_open(line.open, line.late),
        "covers": joined([one.name for one in queries.covered(council)]),
        "flaws": _flaws(council, request.today),
        "seats": [_seat(seat) for seat in seats],
        "tasks": [_task(task, request.today) for task in tasks],
        "ahead": [_meeting(one) for one in reversed(meetings) if _is_ahead(one)],
        "behind": [_meeting(one) for one in meetings if not _is_ahead(one)],
        "groups": council.groups.all(),
        "may": may_run(request, council),
        "onward": next_step(request, council.home),
        "joins": queries.invited_to_join(request.actor, council),
    }
    return shown(request, "council/page", context)


def _flaws(council: Council, today: date) -> list[str]:
    return [
        str(FLAWS[flaw]) % {"functions": joined(functions)}
        for flaw, functions in queries.standing_flaws(council, today=today)
    ]


def _is_ahead(meeting: Meeting) -> bool:
    return meeting.state in {MeetingState.PLANNED, MeetingState.CALLED}


def _meeting(meeting: Meeting) -> Words:
    return {
        "href": reverse("workspace:meeting", args=[meeting.public_id]),
        "meeting": meeting,
        "state": STATES[MeetingState(meeting.state)],
    }


def _seat(seat: Seat) -> Words:
    return {
        "seat": seat,
        "place": PLACES[SeatPlace(seat.place)],
        "href": reverse("workspace:seat", args=[seat.public_id]),
    }


def _task(task: Task, today: date) -> Words:
    return {
        "href": reverse("workspace:council-task", args=[task.public_id]),
        "text": str(task),
        "owner": task.owner.name,
        "function": task.function,
        "due_on": task.due_on,
        "is_late": task.state == TaskState.OPEN and task.due_on < today,
    }


@require_http_methods(BOTH)
def words(request: WorkRequest, key: UUID) -> HttpResponse:
    """What the council says of itself."""
    council = the_council(request, key, to_run=True)
    form = CouncilForm(request.POST or None, initial=initial_of_council(council))
    theirs: Sequence[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, council, form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:council", council.public_id)
        except ChangedMeanwhileError:
            now = the_council(request, key)
            theirs = differences(form, initial_of_council(now))
            form.overtaken(now.revision)
    context = {
        "council": council,
        "form": form,
        "theirs": theirs,
        "title": _("What the council says of itself"),
    }
    return shown(request, "council/form", context, form)


def _save(request: WorkRequest, council: Council, form: CouncilForm) -> None:
    revision = form.cleaned_data["revision"]
    services.save_council(request.actor, council, form.draft, revision=revision)


@require_http_methods(BOTH)
def new_seat(request: WorkRequest, key: UUID) -> HttpResponse:
    """Give somebody a seat."""
    council = the_council(request, key, to_run=True)
    form = SeatForm(
        request.POST or None,
        among=queries.may_sit(council, today=request.today),
        initial={
            "revision": 0,
            "is_leading": True,
            "since": request.today,
            "place": SeatPlace.MEMBER.value,
        },
    )
    if form.is_valid() and done(form, lambda: _add_seat(request, council, form)):
        messages.success(request, _("The seat is given."))
        return redirect("workspace:council", council.public_id)
    context = {
        "council": council,
        "form": form,
        "title": _("A new seat"),
        "answer": _("A function and an organisation. The public never reads names."),
    }
    return shown(request, "council/form", context, form)


def _add_seat(request: WorkRequest, council: Council, form: SeatForm) -> None:
    organisation = form.cleaned_data["organisation"]
    services.add_seat(request.actor, council, form.draft, organisation=organisation)


@require_http_methods(BOTH)
def seat(request: WorkRequest, key: UUID) -> HttpResponse:
    """Change who sits there, and as what."""
    row = the_seat(request, key)
    form = SeatForm(
        request.POST or None,
        among=queries.may_sit(row.council, today=request.today),
        initial=initial_of_seat(row),
    )
    theirs: Sequence[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save_seat(request, row, form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:council", row.council.public_id)
        except ChangedMeanwhileError:
            now = the_seat(request, key)
            theirs = differences(
                form, {**initial_of_seat(now), "organisation": now.organisation}
            )
            form.overtaken(now.revision)
    context = {
        "council": row.council,
        "form": form,
        "theirs": theirs,
        "title": row.function,
        "more_href": reverse("workspace:end-seat", args=[row.public_id]),
        "more": _("End the seat"),
    }
    return shown(request, "council/form", context, form)


def _save_seat(request: WorkRequest, row: Seat, form: SeatForm) -> None:
    services.save_seat(
        request.actor,
        row,
        form.draft,
        organisation=form.cleaned_data["organisation"],
        revision=form.cleaned_data["revision"],
    )


@require_http_methods(BOTH)
def end_seat(request: WorkRequest, key: UUID) -> HttpResponse:
    """The seat ends on a day."""
    row = the_seat(request, key)
    form = EndSeatForm(request.POST or None, initial={"last_day": request.today})
    if form.is_valid() and done(
        form,
        lambda: services.end_seat(
            request.actor, row, last_day=form.cleaned_data["last_day"]
        ),
    ):
        messages.success(request, _("The seat ends. The name is erased."))
        return redirect("workspace:council", row.council.public_id)
    context = {
        "council": row.council,
        "form": form,
        "title": _("End the seat of: %(function)s") % {"function": row.function},
        "answer": _("The function is remembered. Name and e-mail are erased at once."),
        "button": _("End the seat"),
    }
    return shown(request, "council/form", context, form)


@require_http_methods(BOTH)
def new_group(request: WorkRequest, key: UUID) -> HttpResponse:
    """A preparing group or an EST group below the council."""
    council = the_council(request, key, to_run=True)
    form = GroupForm(request.POST or None)
    if form.is_valid() and done(form, lambda: _add_group(request, council, form)):
        messages.success(request, _("The group is there."))
        return redirect("workspace:council", council.public_id)
    context = {"council": council, "form": form, "title": _("A group below the council")}
    return shown(request, "council/form", context, form)


def _add_group(request: WorkRequest, council: Council, form: GroupForm) -> None:
    given = form.cleaned_data
    services.add_group(
        request.actor,
        council,
        layer=Layer(given["layer"]),
        name=given["name"],
        purpose=given["purpose"],
        now=request.now,
    )


@require_POST
def join(request: WorkRequest, key: UUID) -> HttpResponse:
    """One's municipality joins the council."""
    council = the_council(request, key)
    mine = queries.possible_homes(request.actor)
    municipality = get_object_or_404(mine, public_id=request.POST.get("municipality"))
    services.join(request.actor, council, municipality, today=request.today)
    messages.success(request, _("The council covers your municipality now."))
    return redirect("workspace:council", council.public_id)
