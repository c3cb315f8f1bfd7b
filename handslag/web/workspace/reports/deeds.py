"""The steps with an incident: one page each, with what was typed kept whatever happens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.incidents import services
from handslag.domain.incidents.models import Incident
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.words.text import Text
from handslag.web.workspace.reports.deed_forms import (
    AssignForm,
    CloseForm,
    MeasureForm,
    PlainForm,
    WordsForm,
    first_due,
)
from handslag.web.workspace.reports.sight import sight_of, the_incident
from handslag.web.workspace.sight import done, shown

Do = Callable[[WorkRequest, Incident, Any], object]


@dataclass(frozen=True, slots=True)
class Deed:
    """One step: what its page asks, and what it does."""

    title: Text
    answer: Text
    button: Text
    form: type[LockForm]
    do: Do
    is_for_owner: bool = True


def _step(service: Callable[..., object]) -> Do:
    return lambda request, incident, form: service(
        request.actor,
        incident,
        words=form.cleaned_data["words"],
        revision=form.cleaned_data["revision"],
        now=request.now,
    )


def _share(*, shared: bool) -> Do:
    return lambda request, incident, form: services.share(
        request.actor,
        incident,
        shared=shared,
        revision=form.cleaned_data["revision"],
        now=request.now,
    )


def _assign(request: WorkRequest, incident: Incident, form: AssignForm) -> object:
    return services.assign(
        request.actor,
        incident,
        owner=form.owners[form.cleaned_data["owner"]],
        due=form.cleaned_data["due"],
        revision=form.cleaned_data["revision"],
        now=request.now,
    )


def _close(request: WorkRequest, incident: Incident, form: CloseForm) -> object:
    return services.close(
        request.actor,
        incident,
        outcome=form.outcome_said,
        words=form.cleaned_data["words"],
        revision=form.cleaned_data["revision"],
        now=request.now,
    )


DEEDS: Mapping[str, Deed] = {
    "tilldela": Deed(
        gettext_lazy("Whose task is this?"),
        gettext_lazy("They are told by letter. The letter says nothing of the report."),
        gettext_lazy("Give them the task"),
        AssignForm,
        _assign,
        is_for_owner=False,
    ),
    "borja": Deed(
        gettext_lazy("Begin"),
        gettext_lazy("Whoever reported it sees that work has begun."),
        gettext_lazy("Work has begun"),
        WordsForm,
        _step(services.begin),
    ),
    "atgard": Deed(
        gettext_lazy("What was done?"),
        gettext_lazy("A measure is not the end: close it when no more will be done."),
        gettext_lazy("Save the measure"),
        MeasureForm,
        _step(services.measure),
    ),
    "avsluta": Deed(
        gettext_lazy("How did it end?"),
        gettext_lazy("Closed does not mean fixed. Say which."),
        gettext_lazy("Close this event"),
        CloseForm,
        _close,
    ),
    "oppna": Deed(
        gettext_lazy("Take it up again?"),
        gettext_lazy("How it ended no longer holds. It stays among the steps."),
        gettext_lazy("Take it up again"),
        WordsForm,
        _step(services.reopen),
        is_for_owner=False,
    ),
    "dela": Deed(
        gettext_lazy("Share it with the group?"),
        gettext_lazy(
            "All organisations in the municipality's groups will see it. Those who are no"
            " authority read the text when a moderator has."
        ),
        gettext_lazy("Share this event"),
        PlainForm,
        _share(shared=True),
        is_for_owner=False,
    ),
    "behall": Deed(
        gettext_lazy("Stop sharing it with the group?"),
        gettext_lazy(
            "Only the municipality, the one who reported it and the one whose task it is"
            " will see it. What others have already read they have read."
        ),
        gettext_lazy("Keep it to us"),
        PlainForm,
        _share(shared=False),
        is_for_owner=False,
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID, deed: str) -> HttpResponse:
    """One step: its form and, when it is sent, the deed."""
    step = DEEDS.get(deed)
    if step is None:
        raise Http404
    sight = sight_of(request)
    incident = the_incident(sight, key)
    where = {incident.within_id}
    if step.is_for_owner and incident.owner_id is not None:
        where.add(incident.owner_id)
    require(request.actor, Act.HANDLE_REPORTS, in_any_of=frozenset(where))
    form = _form(request, step, incident)
    is_overtaken = False
    if form.is_valid():
        try:
            if done(form, lambda: step.do(request, incident, form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:report-page", key)
        except ChangedMeanwhileError:
            form.overtaken(the_incident(sight, key).revision)
            is_overtaken = True
    context = {
        "incident": incident,
        "deed": step,
        "form": form,
        "is_overtaken": is_overtaken,
    }
    return shown(request, "reports/deed", context, form)


def _form(request: WorkRequest, step: Deed, incident: Incident) -> LockForm:
    sent = request.POST if request.method == "POST" else None
    initial: dict[str, object] = {"revision": incident.revision}
    if step.form is not AssignForm:
        return step.form(sent, initial=initial)
    if incident.owner is not None:
        initial["owner"] = str(incident.owner.public_id)
    initial["due"] = incident.due or first_due(incident, request.today)
    return AssignForm(sent, initial=initial, incident=incident, today=request.today)
