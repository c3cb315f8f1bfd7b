"""What waits for me: the page after signing in."""

from collections.abc import Callable, Iterable

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.domain.promises import queries
from handslag.web.answers import number
from handslag.web.requests import WorkRequest
from handslag.web.workspace import beginning
from handslag.web.workspace.agreements import waiting as agreements
from handslag.web.workspace.causes import waiting as causes
from handslag.web.workspace.council import waiting as council
from handslag.web.workspace.dialogues import waiting as dialogues
from handslag.web.workspace.picture import waiting as picture
from handslag.web.workspace.plans import waiting as plans
from handslag.web.workspace.promises import waiting as promises
from handslag.web.workspace.promises.standing import SetLine, lines_of
from handslag.web.workspace.reports import waiting as reports
from handslag.web.workspace.voices import waiting as voices
from handslag.web.workspace.waiting import Thing
from handslag.web.workspace.walks import waiting as walks
from handslag.web.workspace.weeks import waiting as weeks
from handslag.web.workspace.year import waiting as year

# Each part of the workspace in the order of the year. What is late by law comes before.
SOURCES: tuple[Callable[[WorkRequest], Iterable[Thing]], ...] = (
    voices.things,
    dialogues.things,
    picture.things,
    causes.things,
    plans.things,
    agreements.things,
    promises.things,
    council.things,
    reports.things,
    weeks.things,
    walks.things,
)


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """What waits for this person, then their sets."""
    led = beginning.led_by(request)
    late = year.things([one.checked for one in led])
    things = [*late, *(thing for source in SOURCES for thing in source(request))]
    things.sort(key=lambda thing: not thing.urgent)
    count = sum(thing.urgent for thing in things)
    sets = lines_of(queries.visible_to(request.actor), today=request.today)
    asked = set(queries.asked_by(request.actor).values_list("pk", flat=True))
    rounds = beginning.rounds(led)
    context = {
        "rounds": rounds,
        "now": rounds[0].now if len(rounds) == 1 else None,
        "things": things,
        "count": count,
        "said": number(count).capitalize(),
        "asked": [_asked(line) for line in sets if line.set.pk in asked],
        "sets": [line for line in sets if not line.is_past],
        "past": sum(line.is_past for line in sets),
        "may_report": bool(sets and request.actor.where(Act.REPORT_PROGRESS)),
        "may_write": bool(request.actor.where(Act.WRITE_PROMISE)),
    }
    return render(request, "arbete/home.html", context)


def _asked(line: SetLine) -> Thing:
    """Put to the parties: nothing to do but wait, or remind."""
    return Thing(
        reverse("workspace:set", args=[line.set.public_id]), line.set.name, hint=line.stands
    )
