"""Where the work stands: the board, and marking what the system cannot see."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.organisations.models import Organisation
from handslag.domain.year.models import StepMark
from handslag.domain.year.queries import Home
from handslag.domain.year.queries import steps as queries
from handslag.domain.year.rules.steps import BY_HAND, Sign
from handslag.domain.year.services import steps as services
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.words.steps import SIGNS
from handslag.web.workspace import fields
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.steps.lines import lines_of, opening
from handslag.web.workspace.year.homes import all_homes, the_home, ways


class MarkForm(LockForm):
    """When it was done, and how one knows."""

    done_on = fields.day(
        gettext_lazy("When was it done?"), required=gettext_lazy("Write the day.")
    )
    note = fields.line(
        gettext_lazy("How do you know?"),
        required=gettext_lazy("Write how you know that it is done."),
        help_text=gettext_lazy("A decision, a document, a meeting. No names."),
        max_length=500,
    )


@require_safe
def start(request: WorkRequest) -> HttpResponse:
    """The board of the only municipality one works in, or a choice among them."""
    homes = all_homes(request)
    if len(homes) == 1:
        return _board(request, homes[0])
    places = [one.organisation for one in homes]
    stands = queries.boards(places, today=request.today)
    rows = [
        {
            "href": reverse("workspace:steps-of", args=[one.slug]),
            "text": one.organisation.name,
            "hint": opening(stands[one.organisation.pk]),
        }
        for one in homes
    ]
    return shown(request, "steps/start", {"rows": rows})


@require_safe
def page(request: WorkRequest, municipality: str) -> HttpResponse:
    """The board of one municipality."""
    return _board(request, the_home(request, municipality))


def _board(request: WorkRequest, home: Home) -> HttpResponse:
    place = home.organisation
    writers = queries.writers_of(place, today=request.today)
    may = bool(writers & request.actor.where(Act.FOLLOW_UP))
    stands = queries.boards([place], today=request.today)[place.pk]
    lines = lines_of(stands, home, queries.unanalysed(place), may_mark=may)
    context = {"home": place, "board": lines, "ways": ways(home, "steps-of")}
    return shown(request, "steps/board", context)


@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: WorkRequest, municipality: str, sign: str) -> HttpResponse:
    """Say that it is done, though the system cannot see it; or take that back."""
    home = the_home(request, municipality).organisation
    if sign not in {one.value for one in BY_HAND}:
        raise Http404
    writers = queries.writers_of(home, today=request.today)
    require(request.actor, Act.FOLLOW_UP, in_any_of=writers)
    there = queries.mark_of(home, Sign(sign))
    form = MarkForm(request.POST or None, initial=_initial(there))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, home, Sign(sign), form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:steps-of", municipality)
        except ChangedMeanwhileError:
            now = queries.mark_of(home, Sign(sign))
            theirs = differences(form, _initial(now))
            form.overtaken(now.revision if now else 0)
    context = {"slug": municipality, "form": form, "mark": there, "theirs": theirs}
    return shown(request, "steps/mark", {**context, "sign": SIGNS[Sign(sign)]}, form)


def _initial(mark: StepMark | None) -> dict[str, Any]:
    if mark is None:
        return {"revision": 0}
    return {"revision": mark.revision, "done_on": mark.done_on, "note": mark.note}


def _save(request: WorkRequest, home: Organisation, sign: Sign, form: MarkForm) -> None:
    given = form.cleaned_data
    if "remove" in request.POST:
        services.unmark_step(
            request.actor, home, sign, revision=given["revision"], today=request.today
        )
        return
    services.mark_step(
        request.actor,
        home,
        sign,
        done_on=given["done_on"],
        note=given["note"],
        revision=given["revision"],
        today=request.today,
    )
