"""The wave after this one, and how many answers are enough."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Question, QuestionKind, Questionnaire, said
from handslag.domain.surveys.rules.moving import a_year_later
from handslag.web.forms import LockForm
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.surveys.forms import PlanForm, initial_of
from handslag.web.workspace.surveys.sight import asked_in, of_a_draft, the_survey

BOTH = ["GET", "HEAD", "POST"]
# Answers that are counted by option: of how many, one can have enough.
COUNTED = frozenset({QuestionKind.SINGLE, QuestionKind.SCALE})
MOST_ANSWERS = 1_000_000


@require_http_methods(BOTH)
def next_wave(request: WorkRequest, key: UUID) -> HttpResponse:
    """The same questions once more, with the same identity; days of its own."""
    survey = the_survey(request, key)
    initial = {
        **initial_of(survey),
        "opens_on": a_year_later(survey.opens_on),
        "closes_on": a_year_later(survey.closes_on),
    }
    form = PlanForm(request.POST or None, initial=initial)
    made: list[Survey] = []
    if form.is_valid() and done(form, lambda: made.append(_begin(request, survey, form))):
        messages.success(request, _("The next wave is planned, with the same questions."))
        return redirect("workspace:survey", made[0].public_id)
    return shown(request, "surveys/next_wave", {"survey": survey, "form": form}, form)


def _begin(request: WorkRequest, survey: Survey, form: PlanForm) -> Survey:
    return services.next_wave(request.actor, survey, form.draft, now=request.now)


class QuotaForm(LockForm):
    """The most answers that are wanted of each kind, for one question."""

    def __init__(self, *args: Any, asked: Questionnaire, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.counted = [one for one in asked.questions() if _can_be_counted(one)]
        for question in self.counted:
            for option in question.options:
                self.fields[_name(question, option.key)] = forms.IntegerField(
                    label=said(option.words, "sv"),
                    required=False,
                    min_value=1,
                    max_value=MOST_ANSWERS,
                    widget=forms.TextInput(
                        attrs={"inputmode": "numeric", "class": "short", "size": 8}
                    ),
                    error_messages={"invalid": fields.A_WHOLE_NUMBER},
                )

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [
            (
                said(one.words, "sv"),
                [self[_name(one, option.key)] for option in one.options],
            )
            for one in self.counted
        ]

    @property
    def quotas(self) -> list[dict[str, Any]]:
        return [
            {"question": one.key, "option": option.key, "most": most}
            for one in self.counted
            for option in one.options
            if (most := self.cleaned_data.get(_name(one, option.key)))
        ]


def _can_be_counted(question: Question) -> bool:
    """Questions about the respondent: who else is enough should not hang on opinions."""
    return question.background is not None and question.kind in COUNTED


def _name(question: Question, option: str) -> str:
    return f"most-{question.key}-{option}"


@require_http_methods(BOTH)
@of_a_draft
def quotas(request: WorkRequest, survey: Survey) -> HttpResponse:
    """How many answers of each group are enough."""
    asked = asked_in(survey)
    initial = {
        f"most-{one['question']}-{one['option']}": one["most"] for one in survey.quotas
    }
    form = QuotaForm(
        request.POST or None,
        asked=asked,
        initial={**initial, "revision": survey.revision},
    )
    if form.is_valid():
        try:
            if done(form, lambda: _set(request, survey, form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:survey", survey.public_id)
        except ChangedMeanwhileError:
            survey.refresh_from_db()
            form.overtaken(survey.revision)
    return shown(request, "surveys/quotas", {"survey": survey, "form": form}, form)


def _set(request: WorkRequest, survey: Survey, form: QuotaForm) -> None:
    services.set_quotas(
        request.actor, survey, form.quotas, revision=form.cleaned_data["revision"]
    )
