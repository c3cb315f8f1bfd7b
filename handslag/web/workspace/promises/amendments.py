"""A published set is changed in the open: extended, reworded or withdrawn."""

from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.domain.promises import services
from handslag.domain.promises.rules.words import AmendmentKind
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.sight import done, shown, the_set


class AmendmentForm(forms.Form):
    """Why, and decided when."""

    reason = fields.words(
        gettext_lazy("Why?"),
        required=gettext_lazy("Say why the promises are changed. Residents will read it."),
        help_text=gettext_lazy("Residents will read it."),
    )
    decided_on = fields.day(
        gettext_lazy("Day of decision"),
        required=gettext_lazy("Write which day it was decided."),
        help_text=gettext_lazy("It may lie back in time. Today is noted in the log."),
    )


class ExtensionForm(AmendmentForm):
    """The same, and until when."""

    until = fields.day(
        gettext_lazy("New last day"), required=gettext_lazy("Write the new last day.")
    )

    field_order = ["until", "reason", "decided_on"]


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: WorkRequest, key: UUID, kind: str) -> HttpResponse:
    """Open the text again. The public reads on until all have approved."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    if kind not in set(AmendmentKind):
        raise Http404
    shape = ExtensionForm if kind == AmendmentKind.EXTENSION else AmendmentForm
    form = shape(request.POST or None, initial={"decided_on": request.today})
    if form.is_valid() and done(
        form,
        lambda: services.begin_amendment(
            request.actor,
            set_,
            AmendmentKind(kind),
            reason=form.cleaned_data["reason"],
            decided_on=form.cleaned_data["decided_on"],
            until=_until(form),
        ),
    ):
        messages.success(request, _BEGUN[AmendmentKind(kind)])
        return redirect("workspace:set", set_.public_id)
    return shown(request, "promises/amend", {"set": set_, "form": form, "kind": kind}, form)


_BEGUN = {
    AmendmentKind.EXTENSION: gettext_lazy(
        "The new last day is written in. Ask for approval when the rest is right."
    ),
    AmendmentKind.REVISION: gettext_lazy(
        "The text can be changed now. The public reads the old one until all have approved."
    ),
    AmendmentKind.WITHDRAWAL: gettext_lazy(
        "Ask for approval: the promises are withdrawn when all have said yes."
    ),
}


def _until(form: AmendmentForm) -> date | None:
    until: date | None = form.cleaned_data.get("until")
    return until


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: WorkRequest, key: UUID) -> HttpResponse:
    """Leave the set as it is published."""
    set_ = the_set(request, key, Act.WRITE_PROMISE)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(form, lambda: services.end_amendment(request.actor, set_)):
        messages.success(request, _("The set stays as it is published."))
        return redirect("workspace:set", set_.public_id)
    return shown(request, "promises/end_amendment", {"set": set_, "form": form}, form)
