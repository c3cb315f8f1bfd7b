"""Turning a connection on or off, trying it, and handing in a file instead."""

from enum import StrEnum

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.core.connections import services
from handslag.core.connections.rules import Connector
from handslag.domain.police_events.services import take_in
from handslag.web.requests import WorkRequest
from handslag.web.words.connections import ASKS, GIVES, NAMES
from handslag.web.workspace import fields
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.writing import BOTH, Page, written


class Deed(StrEnum):
    """What one can do with a connection."""

    TRY = "try"
    ON = "on"
    OFF = "off"


DEEDS = (
    (Deed.TRY.value, gettext_lazy("Ask once and say what would change. Nothing is kept")),
    (Deed.ON.value, pgettext_lazy("connection", "Turn it on")),
    (Deed.OFF.value, pgettext_lazy("connection", "Turn it off")),
)


class DeedForm(forms.Form):
    """One of the deeds."""

    deed = fields.choice(
        gettext_lazy("What do you want to do?"),
        DEEDS,
        required=gettext_lazy("Choose what you want to do."),
        radio=True,
    )


class FileForm(forms.Form):
    """A saved answer, and whether it is only looked at."""

    file = fields.upload(
        gettext_lazy(
            "Save https://polisen.se/api/events as a file where the network is open, and"
            " choose it here. At most 20 MB."
        )
    )
    is_dry = fields.tick(gettext_lazy("Only say what would change"))


@require_http_methods(BOTH)
def page(request: WorkRequest, one: Connector) -> HttpResponse:
    """Turn it on or off, or let the worker try it."""
    _may(request)
    form = DeedForm(request.POST if request.method == "POST" else None)

    def deed() -> object:
        chosen = Deed(form.cleaned_data["deed"])
        if chosen is Deed.TRY:
            return services.ask_for_trial(request.actor, one)
        return services.turn(request.actor, one, on=chosen is Deed.ON)

    answer = _("%(gives)s From %(host)s. It holds for all who use this installation.") % {
        "gives": GIVES[one],
        "host": ASKS[one],
    }
    about = Page(
        str(NAMES[one]),
        reverse("workspace:connections"),
        answer=answer,
        button=_("Do it"),
    )
    return written(request, about, form, deed, template="connections/form")


@require_http_methods(BOTH)
def file(request: WorkRequest) -> HttpResponse:
    """Hand in events that somebody saved, for networks that are closed."""
    _may(request)
    sent = request.method == "POST"
    form = FileForm(request.POST if sent else None, request.FILES if sent else None)
    title = _("Hand in events from a file")
    about = Page(title, reverse("workspace:connections"), button=_("Read the file"))
    if form.is_valid():
        given = form.cleaned_data["file"]
        run_key: list[object] = []

        def deed() -> None:
            run = take_in(
                request.actor,
                given.read(),
                now=request.now,
                dry=form.cleaned_data["is_dry"],
                file=given.name,
            )
            run_key.append(run.public_id)

        if done(form, deed):
            messages.success(request, _("The file is read."))
            return redirect("workspace:run", run_key[0])
    context = {"page": about, "form": form, "theirs": [], "has_file": True}
    return shown(request, "connections/form", context, form)


def _may(request: WorkRequest) -> None:
    require(request.actor, Act.CONNECT, in_any_of=request.actor.organisation_ids)
