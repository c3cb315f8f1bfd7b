"""How many live there by sex and age: what the answers are made to stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys import queries, services
from handslag.domain.surveys.figures.grouping import groups_of
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Background, said
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.words import Known
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.results import GROUPINGS
from handslag.web.words.text import Text
from handslag.web.workspace.results.sight import the_survey
from handslag.web.workspace.sight import shown

MOST = 100_000_000


@dataclass(frozen=True, slots=True)
class Field:
    """A number to type."""

    name: str
    label: str
    value: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The numbers of one thing that is known."""

    what: Known
    title: Text
    fields: list[Field]
    codes: list[str]


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """Type the numbers; the figures are made anew within a minute."""
    survey = the_survey(request, key)
    is_sent = request.method == "POST"
    groups = _groups(survey, request.POST if is_sent else None)
    errors = [one for group in groups for one in group.fields if one.error]
    if is_sent and not errors and _saved(request, survey, groups):
        return redirect("workspace:survey-results", survey.public_id)
    context = {"survey": survey, "groups": groups, "errors": errors}
    response = shown(request, "results/inhabitants", context)
    response.status_code = 422 if errors else 200
    return response


def _saved(request: WorkRequest, survey: Survey, groups: list[Group]) -> bool:
    sizes = {
        group.what: {
            code: int(field.value)
            for code, field in zip(group.codes, group.fields, strict=True)
            if field.value
        }
        for group in groups
    }
    try:
        services.save_margins(request.actor, survey, sizes)
    except NotAllowedError as error:
        messages.warning(request, refusal(error))
        return False
    messages.success(request, _("Saved. The figures are made anew within a minute."))
    return True


def _groups(survey: Survey, posted: Mapping[str, str] | None) -> list[Group]:
    asked, language = read(survey.document), (get_language() or "sv")[:2]
    known = queries.sizes_of(survey)
    found = []
    for what in Known:
        question = asked.background(Background(what.value))
        groups = groups_of(question) if question else ()
        if not groups:
            continue
        fields = []
        for one in groups:
            name = f"{what.value}-{one.code}"
            n = known.get((what.value, one.code))
            value = str(n or "") if posted is None else posted.get(name, "")
            fields.append(_field(name, said(one.words, language), value))
        codes = [one.code for one in groups]
        found.append(Group(what, GROUPINGS[what.value], fields, codes))
    return found


def _field(name: str, label: str, value: str) -> Field:
    plain = "".join(value.split())
    if plain and (not plain.isdecimal() or int(plain) > MOST):
        return Field(name, label, value, _("Write a whole number, with digits."))
    return Field(name, label, plain)
