"""The page where answers are taken out: what is in the files, and what for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from handslag.core.audit import queries as audit
from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys import queries, services
from handslag.domain.surveys.figures.exports import Export
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.queries.exporting import check_may_export
from handslag.domain.surveys.rules import said
from handslag.domain.surveys.rules.exporting import FEWEST_ALIKE, ExportForm, Purpose
from handslag.web.answers import capital
from handslag.web.answers import number as in_words
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number
from handslag.web.words import refusal
from handslag.web.words.exporting import FORMS, PURPOSES
from handslag.web.words.results import GROUPINGS
from handslag.web.words.text import Text
from handslag.web.workspace import fields
from handslag.web.workspace.exporting.files import FINGERPRINT, as_workbook, for_programs
from handslag.web.workspace.exporting.files import ROWS as ROWS_FILE
from handslag.web.workspace.sight import shown
from handslag.web.workspace.surveys.sight import the_survey

MOST_SHOWN = 10
_TYPES = {
    ExportForm.PROGRAMS: ("application/zip", "zip"),
    ExportForm.WORKBOOK: (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
    ),
}


class TakeForm(forms.Form):
    """What for, and how they are written."""

    purpose = fields.choice(
        gettext_lazy("What are the answers for?"),
        [(one.value, PURPOSES[one]) for one in Purpose],
        required=gettext_lazy("Say what the answers are for."),
        help_text=gettext_lazy(
            "It is written in the log, with who took them out and when."
        ),
        radio=True,
    )
    form = fields.choice(
        gettext_lazy("How are they to be written?"),
        [(one.value, FORMS[one]) for one in ExportForm],
        required=gettext_lazy("Choose one."),
        initial=ExportForm.PROGRAMS.value,
        radio=True,
    )


@dataclass(frozen=True, slots=True)
class Before:
    """When somebody took them out, how many, and what for."""

    at: datetime
    n: int
    purpose: Text


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """What is in the files, what is not, and who has taken them before."""
    survey = the_survey(request, key)
    return _shown(request, survey, TakeForm())


@require_POST
def take(request: WorkRequest, key: UUID) -> HttpResponse | StreamingHttpResponse:
    """The file, sent while it is being made."""
    survey = the_survey(request, key)
    form = TakeForm(request.POST)
    if form.is_valid():
        purpose, way = (form.cleaned_data[name] for name in ("purpose", "form"))
        try:
            export = services.export_answers(
                request.actor, survey, Purpose(purpose), ExportForm(way)
            )
        except NotAllowedError as error:
            form.add_error(None, refusal(error))
        else:
            return _file(survey, export, ExportForm(way))
    return _shown(request, survey, form)


def _file(survey: Survey, export: Export, form: ExportForm) -> StreamingHttpResponse:
    language = (get_language() or "sv")[:2]
    kind, ending = _TYPES[form]
    if form is ExportForm.WORKBOOK:
        pieces = as_workbook(export, language)
    else:
        pieces = for_programs(export, _about(survey, export, language), language)
    response = StreamingHttpResponse(pieces, content_type=kind)
    name = f"svar-{survey.opens_on:%Y-%m-%d}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


def _shown(request: WorkRequest, survey: Survey, form: TakeForm) -> HttpResponse:
    reason = _why_not(survey)
    context = {
        "survey": survey,
        "form": form,
        "answer": _answer(survey, reason),
        "reason": refusal(reason) if reason else "",
        "alike": FEWEST_ALIKE,
        "before": _before(survey),
    }
    return shown(request, "exporting/export", context, form)


def _why_not(survey: Survey) -> NotAllowedError | None:
    try:
        check_may_export(survey)
    except NotAllowedError as error:
        return error
    return None


def _answer(survey: Survey, reason: NotAllowedError | None) -> str:
    if reason:
        return _("Nothing can be taken out yet.")
    count = queries.count_of(survey)
    n = count.n if count else 0
    words = ngettext(
        "%(n)s answer can be taken out, without who gave it.",
        "%(n)s answers can be taken out, without who gave them.",
        n,
    )
    return capital(words % {"n": in_words(n)})


def _before(survey: Survey) -> list[Before]:
    entries = audit.about(survey).filter(action="surveys.answers_exported")
    return [
        Before(one.at, one.details["n"], PURPOSES[one.details["purpose"]])
        for one in entries.order_by("-pk")[:MOST_SHOWN]
    ]


def _about(survey: Survey, export: Export, language: str) -> str:
    """What stands beside the rows, for whoever gets the file."""
    names = [said(one.words, language) for one in export.layout.left_out]
    lines = [
        survey.occasion.title,
        f"{survey.opens_on} – {survey.closes_on}",
        _("Made up for the demonstration.") if survey.occasion.is_example else "",
        "",
        _("%(file)s has %(n)s rows under its headings, one for each who answered.")
        % {"file": ROWS_FILE, "n": number(export.n)},
        f"SHA-256: {FINGERPRINT}",
        "",
        *_protection(export),
        "",
        pgettext("export", "Not in the file: who, when, and these questions:"),
        *(f"- {name}" for name in names),
        "",
        _(
            "Do not try to find out who somebody is, and do not join the file with other"
            " lists of people. Whoever knows several answers of a person may find their"
            " row. Keep it as you keep what is secret, and remove it when you are done."
        ),
    ]
    return "\n".join(lines) + "\n"


def _protection(export: Export) -> list[str]:
    """What was done with the rows so that nobody is found in them."""
    withheld = [
        _("%(what)s is withheld in %(n)s rows.") % {"what": GROUPINGS[what], "n": number(n)}
        for what, n in export.withheld.items()
    ]
    return [
        _(
            "Each combination of sex, area and age stands in at least %(n)s rows. Where"
            " it did not, the age was withheld, then the area, then the sex."
        )
        % {"n": FEWEST_ALIKE},
        *withheld,
        _(
            "Numbers that fewer than %(n)s answered are written as the middle one of their"
            " neighbours. Of days only the month is written."
        )
        % {"n": FEWEST_ALIKE},
        _("The rows stand in an order that was drawn for this file."),
        _("The weight of a row is the mean of those that are alike.")
        if export.weights is not None
        else _("There are no weights: those who answered are no weighted sample."),
    ]
