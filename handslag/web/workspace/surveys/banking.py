"""Choosing questions from the bank: many at once, or a whole questionnaire."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from handslag.domain.surveys import services
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Question, Questionnaire, said
from handslag.domain.surveys.rules.bank import bank, sought
from handslag.web.answers import capital, number
from handslag.web.requests import WorkRequest
from handslag.web.words.surveys import KINDS
from handslag.web.workspace.sight import shown
from handslag.web.workspace.surveys.overview import answers_of
from handslag.web.workspace.surveys.sight import asked_in, of_a_draft, told

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
@of_a_draft
def page(request: WorkRequest, survey: Survey) -> HttpResponse:
    """The questions of the bank by theme, narrowed by words; those chosen are taken."""
    asked = asked_in(survey)
    section = request.POST.get("avsnitt") or request.GET.get("avsnitt", "")
    if all(one.key != section for one in asked.sections):
        section = asked.sections[-1].key
    chosen = request.POST.getlist("fraga")
    is_sent = request.method == "POST" and request.POST.get("step") != "search"
    if is_sent and told(
        request,
        lambda: services.take_from_bank(request.actor, survey, section, chosen),
    ):
        _tell(request, len(chosen))
        address = reverse("workspace:survey", args=[survey.public_id])
        return redirect(f"{address}#avsnitt-{section}")
    words = request.POST.get("ord", request.GET.get("ord", ""))[:100]
    context = {
        "survey": survey,
        "section": section,
        "sections": [(one.key, said(one.words, _language())) for one in asked.sections],
        "words": words,
        "groups": _groups(asked, words, set(chosen)),
        "n": len(bank().questions),
    }
    return shown(request, "surveys/bank", context)


def _tell(request: WorkRequest, n: int) -> None:
    words = ngettext("%(n)s question is taken.", "%(n)s questions are taken.", n)
    messages.success(request, capital(words % {"n": number(n)}))


def _language() -> str:
    return (get_language() or "sv")[:2]


def _groups(
    asked: Questionnaire, words: str, chosen: set[str]
) -> list[tuple[str, str, list[dict[str, object]]]]:
    """Each theme with those of its questions that fit: code, name, lines. Those that are
    chosen stay, whatever is sought."""
    found = {one.key for one in sought(words)} | chosen
    there = {one.key for one in asked.questions()}
    groups = [
        (
            theme.code,
            said(theme.words, _language()),
            [
                _line(one, is_there=one.key in there, is_chosen=one.key in chosen)
                for one in bank().of(theme.code)
                if one.key in found
            ],
        )
        for theme in bank().themes
    ]
    return [group for group in groups if group[2]]


def _line(question: Question, *, is_there: bool, is_chosen: bool) -> dict[str, object]:
    return {
        "key": question.key,
        "text": said(question.words, _language()),
        "kind": KINDS[question.kind],
        "answers": answers_of(question, _language()),
        "is_there": is_there,
        "is_chosen": is_chosen,
    }


@require_POST
@of_a_draft
def begin(request: WorkRequest, survey: Survey) -> HttpResponse:
    """Begin with a whole questionnaire."""
    ready = request.POST.get("fran", "")
    if told(request, lambda: services.begin_from(request.actor, survey, ready)):
        messages.success(request, _("The questions are there. Change what you want."))
    return redirect("workspace:survey", survey.public_id)
