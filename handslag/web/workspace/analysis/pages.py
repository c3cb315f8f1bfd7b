"""The pages of analyses: one question each, all asked and shown the same way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import ForbiddenError
from handslag.domain.series.queries import homes_to_follow
from handslag.web.requests import WorkRequest
from handslag.web.words.text import Text
from handslag.web.workspace.analysis import (
    again,
    against,
    development,
    first,
    unusual,
    when,
    where,
)
from handslag.web.workspace.analysis.answers import Answer
from handslag.web.workspace.analysis.asking import Asked, asked_by
from handslag.web.workspace.analysis.citing import homes_for, keep
from handslag.web.workspace.sight import shown
from handslag.web.workspace.writing import BOTH


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that can be asked."""

    name: str  # of its address
    question: Text
    answer: Callable[[Asked], Answer]
    is_weighed: bool = False
    of_files: bool = False  # not of reports alone


SUBJECTS: Mapping[str, Subject] = {
    "var": Subject(
        "analysis-where",
        _("Where is more reported than expected?"),
        where.answer,
        of_files=True,
    ),
    "igen": Subject("analysis-again", _("Does it come back?"), again.answer, of_files=True),
    "nar": Subject("analysis-when", _("When does it happen?"), when.answer, of_files=True),
    "utveckling": Subject(
        "analysis-development", _("Are there more or fewer?"), development.answer
    ),
    "ovanligt": Subject(
        "analysis-unusual", _("Is anything unusual this week?"), unusual.answer
    ),
    "mot-enkaten": Subject(
        "analysis-against", _("Does more happen, or do more report?"), against.answer
    ),
    "forst": Subject(
        "analysis-first", _("Which problems come first?"), first.answer, is_weighed=True
    ),
}


@require_safe
def overview(request: WorkRequest) -> HttpResponse:
    """All questions, each with its answer in a sentence."""
    asked = asked_by(request)
    answers = (
        [
            {
                "href": f"{reverse(f'workspace:{one.name}')}?{asked.query}",
                "question": one.question,
                "answer": one.answer(asked),
            }
            for one in SUBJECTS.values()
        ]
        if asked
        else []
    )
    may_read = homes_to_follow(request.actor).exists()
    context = {"asked": asked, "answers": answers, "may_read": may_read}
    return shown(request, "analysis/overview", context)


@require_http_methods(BOTH)
def page(request: WorkRequest, subject: str) -> HttpResponse:
    """One question. Sent, its answer is kept as a finding."""
    one = SUBJECTS[subject]
    asked = asked_by(request, is_weighed=one.is_weighed, of_files=one.of_files)
    if request.method == "POST":
        return _kept(request, asked, one)
    context = {
        "asked": asked,
        "subject": one,
        "answer": one.answer(asked) if asked else None,
        "may_cite": asked is not None and bool(homes_for(request, asked)),
        "others": [
            {
                "href": reverse(f"workspace:{other.name}"),
                "text": other.question,
                "is_here": other is one,
            }
            for other in SUBJECTS.values()
            if other.of_files or asked is None or asked.file is None
        ],
    }
    return shown(request, "analysis/page", context)


def _kept(request: WorkRequest, asked: Asked | None, one: Subject) -> HttpResponse:
    if asked is None:
        raise ForbiddenError("Nothing to count here.")
    finding = keep(request, asked, one.answer)
    messages.success(request, _("Kept as a finding. Now it can be cited."))
    return redirect("workspace:finding", finding.public_id)
