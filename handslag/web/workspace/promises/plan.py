"""When a set is followed up, by which function, and where it is reported."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.schedule import follow_up_days
from handslag.domain.promises.rules.words import Rhythm
from handslag.web.requests import WorkRequest
from handslag.web.words.promises import RHYTHMS
from handslag.web.workspace import fields
from handslag.web.workspace.sight import done, shown, the_set


class PlanForm(forms.Form):
    """How often, who and where."""

    rhythm = fields.choice(
        gettext_lazy("How often?"),
        [(rhythm.value, RHYTHMS[rhythm]) for rhythm in Rhythm],
        required=gettext_lazy("Choose how often it is followed up."),
        radio=True,
    )
    function = fields.line(
        gettext_lazy("Which function does it?"),
        required=gettext_lazy("Write the function that sees to it."),
        help_text=gettext_lazy("The function, not the person: the coordinator."),
        max_length=120,
    )
    delegate = fields.line(
        gettext_lazy("Delegated to"),
        help_text=gettext_lazy("If another function does the work."),
        max_length=120,
    )
    forum = fields.line(
        gettext_lazy("Where is it reported?"),
        help_text=gettext_lazy("For example: the crime prevention council."),
        max_length=120,
    )
    label = fields.line(
        gettext_lazy("What is it called?"),
        help_text=gettext_lazy("For example: the yearly report."),
        max_length=120,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """Choose a rhythm; the days follow from the period."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    form = PlanForm(request.POST or None, initial=_initial(set_))
    if form.is_valid():
        given = dict(form.cleaned_data)
        rhythm = Rhythm(given.pop("rhythm"))
        if done(
            form,
            lambda: services.plan_follow_ups(request.actor, set_, rhythm, **given),
        ):
            messages.success(request, _("The follow-up is planned."))
            return redirect("workspace:set", set_.public_id)
    return shown(
        request, "promises/plan", {"set": set_, "form": form, "days": _days(set_)}, form
    )


def _days(set_: PromiseSet) -> list[tuple[str, str]]:
    """What each rhythm would mean for this period."""
    if set_.starts is None or set_.ends is None:
        return []
    return [
        (
            str(RHYTHMS[rhythm]),
            ", ".join(
                day.isoformat() for day in follow_up_days(set_.starts, set_.ends, rhythm)
            ),
        )
        for rhythm in Rhythm
    ]


def _initial(set_: PromiseSet) -> dict[str, object]:
    planned = set_.plan.first()
    if planned is None:
        return {"rhythm": Rhythm.YEAR.value}
    names = ("rhythm", "function", "delegate", "forum", "label")
    return {name: getattr(planned, name) for name in names}
