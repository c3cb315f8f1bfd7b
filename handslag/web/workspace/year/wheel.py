"""The rhythm of the year: drawn as a wheel, said as a list, changed by who keeps it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.core.access import Act
from handslag.core.deadlines import Basis, Deadline, months_after
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.year import queries, services
from handslag.domain.year.models import Rhythm
from handslag.domain.year.queries import Home
from handslag.domain.year.rules.rhythm import Occasion, occasions
from handslag.web.requests import WorkRequest
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.ui.wheel import Arc, Mark, wheel
from handslag.web.words import refusal
from handslag.web.words.year import RHYTHM_KINDS, named
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.year.forms import RhythmForm, rhythm_as_typed
from handslag.web.workspace.year.homes import all_homes, may_write, others, the_home, ways

MONTHS_AHEAD = 12


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that comes back, with its number and its next time."""

    number: int
    one: Rhythm
    kind: str
    time: Occasion
    href: str


@dataclass(frozen=True, slots=True)
class Month:
    """What the list says of one month."""

    name: str
    is_now: bool
    turns: list[Turn]
    days: list[tuple[date, str, str, str]]


@require_safe
def page(request: WorkRequest, municipality: str) -> HttpResponse:
    """The wheel, and the same as a list."""
    home = the_home(request, municipality)
    today = request.today
    turns = _turns(request, home)
    found = queries.deadlines_for(request.actor, [home], today=today)
    last = months_after(today, MONTHS_AHEAD)
    ahead = [one for one in found if today <= one.due_on <= last]
    late = sum(one.due_on < today for one in found)
    context = {
        "home": home,
        "ways": ways(home, "wheel"),
        "others": others(all_homes(request), home, "wheel"),
        "may_write": may_write(request, home),
        "drawing": _drawing(home, turns, ahead, late=late, today=today),
        "kinds": [
            {"code": kind.value, "text": text}
            for kind, text in RHYTHM_KINDS.items()
            if any(turn.one.kind == kind for turn in turns)
        ],
        "marks": _marks(ahead),
        "months": _months(turns, ahead, today),
        "now": [turn for turn in turns if turn.time.starts <= today <= turn.time.ends],
        "next": next(
            (
                turn
                for turn in sorted(turns, key=lambda one: one.time.starts)
                if turn.time.starts > today
            ),
            None,
        ),
        "is_empty": not turns,
    }
    return shown(request, "year/wheel", context)


def _turns(request: WorkRequest, home: Home) -> list[Turn]:
    """Numbered in the order of the year; those that skip a year show their next one."""
    today = request.today
    found = []
    for number, one in enumerate(queries.rhythm_of(home.organisation), 1):
        span = queries.draft_of(one).span
        times = occasions(span, today, months_after(today, 36))
        href = reverse("workspace:rhythm", args=[home.slug, one.public_id])
        found.append(Turn(number, one, one.kind, next(times), href))
    return found


def _drawing(
    home: Home, turns: list[Turn], ahead: list[Deadline], *, late: int, today: date
) -> Drawing:
    said = ngettext("%(count)s thing late", "%(count)s things late", late)
    place = home.organisation.short_name
    return wheel(
        [Arc(turn.number, turn.time.starts, turn.time.ends, turn.kind) for turn in turns],
        [Mark(one.due_on, _kind(one)) for one in ahead],
        today=today,
        months=[str(MONTHS_3[number]) for number in MONTHS_3],
        centre=[place, swedish_date(today), *([said % {"count": late}] if late else [])],
        label=_("The year in %(place)s as a wheel. The list says the same.")
        % {"place": place},
    )


def _kind(one: Deadline) -> str:
    return "law" if one.basis is Basis.LAW else "other"


def _marks(ahead: list[Deadline]) -> list[dict[str, str]]:
    """The marks that are in the drawing, in words."""
    said = {"law": _("a day by law"), "other": _("a day by agreement, decision or promise")}
    kinds = {_kind(one) for one in ahead}
    return [{"code": code, "text": text} for code, text in said.items() if code in kinds]


def _months(turns: list[Turn], ahead: list[Deadline], today: date) -> list[Month]:
    """Twelve months, this one first."""
    order = [(today.month - 1 + step) % 12 + 1 for step in range(12)]
    return [
        Month(
            name=str(MONTHS[number]),
            is_now=number == today.month,
            turns=[turn for turn in turns if turn.time.starts.month == number],
            days=[
                (one.due_on, named(one), one.path, _kind(one))
                for one in ahead
                if one.due_on.month == number
            ],
        )
        for number in order
    ]


@require_POST
def usual(request: WorkRequest, municipality: str) -> HttpResponse:
    """Fill an empty wheel with what most municipalities do."""
    home = the_home(request, municipality, Act.FOLLOW_UP)
    try:
        count = services.take_usual(request.actor, home.organisation)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    else:
        messages.success(
            request,
            _("%(count)s things were put in the wheel. Change what is different with you.")
            % {"count": count},
        )
    return redirect("workspace:wheel", home.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: WorkRequest, municipality: str) -> HttpResponse:
    """Put something in the wheel."""
    home = the_home(request, municipality, Act.FOLLOW_UP)
    form = RhythmForm(request.POST or None, initial={"revision": 0})
    if form.is_valid() and done(
        form, lambda: services.add_rhythm(request.actor, home.organisation, form.draft)
    ):
        messages.success(request, _("Saved."))
        return redirect("workspace:wheel", home.slug)
    return shown(request, "year/rhythm", {"home": home, "form": form}, form)


@require_http_methods(["GET", "HEAD", "POST"])
def rhythm(request: WorkRequest, municipality: str, key: UUID) -> HttpResponse:
    """Change something that comes back."""
    home = the_home(request, municipality, Act.FOLLOW_UP)
    one = _one(home, key)
    form = RhythmForm(request.POST or None, initial=rhythm_as_typed(one))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, one, form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:wheel", home.slug)
        except ChangedMeanwhileError:
            newer = _one(home, key)
            theirs = differences(form, rhythm_as_typed(newer))
            form.overtaken(newer.revision)
    context = {"home": home, "form": form, "one": one, "theirs": theirs}
    return shown(request, "year/rhythm", context, form)


def _one(home: Home, key: UUID) -> Rhythm:
    return get_object_or_404(queries.rhythm_of(home.organisation), public_id=key)


def _save(request: WorkRequest, one: Rhythm, form: RhythmForm) -> None:
    services.save_rhythm(
        request.actor, one, form.draft, revision=form.cleaned_data["revision"]
    )


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: WorkRequest, municipality: str, key: UUID) -> HttpResponse:
    """Take something out of the wheel."""
    home = the_home(request, municipality, Act.FOLLOW_UP)
    one = _one(home, key)
    if request.method == "POST":
        services.remove_rhythm(request.actor, one)
        messages.success(request, _("It is taken out of the wheel."))
        return redirect("workspace:wheel", home.slug)
    return shown(request, "year/remove", {"home": home, "one": one})
