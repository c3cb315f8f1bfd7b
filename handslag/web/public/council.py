"""The council of a municipality: when it meets, what it decided, what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.domain.council.published import (
    CouncilPage,
    MeetingPage,
    MovedMeeting,
    PublicItem,
    PublicMeeting,
    PublicPresence,
    PublicSeat,
    PublicTask,
    charter_file,
    council_page,
    meeting_page,
)
from handslag.domain.council.rules.words import MeetingState, Presence, TaskState
from handslag.domain.organisations.published import Moved, Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.web.answers import capital, number
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.facts import Contact
from handslag.web.public.files import a_file
from handslag.web.public.missing import no_municipality, not_here
from handslag.web.public.spoken import language
from handslag.web.requests import SiteRequest
from handslag.web.ui.calendars import MEDIA_TYPE, Event, calendar
from handslag.web.ui.marks import HANDSHAKE
from handslag.web.ui.templatetags.ui import clock, swedish_date
from handslag.web.words.council import KINDS, LAYERS, PLACES, PRESENCES, with_late

Text = str | Promise
NOINDEX = "noindex"
_MARKS = {
    TaskState.OPEN: "ongoing",
    TaskState.DONE: "kept",
    TaskState.DROPPED: "cancelled",
}


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task, and what became of it."""

    task: PublicTask
    stands: str
    is_late: bool

    @property
    def mark(self) -> str:
        """The verdict whose shape says how the task stands."""
        if self.is_late:
            return "not_reported"
        return _MARKS[self.task.state]


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item, with its kind in words, its tasks, and where one reads what it is about."""

    item: PublicItem
    kind: Text
    tasks: list[TaskLine]
    href: str


@require_safe
@cached(of_municipality)
def page(request: SiteRequest, municipality: str) -> HttpResponse:
    """Who sits in the council, when it meets, and what became of what it decided."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return _elsewhere(request, found, "public:council")
    council = council_page(municipality, today=request.today)
    context: dict[str, object] = {"council": None, "answer": _nothing(found)}
    if council is not None:
        context = {
            "council": council,
            "answer": _answer(council, request.today),
            "next": council.ahead[0] if council.ahead else None,
            "later": council.ahead[1:],
            "seats": [(PLACES[seat.place], seat) for seat in council.seats],
            "groups": [(LAYERS[group.layer], group) for group in council.groups],
            "tasks": [_task(task, request.today) for task in council.tasks],
            "led_by": _led_by(council.seats),
            "calendar": reverse("public:council-calendar", args=[municipality]),
            "charter": reverse("public:council-charter", args=[municipality]),
        }
    return _shown(request, "page", found, context, indexed=bool(council))


@require_safe
def charter(request: SiteRequest, municipality: str) -> HttpResponse:
    """The rules of procedure as a file."""
    found = charter_file(municipality)
    if found is None:
        return no_municipality(request)
    name = f"reglemente-{municipality}{found.suffix}"
    return a_file(found, name, indexed=True)


@require_safe
@cached(of_municipality)
def meeting(request: SiteRequest, municipality: str, meeting: str) -> HttpResponse:
    """One meeting: the agenda and, when they are final and published, the minutes."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return _elsewhere(request, found, "public:council")
    one = meeting_page(municipality, meeting)
    if isinstance(one, MovedMeeting):
        address = reverse("public:council-meeting", args=[municipality, one.slug])
        return HttpResponsePermanentRedirect(address)
    if one is None:
        return not_here(
            request,
            what=_("There is no meeting at this address"),
            advice=_("It may not be public. Here is what is known of the council."),
            href=reverse("public:council", args=[municipality]),
            link=_("The council"),
        )
    file = reverse("public:meeting-calendar", args=[municipality, meeting])
    context = {
        "page": one,
        "meeting": one.meeting,
        "answer": _meeting_answer(one),
        "items": [_item(item, request.today) for item in one.items],
        "attendance": _by_organisation(one.attendance),
        "up_council": reverse("public:council", args=[municipality]),
        "calendar": file,
    }
    return _shown(request, "meeting", found, context, indexed=True)


@require_safe
@cached(of_municipality)
def in_calendars(request: SiteRequest, municipality: str) -> HttpResponse:
    """All public meetings, for a calendar that follows them."""
    found = published_municipality(municipality)
    council = (
        council_page(municipality, today=request.today)
        if isinstance(found, Municipality)
        else None
    )
    if council is None:
        return no_municipality(request)
    meetings = [*council.behind, *council.cancelled, *council.ahead]
    return _file([_event(one, municipality) for one in meetings], council.name)


@require_safe
@cached(of_municipality)
def meeting_in_calendars(
    request: SiteRequest, municipality: str, meeting: str
) -> HttpResponse:
    """One meeting, for one's own calendar."""
    one = meeting_page(municipality, meeting)
    if isinstance(one, MovedMeeting):
        address = reverse("public:meeting-calendar", args=[municipality, one.slug])
        return HttpResponsePermanentRedirect(address)
    if one is None:
        return no_municipality(request)
    return _file([_event(one.meeting, municipality)], one.meeting.council)


def _file(events: Iterable[Event], name: str) -> HttpResponse:
    response = HttpResponse(calendar(events, name=name), content_type=MEDIA_TYPE)
    response["X-Robots-Tag"] = NOINDEX
    return response


