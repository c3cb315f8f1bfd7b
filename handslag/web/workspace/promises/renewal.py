"""Next year's promises are made from these: kept, changed, dropped, new, and why."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import Change
from handslag.web.answers import since_last_time
from handslag.web.requests import WorkRequest
from handslag.web.words.promises import CHANGES
from handslag.web.workspace import fields
from handslag.web.workspace.promises.set_forms import PeriodForm
from handslag.web.workspace.sight import done, may, shown, the_set


class RenewalForm(PeriodForm):
    """What the next set is called, and its period."""

    name = fields.line(
        gettext_lazy("Name"),
        required=gettext_lazy("Write what the promises are called together."),
        max_length=200,
    )

    field_order = ["name", "period_stated", "starts", "ends", "until_replaced"]


@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: WorkRequest, key: UUID) -> HttpResponse:
    """Begin the next set with all the promises of this one."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    form = RenewalForm(request.POST or None, initial=_next(set_))
    made: list[PromiseSet] = []
    if form.is_valid() and done(
        form,
        lambda: made.append(
            services.renew(
                request.actor,
                set_,
                name=form.cleaned_data["name"],
                period=form.period,
                now=request.now,
            )
        ),
    ):
        messages.success(
            request, _("The next set is begun. Say what becomes of each promise.")
        )
        return redirect("workspace:lineage", made[0].public_id)
    return shown(request, "promises/renew", {"set": set_, "form": form}, form)


def _next(set_: PromiseSet) -> dict[str, object]:
    """The year after, in the name too when the year stands there."""
    if set_.ends is None:
        return {"name": set_.name}
    year, following = str(set_.ends.year), str(set_.ends.year + 1)
    return {
        "name": set_.name.replace(year, following),
        "period_stated": following if set_.period_stated == year else "",
    }


@require_safe
def lineage(request: WorkRequest, key: UUID) -> HttpResponse:
    """What became of each promise of the set before."""
    set_ = the_set(request, key)
    rows = set_.lineage.select_related("promise", "earlier__set")
    lines = sorted(rows, key=lambda line: line.earlier is None)  # what is new comes last
    context = {
        "set": set_,
        "said": since_last_time(line.change for line in lines),
        "lines": [{"line": line, "change": CHANGES[Change(line.change)]} for line in lines],
        "may_explain": set_.state == State.DRAFT and may(request, set_).write,
    }
    return shown(request, "promises/lineage", context)


class FateForm(forms.Form):
    """Whether a promise is kept on or changed, and why."""

    change = fields.choice(
        gettext_lazy("What becomes of it?"),
        [(one.value, CHANGES[one]) for one in (Change.KEPT, Change.CHANGED)],
        required=gettext_lazy("Choose what becomes of it."),
        radio=True,
    )
    why = fields.words(
        gettext_lazy("Why?"), help_text=gettext_lazy("Residents will read it.")
    )


class DroppedForm(forms.Form):
    """Why a promise is not kept on."""

    why = fields.words(
        gettext_lazy("Why is it not kept on?"),
        required=gettext_lazy("Say why. Residents will read it."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def explain(request: WorkRequest, key: UUID, earlier: UUID) -> HttpResponse:
    """Say what becomes of one promise of the set before, and why."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    line = get_object_or_404(
        set_.lineage.select_related("promise", "earlier"), earlier__public_id=earlier
    )
    dropped = line.change == Change.DROPPED
    shape = DroppedForm if dropped else FateForm
    initial = {"change": line.change, "why": line.why}
    form = shape(request.POST or None, initial=initial)
    if form.is_valid():
        given = form.cleaned_data
        change = Change(given.get("change", Change.DROPPED))
        if done(
            form,
            lambda: services.explain_change(
                request.actor, line, change=change, why=given["why"]
            ),
        ):
            messages.success(request, _("Saved."))
            return redirect("workspace:lineage", set_.public_id)
    context = {"set": set_, "line": line, "form": form}
    return shown(request, "promises/explain", context, form)
