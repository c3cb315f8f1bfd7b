"""The frame around the questions: days, languages, the words before and after."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Questionnaire
from handslag.web.requests import WorkRequest
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.surveys.forms import (
    ChangeForm,
    FrameForm,
    initial_of,
    stored_words,
)
from handslag.web.workspace.surveys.sight import asked_in, of_a_draft

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
@of_a_draft
def days(request: WorkRequest, survey: Survey) -> HttpResponse:
    """Another title, other days, another way of choosing people."""
    form = ChangeForm(request.POST or None, initial=initial_of(survey))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _change(request, survey, form)):
                messages.success(request, _("Saved."))
                return redirect("workspace:survey", survey.public_id)
        except ChangedMeanwhileError:
            survey.refresh_from_db()
            survey.occasion.refresh_from_db()
            theirs = differences(form, initial_of(survey))
            form.overtaken(survey.revision)
    context = {"survey": survey, "form": form, "theirs": theirs}
    return shown(request, "surveys/days", context, form)


def _change(request: WorkRequest, survey: Survey, form: ChangeForm) -> None:
    services.change_survey(
        request.actor,
        survey,
        form.draft,
        revision=form.cleaned_data["revision"],
        now=request.now,
    )


@require_http_methods(BOTH)
@of_a_draft
def words(request: WorkRequest, survey: Survey) -> HttpResponse:
    """What is said before and after the questions, and in which languages."""
    asked = asked_in(survey)
    form = FrameForm(
        request.POST or None,
        languages=asked.languages,
        initial={"revision": survey.revision, **_stored(asked)},
    )
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, survey, asked, form)):
                return _onward(request, survey, asked, form)
        except ChangedMeanwhileError:
            survey.refresh_from_db()
            theirs = differences(form, _stored(asked_in(survey)))
            form.overtaken(survey.revision)
    context = {"survey": survey, "form": form, "theirs": theirs}
    return shown(request, "surveys/frame_words", context, form)


def _stored(asked: Questionnaire) -> dict[str, object]:
    texts = stored_words({"intro": asked.intro, "thanks": asked.thanks})
    return {"chosen": list(asked.languages[1:]), **texts}


def _save(
    request: WorkRequest, survey: Survey, asked: Questionnaire, form: FrameForm
) -> None:
    services.save_frame(
        request.actor,
        survey,
        languages=form.wanted,
        intro=form.words_of("intro", asked.intro),
        thanks=form.words_of("thanks", asked.thanks),
        revision=form.cleaned_data["revision"],
    )


def _onward(
    request: WorkRequest, survey: Survey, asked: Questionnaire, form: FrameForm
) -> HttpResponse:
    """A new language has texts to write: the same page once more, with its fields."""
    messages.success(request, _("Saved."))
    if set(form.wanted) - set(asked.languages):
        return redirect("workspace:survey-frame", survey.public_id)
    return redirect("workspace:survey", survey.public_id)
