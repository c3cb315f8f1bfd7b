"""Sections, and in which order everything is asked."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Section
from handslag.domain.surveys.rules.moving import (
    Layout,
    layout_of,
    question_moved,
    section_moved,
)
from handslag.web.forms import OVERTAKEN
from handslag.web.requests import WorkRequest
from handslag.web.workspace.promises.overtaken import Difference, differing
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.surveys.forms import SectionForm, worded
from handslag.web.workspace.surveys.sight import (
    asked_in,
    of_a_draft,
    section_of,
    the_section,
    told,
)

BOTH = ["GET", "HEAD", "POST"]


@require_POST
@of_a_draft
def move_question(request: WorkRequest, survey: Survey, question: str) -> HttpResponse:
    """One step up or down."""
    layout = layout_of(asked_in(survey))
    return _ordered(request, survey, question_moved(layout, question, _by(request)))


@require_POST
@of_a_draft
def move_section(request: WorkRequest, survey: Survey, section: str) -> HttpResponse:
    """One step up or down, with its questions."""
    layout = layout_of(asked_in(survey))
    return _ordered(request, survey, section_moved(layout, section, _by(request)))


def _by(request: WorkRequest) -> int:
    return -1 if request.POST.get("by") == "-1" else 1


def _ordered(request: WorkRequest, survey: Survey, layout: Layout) -> HttpResponse:
    """In the new order; the place on the page where one was comes along."""
    told(
        request,
        lambda: services.order(request.actor, survey, layout, revision=survey.revision),
    )
    address = reverse("workspace:survey", args=[survey.public_id])
    return redirect(f"{address}#{request.POST.get('at', '')[:60]}")


@require_http_methods(BOTH)
@of_a_draft
def new_section(request: WorkRequest, survey: Survey) -> HttpResponse:
    """One more page of questions, after the others."""
    section = Section(services.new_key(), {})
    return _section_page(request, survey, section, is_new=True)


@require_http_methods(BOTH)
@of_a_draft
def section(request: WorkRequest, survey: Survey, section: str) -> HttpResponse:
    """What stands above the questions of one page."""
    asked = asked_in(survey)
    if request.method == "POST":
        # Somebody may have taken it out meanwhile: what was typed is not lost.
        found = section_of(asked, section) or Section(section, {})
    else:
        found = the_section(asked, section)
    return _section_page(request, survey, found, is_new=False)


def _section_page(
    request: WorkRequest, survey: Survey, section: Section, *, is_new: bool
) -> HttpResponse:
    languages = asked_in(survey).languages
    initial = {
        **worded("words", section.words, languages),
        **worded("help", section.help, languages),
        "seen": section.mark,
    }
    form = SectionForm(request.POST or None, languages=languages, initial=initial)
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            if done(form, lambda: _save(request, survey, section, form, is_new=is_new)):
                messages.success(request, _("Saved."))
                return redirect("workspace:survey", survey.public_id)
        except ChangedMeanwhileError:
            theirs = _overtaken(survey, section, form)
    context = {
        "survey": survey,
        "section": section,
        "form": form,
        "is_new": is_new,
        "theirs": theirs,
    }
    return shown(request, "surveys/section", context, form)


def _save(
    request: WorkRequest, survey: Survey, row: Section, form: SectionForm, *, is_new: bool
) -> None:
    services.save_section(
        request.actor,
        survey,
        row.key,
        words=form.words_of("words", row.words),
        help_=form.words_of("help", row.help),
        seen=None if is_new else form.cleaned_data["seen"] or None,
    )


def _overtaken(survey: Survey, section: Section, form: SectionForm) -> list[Difference]:
    survey.refresh_from_db()
    now = section_of(asked_in(survey), section.key)
    newer = QueryDict(mutable=True)
    newer.update(form.data)
    newer["seen"] = now.mark if now else ""
    form.data = newer
    gone = _("Somebody has removed this section. Save to put it back.")
    form.add_error(None, str(OVERTAKEN) if now else gone)
    if now is None:
        return []
    pairs = [
        (
            str(form.fields[f"{name}_{one}"].label),
            words.get(one, ""),
            str(newer[f"{name}_{one}"]),
        )
        for name, words in (("words", now.words), ("help", now.help))
        for one in form.languages
    ]
    return list(differing(pairs))


@require_POST
@of_a_draft
def remove_section(request: WorkRequest, survey: Survey, section: str) -> HttpResponse:
    """Take away a section that has no questions left."""
    if told(request, lambda: services.remove_section(request.actor, survey, section)):
        messages.success(request, _("The section is taken out."))
    return redirect("workspace:survey", survey.public_id)
