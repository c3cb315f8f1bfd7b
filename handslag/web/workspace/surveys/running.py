"""A survey is opened, prolonged and closed."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.domain.surveys import services
from handslag.domain.surveys.models import Survey
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.surveys import said
from handslag.web.workspace.surveys.forms import UntilForm
from handslag.web.workspace.surveys.sight import asked_in, of_a_draft, the_survey

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
@of_a_draft
def open_(request: WorkRequest, survey: Survey) -> HttpResponse:
    """What stops it; when nothing does, what happens then."""
    asked = asked_in(survey)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(form, lambda: _open(request, survey)):
        messages.success(
            request,
            _("The survey is open. People can answer from %(first)s until %(last)s.")
            % {
                "first": swedish_date(survey.opens_on),
                "last": swedish_date(survey.closes_on),
            },
        )
        return redirect("workspace:survey", survey.public_id)
    context = {
        "survey": survey,
        "form": form,
        "lacks": said.lack_lines(survey, asked),
        "length": said.length(asked),
        "when": said.when(survey),
    }
    return shown(request, "surveys/open", context, form)


def _open(request: WorkRequest, survey: Survey) -> None:
    services.open_survey(request.actor, survey, now=request.now)


@require_http_methods(BOTH)
def prolong(request: WorkRequest, key: UUID) -> HttpResponse:
    """Let people answer until a later day."""
    survey = the_survey(request, key)
    form = UntilForm(request.POST or None)
    if form.is_valid() and done(form, lambda: _prolong(request, survey, form)):
        messages.success(request, _("The last day is changed."))
        return redirect("workspace:survey", key)
    return shown(request, "surveys/prolong", {"survey": survey, "form": form}, form)


def _prolong(request: WorkRequest, survey: Survey, form: UntilForm) -> None:
    until = form.cleaned_data["closes_on"]
    services.prolong(request.actor, survey, until, now=request.now)


@require_http_methods(BOTH)
def close(request: WorkRequest, key: UUID) -> HttpResponse:
    """Take no more answers, after one more thought."""
    survey = the_survey(request, key)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(
        form, lambda: services.close_survey(request.actor, survey, now=request.now)
    ):
        messages.success(request, _("The survey is closed."))
        return redirect("workspace:survey", key)
    return shown(request, "surveys/close", {"survey": survey, "form": form}, form)
