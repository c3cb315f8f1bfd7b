"""A meeting: in the calendar, called, held, and what became of it."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.periods import stockholm_day
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.council import queries, services
from handslag.domain.council.models import AgendaItem, Council, Meeting
from handslag.domain.council.rules.meetings import Shares, adjust_by, shares
from handslag.domain.council.rules.words import ItemKind, MeetingState
from handslag.web.requests import WorkRequest
from handslag.web.ui.calendars import MEDIA_TYPE, Event, calendar
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.council import KINDS, STATES
from handslag.web.workspace.council.meeting_forms import MeetingForm, initial_of_meeting
from handslag.web.workspace.council.reading import paper_of
from handslag.web.workspace.council.said import only_information, what_for
from handslag.web.workspace.council.sight import may_run, the_council, the_meeting
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown

Words = dict[str, object]
BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def new(request: WorkRequest, key: UUID) -> HttpResponse:
    """Put a meeting in the calendar. The next is like the one before."""
    council = the_council(request, key, to_run=True)
    form = MeetingForm(request.POST or None, initial=_usual(council))
    if form.is_valid():
        made: list[Meeting] = []
        if done(form, lambda: made.append(_plan(request, council, form))):
            messages.success(request, _("The meeting is in the calendar."))
            return redirect("workspace:agenda", made[0].public_id)
    context = {
        "council": council,
        "form": form,
        "title": _("A new meeting"),
        "answer": _(
            "The usual items are put on its agenda. You take up what is due afterwards."
        ),
        "button": _("Put it in the calendar"),
    }
    return shown(request, "council/form", context, form)


def _usual(council: Council) -> Words:
    last = queries.meeting_lines(council).first()
    usual: Words = {"revision": 0, "is_public": council.parent_id is None}
    if last is not None:
        before = initial_of_meeting(last)
        usual |= {name: before[name] for name in ("begins", "ends", "place", "is_public")}
    return usual


def _plan(request: WorkRequest, council: Council, form: MeetingForm) -> Meeting:
    return services.plan_meeting(request.actor, council, form.draft, now=request.now)


@require_http_methods(BOTH)
def words(request: WorkRequest, key: UUID) -> HttpResponse:
    """Change when and where it is held."""
    meeting = the_meeting(request, key, to_run=True)
    form = MeetingForm(request.POST or None, initial=initial_of_meeting(meeting))
    theirs: Sequence[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, meeting, form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:meeting", meeting.public_id)
        except ChangedMeanwhileError:
            now = the_meeting(request, key)
            theirs = differences(form, initial_of_meeting(now))
            form.overtaken(now.revision)
    context = {
        "council": meeting.council,
        "meeting": meeting,
        "form": form,
        "theirs": theirs,
        "title": _("When and where"),
    }
    return shown(request, "council/form", context, form)


def _save(request: WorkRequest, meeting: Meeting, form: MeetingForm) -> None:
    services.save_meeting(
        request.actor,
        meeting,
        form.draft,
        revision=form.cleaned_data["revision"],
        now=request.now,
    )


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """One meeting, as far as it has come."""
    meeting = the_meeting(request, key)
    state = MeetingState(meeting.state)
    version = queries.latest_version(meeting)
    frozen = state in {MeetingState.ADJUSTING, MeetingState.FINAL}
    items = queries.agenda_of(meeting)
    adjusters = list(queries.adjusters_of(version)) if version and frozen else []
    share = shares((one.source, ItemKind(one.kind)) for one in items)
    context = {
        "meeting": meeting,
        "council": meeting.council,
        "state": state.value,
        "answer": _answer(
            meeting, state, len(adjusters), sum(_waits(one) for one in adjusters)
        ),
        "steps": _steps(state),
        "late": _late(request, meeting, state),
        "share": what_for(share),
        "warning": only_information(share) if _is_ahead(state) else "",
        "items": [_item(item) for item in items],
        "paper": paper_of(version) if version and frozen else None,
        "adjusters": [_adjuster(request, one) for one in adjusters],
        "notes": meeting.notes.all(),
        "may": may_run(request, meeting.council),
        "has_been": stockholm_day(meeting.starts_at) <= request.today,
        "is_ahead": _is_ahead(state),
    }
    return shown(request, "council/meeting", context)


def _is_ahead(state: MeetingState) -> bool:
    return state in {MeetingState.PLANNED, MeetingState.CALLED}


def _waits(adjuster: object) -> bool:
    return getattr(adjuster, "adjustment", None) is None


def _answer(meeting: Meeting, state: MeetingState, asked: int, waiting: int) -> str:
    """How far the meeting has come, in a sentence."""
    if state is MeetingState.CALLED and meeting.called_at:
        return _("Called on %(day)s.") % {"day": swedish_date(meeting.called_at)}
    if state is MeetingState.ADJUSTING:
        return ngettext(
            "%(done)s of %(all)s adjuster has confirmed the minutes.",
            "%(done)s of %(all)s adjusters have confirmed the minutes.",
            asked,
        ) % {"done": asked - waiting, "all": asked}
    if state is MeetingState.FINAL:
        if meeting.published_at:
            return _("The minutes are adjusted, and anyone can read them.")
        return _("The minutes are adjusted. They are not public yet.")
    sentences = {
        MeetingState.PLANNED: _("In the calendar, not called yet."),
        MeetingState.HELD: _("The minutes are being written."),
        MeetingState.CANCELLED: _("The meeting was called off."),
    }
    return sentences[state]


def _late(request: WorkRequest, meeting: Meeting, state: MeetingState) -> str:
    if state not in {MeetingState.HELD, MeetingState.ADJUSTING}:
        return ""
    due = adjust_by(stockholm_day(meeting.starts_at))
    if due >= request.today:
        return ""
    return _("Should have been adjusted by %(day)s.") % {"day": swedish_date(due)}


def _steps(state: MeetingState) -> list[Words]:
    """From the calendar to final minutes."""
    way = [one for one in MeetingState if one is not MeetingState.CANCELLED]
    if state not in way:
        return []
    at = way.index(state)
    return [
        {
            "text": STATES[one],
            "state": "past" if nr < at else "now" if nr == at else "ahead",
        }
        for nr, one in enumerate(way)
    ]


def _item(item: AgendaItem) -> Words:
    return {"item": item, "kind": KINDS[ItemKind(item.kind)]}


def _adjuster(request: WorkRequest, adjuster: object) -> Words:
    seat = getattr(adjuster, "seat")  # noqa: B009 - typed as a row of any kind
    return {
        "adjuster": adjuster,
        "adjustment": getattr(adjuster, "adjustment", None),
        "is_me": seat.email.casefold() == request.user.email.casefold(),
    }


@require_http_methods(BOTH)
def call(request: WorkRequest, key: UUID) -> HttpResponse:
    """The last look before the call is sent."""
    meeting = the_meeting(request, key, to_run=True)
    form = _nothing(request)
    if request.method == "POST" and done(
        form,
        lambda: services.call(request.actor, meeting, now=request.now, today=request.today),
    ):
        messages.success(request, _("The call is sent."))
        return redirect("workspace:meeting", meeting.public_id)
    items = queries.agenda_of(meeting)
    share = _share(items)
    seats = queries.seats_now(meeting.council, today=request.today)
    context = {
        "meeting": meeting,
        "council": meeting.council,
        "form": form,
        "items": [_item(item) for item in items],
        "share": what_for(share),
        "warning": only_information(share),
        "reached": [seat for seat in seats if seat.email],
        "unreached": [seat for seat in seats if not seat.email],
        "again": meeting.state == MeetingState.CALLED,
    }
    return shown(request, "council/call", context, form)


def _share(items: Sequence[AgendaItem]) -> Shares:
    return shares((one.source, ItemKind(one.kind)) for one in items)


@require_http_methods(BOTH)
def cancel(request: WorkRequest, key: UUID) -> HttpResponse:
    """Call the meeting off."""
    meeting = the_meeting(request, key, to_run=True)
    form = _nothing(request)
    if request.method == "POST" and done(
        form,
        lambda: services.cancel(
            request.actor, meeting, now=request.now, today=request.today
        ),
    ):
        messages.success(request, _("The meeting is called off."))
        return redirect("workspace:meeting", meeting.public_id)
    context = {
        "council": meeting.council,
        "meeting": meeting,
        "form": form,
        "title": _("Call the meeting off?"),
        "answer": _(
            "Those who were called are told. In calendars it is shown as called off."
        ),
        "button": _("Call it off"),
    }
    return shown(request, "council/form", context, form)


@require_http_methods(BOTH)
def begin(request: WorkRequest, key: UUID) -> HttpResponse:
    """Begin to write the minutes."""
    meeting = the_meeting(request, key, to_run=True)
    form = _nothing(request)
    if request.method == "POST" and done(
        form,
        lambda: services.begin(
            request.actor, meeting, now=request.now, today=request.today
        ),
    ):
        return redirect("workspace:minutes", meeting.public_id)
    context = {
        "council": meeting.council,
        "meeting": meeting,
        "form": form,
        "title": _("Begin the meeting"),
        "answer": _(
            "All who have a seat are taken to be present at first. You change that as you"
            " write."
        ),
        "button": _("Begin the minutes"),
    }
    return shown(request, "council/form", context, form)


def _nothing(request: WorkRequest) -> forms.Form:
    """A form without fields: the rules may still say no."""
    return forms.Form(request.POST if request.method == "POST" else None)


@require_safe
def in_calendars(request: WorkRequest, key: UUID) -> HttpResponse:
    """The meeting as a file for one's own calendar."""
    meeting = the_meeting(request, key)
    file = calendar([event_of(request, meeting)], name=meeting.council.name)
    return HttpResponse(file, content_type=MEDIA_TYPE)


def event_of(request: WorkRequest, meeting: Meeting) -> Event:
    """The meeting as an entry: the same one as the public calendar has."""
    address = reverse("workspace:meeting", args=[meeting.public_id])
    return Event(
        uid=f"{meeting.public_id}@handslag",
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        title=meeting.council.name,
        changed_at=meeting.changed_at,
        description="\n".join(item.title for item in queries.agenda_of(meeting)),
        url=request.build_absolute_uri(address),
        place=meeting.place,
        sequence=meeting.sequence,
        cancelled=meeting.state == MeetingState.CANCELLED,
    )
