"""A question to the one who reported, who is known by the code of the receipt only."""

from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.domain.incidents import services
from handslag.domain.incidents.models import Incident
from handslag.domain.organisations.models import Organisation
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.reports.sight import sight_of, the_incident
from handslag.web.workspace.sight import done, shown


class AskForm(forms.Form):
    """What one wants to know. `key`: the same form asks once, however often it is sent."""

    text = fields.words(
        gettext_lazy("What do you want to know?"),
        required=gettext_lazy("Write your question."),
        help_text=gettext_lazy(
            "They read it with the code of their receipt, and answer without saying who "
            "they are. Ask about the place, not about persons."
        ),
        rows=4,
    )
    names_nobody = fields.tick(gettext_lazy("No word in it names anybody"))
    key = forms.UUIDField(widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """Ask, for the municipality or for the one whose task it is."""
    incident = the_incident(sight_of(request), key)
    by = _asker(request, incident)
    form = AskForm(
        request.POST if request.method == "POST" else None, initial={"key": uuid4()}
    )
    if form.is_valid() and done(form, lambda: _ask(request, incident, by, form)):
        messages.success(request, _("Asked. The answer is shown here when it comes."))
        return redirect("workspace:report-page", key)
    deed = {
        "title": _("Ask the one who reported"),
        "answer": _("Nobody knows who it is. The answer is shown with the event."),
        "button": _("Ask"),
    }
    context = {"incident": incident, "form": form, "deed": deed}
    return shown(request, "reports/deed", context, form)


def _asker(request: WorkRequest, incident: Incident) -> Organisation:
    """In whose name it is asked: the one whose task it is first."""
    sides = [one for one in (incident.owner, incident.within) if one is not None]
    mine = [one for one in sides if request.actor.may(Act.HANDLE_REPORTS, one.pk)]
    if not mine:
        where = frozenset(one.pk for one in sides)
        require(request.actor, Act.HANDLE_REPORTS, in_any_of=where)
    return mine[0]


def _ask(request: WorkRequest, incident: Incident, by: Organisation, form: AskForm) -> None:
    given = form.cleaned_data
    services.ask(
        request.actor,
        incident.report,
        given["text"],
        by=by,
        key=given["key"],
        names_nobody=given["names_nobody"],
        now=request.now,
    )
