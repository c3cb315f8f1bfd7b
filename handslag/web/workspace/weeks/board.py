"""The board of a group's week: what is new, what is unusual, what is to be decided."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.core.periods import STOCKHOLM
from handslag.domain.incidents.models import Group, Incident
from handslag.domain.incidents.rules import Cadence, Phase
from handslag.domain.incidents.rules.handling import Timeliness, timeliness
from handslag.domain.incidents.services.readings import BOARD, log_reading
from handslag.domain.weeks import queries
from handslag.domain.weeks.figures import Since, SpotLine, since_last
from handslag.domain.weeks.models import Meeting
from handslag.domain.weeks.queries import Papers
from handslag.domain.weeks.rules import Result
from handslag.domain.weeks.rules.cadence import holiday, looks_back_to, next_meeting
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.incidents import CADENCES, PHASES, TOPS
from handslag.web.words.weeks import RESULTS
from handslag.web.workspace.reports.one import name_of
from handslag.web.workspace.sight import shown
from handslag.web.workspace.weeks import said
from handslag.web.workspace.weeks.sight import the_group

Words = dict[str, object]
NOTHING = Papers([], [], [], [])


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next meeting of a group: prepared, or when it would be."""

    meeting: Meeting | None
    last: Meeting | None
    day: date
    looks_back_to: date


def ahead(group: Group, today: date) -> Ahead:
    """Two queries."""
    last, planned = queries.last_held(group), queries.planned(group)
    if planned is not None:
        return Ahead(planned, last, planned.held_on, planned.looks_back_to)
    cadence = Cadence(group.cadence)
    before = last.held_on if last else None
    day = next_meeting(cadence, group.weekday, last=before, begins=group.since, today=today)
    return Ahead(None, last, day, looks_back_to(cadence, day, before))


def since_of(group: Group, coming: Ahead, today: date) -> tuple[Since, list[int]]:
    """What the days since the last meeting add up to, and in which municipalities."""
    within = queries.municipality_ids(group, today=today)
    last = max(coming.looks_back_to, said.window_end(coming.day, today))
    return since_last(within, first=coming.looks_back_to, last=last), within


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """The groups that the person sits in, and when each meets next."""
    groups = queries.groups_seen_by(request.actor, today=request.today)
    lines = [_line(one, ahead(one, request.today)) for one in groups]
    return shown(request, "weeks/listing", {"groups": lines})


def _line(group: Group, coming: Ahead) -> Words:
    return {
        "href": reverse("workspace:week-board", args=[group.public_id]),
        "text": group.name,
        "hint": _("%(cadence)s · next meeting %(day)s")
        % {
            "cadence": CADENCES[Cadence(group.cadence)],
            "day": swedish_date(coming.day),
        },
    }


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """All that a meeting needs, on one page."""
    group = the_group(request, key)
    return shown(request, "weeks/board", board(request, group))


def board(request: WorkRequest, group: Group) -> Words:
    """What the board and the view for the projector say."""
    coming = ahead(group, request.today)
    since, within = since_of(group, coming, request.today)
    meeting = coming.meeting
    before = queries.targets_before(meeting) if meeting else []
    left = sum(not one.result for one in before)
    open_ = queries.open_measures(within)
    events = queries.coming_events(
        within, since=request.today, until=request.today + timedelta(days=14)
    )
    log_reading(request.actor, BOARD, [*open_, *events], request.now)
    noon = datetime.combine(since.first, time(12), tzinfo=STOCKHOLM)
    return {
        "group": group,
        "meeting": meeting,
        "coming": coming,
        "cadence": CADENCES[Cadence(group.cadence)],
        "holiday": said.holiday_said(coming.day, holiday(coming.day)),
        "may": queries.led_by(request.actor, group),
        "answer": said.answer(since),
        "to_decide": said.to_decide(since, left),
        "since": since,
        **_new(since),
        "late_in": queries.late_in(within, after=noon, before_day=since.first),
        "open": [_open(one, request.today) for one in open_],
        "by_owner": queries.open_by_owner(within, today=request.today),
        "events": [_event(one) for one in events],
        "before": [
            {"target": one, "result": RESULTS[Result(one.result)] if one.result else ""}
            for one in before
        ],
        "papers": queries.papers_of(meeting) if meeting else NOTHING,
        "method": said.method(since),
    }


def _new(since: Since) -> Words:
    """What is new, by kind and spot, and what of it stands out."""
    return {
        "kinds": [
            {
                "name": TOPS[one.top],
                "n": one.weighed.n,
                "usual": said.usual(one.weighed),
                **said.mark(one.weighed),
            }
            for one in since.kinds
        ],
        "spots": [_spot(one) for one in since.spots],
        "standing_out": [
            {"name": said.about(one), "n": one.weighed.n, "usual": said.usual(one.weighed)}
            | said.mark(one.weighed)
            for one in since.standing_out
        ],
    }


def _spot(line: SpotLine) -> Words:
    return {
        "line": line,
        "name": said.place_name(line),
        "tops": said.tops(line),
        "n": line.weighed.n,
        "usual": said.usual(line.weighed),
        "earlier": said.earlier(line),
        "query": _query(line),
        **said.mark(line.weighed),
    }


def _query(line: SpotLine) -> str:
    """How a form for a priority is asked to begin with this spot."""
    if line.spot.place is None:
        return f"ruta={line.spot.cell}"
    return f"plats={line.key}"


def _open(incident: Incident, today: date) -> Words:
    when = timeliness(due=incident.due, closed=None, today=today)
    return {
        "incident": incident,
        "kind": name_of(incident),
        "owner": incident.owner.name if incident.owner else "–",
        "phase": PHASES[Phase(incident.phase)],
        "late": when is Timeliness.LATE,
    }


def _event(incident: Incident) -> Words:
    return {
        "incident": incident,
        "kind": name_of(incident),
        "where": incident.place.name if incident.place else "",
    }