def _event(meeting: PublicMeeting, municipality: str) -> Event:
    path = reverse("public:council-meeting", args=[municipality, meeting.slug])
    return Event(
        uid=f"{meeting.public_id}@handslag",
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        title=meeting.council,
        changed_at=meeting.changed_at,
        url=f"{settings.PUBLIC_ADDRESS}{path}",
        place=meeting.place,
        sequence=meeting.sequence,
        cancelled=meeting.state is MeetingState.CANCELLED,
    )


def _elsewhere(request: SiteRequest, found: Moved | None, name: str) -> HttpResponse:
    if found is None:
        return no_municipality(request)
    return HttpResponsePermanentRedirect(reverse(name, args=[found.to]))


def _shown(
    request: SiteRequest,
    template: str,
    found: Municipality,
    context: dict[str, object],
    *,
    indexed: bool,
) -> HttpResponse:
    response = render(
        request,
        f"public/council/{template}.html",
        {
            "municipality": found,
            "up": reverse("public:municipality", args=[found.slug]),
            "canonical": f"{settings.PUBLIC_ADDRESS}{request.path}",
            "indexed": indexed,
            "description": context["answer"],
            "contacts": _coordination(found),
            **context,
        },
    )
    if not indexed:
        response["X-Robots-Tag"] = NOINDEX
    return response


def _nothing(found: Municipality) -> str:
    return _("%(name)s has not entered its council here yet.") % {"name": found.name}


def _answer(council: CouncilPage, today: date) -> str:
    """When it meets next, and how many tasks are open."""
    said = [_next(council)]
    open_ = [task for task in council.tasks if task.state is TaskState.OPEN]
    late = sum(task.due_on < today for task in open_)
    if open_:
        count = len(open_)
        words = ngettext(
            "One task from its meetings is open",
            "%(n)s tasks from its meetings are open",
            count,
        ) % {"n": number(count)}
        said.append(with_late(capital(words), count, late, number(late)))
    return " ".join(said)


def _next(council: CouncilPage) -> str:
    if council.ahead:
        one = council.ahead[0]
        return _("The council meets next on %(day)s at %(time)s.") % {
            "day": swedish_date(one.starts_at),
            "time": clock(one.starts_at),
        }
    if council.behind:
        return _("No meeting is in the calendar. The council last met on %(day)s.") % {
            "day": swedish_date(council.behind[0].starts_at)
        }
    return _("The council has not met yet, and no meeting is in the calendar.")


def _led_by(seats: Sequence[PublicSeat]) -> PublicSeat | None:
    return next((seat for seat in seats if seat.place == "chair"), None)


def _meeting_answer(page: MeetingPage) -> str:
    """How far the meeting has come."""
    meeting = page.meeting
    at = {"day": swedish_date(meeting.starts_at), "time": clock(meeting.starts_at)}
    if meeting.is_published:
        decided = sum(item.paragraph is not None for item in page.items)
        return ngettext(
            "One decision was made. The minutes are adjusted.",
            "%(n)s decisions were made. The minutes are adjusted.",
            decided,
        ) % {"n": capital(number(decided))}
    sentences = {
        MeetingState.PLANNED: _("The agenda is not ready yet."),
        MeetingState.CALLED: _(
            "The meeting begins at %(time)s on %(day)s. This is the agenda."
        ),
        MeetingState.CANCELLED: _("The meeting was called off."),
    }
    return sentences.get(meeting.state, _("The minutes are not public yet.")) % at


def _task(task: PublicTask, today: date) -> TaskLine:
    """How a task stands, in a sentence."""
    late = task.state is TaskState.OPEN and task.due_on < today
    if late:
        stands = _("Not reported. Should have been done by %(day)s.")
    elif task.state is TaskState.OPEN:
        stands = _("To be done by %(day)s.")
    elif task.state is TaskState.DONE:
        stands = _("Done on %(day)s.")
    else:
        stands = _("Will not be done. Said on %(day)s.")
    return TaskLine(
        task, stands % {"day": swedish_date(task.ended_on or task.due_on)}, late
    )


def _item(item: PublicItem, today: date) -> ItemLine:
    tasks = [_task(task, today) for task in item.tasks]
    abroad = item.link.startswith("/") and language() != "sv"
    href = f"/{language()}{item.link}" if abroad else item.link
    return ItemLine(item, KINDS[item.kind], tasks, href)


def _by_organisation(rows: Iterable[PublicPresence]) -> list[tuple[str, list[str]]]:
    """Who came, organisation by organisation."""
    found: dict[str, list[str]] = {}
    for row in rows:
        said = row.function
        if row.presence is not Presence.PRESENT:
            said = f"{said} ({str(PRESENCES[row.presence]).lower()})"
        if row.replaced_by:
            said = f"{said}: {row.replaced_by}"
        found.setdefault(row.organisation, []).append(said)
    return list(found.items())


def _coordination(found: Municipality) -> list[Contact]:
    """The coordination function that the law asks for (11–12 §§ 2023:196)."""
    contact = found.contact
    if not contact:
        return []
    return [
        Contact(
            mark=HANDSHAKE["municipality"],
            organisation=found.name,
            function=contact.name,
            email=contact.email,
            phone=contact.phone,
        )
    ]
