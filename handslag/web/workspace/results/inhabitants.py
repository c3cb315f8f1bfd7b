"""How many live there by sex and age: what the answers are made to stand for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
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
from handslag.domain.surveys.rules.frames import MOST_BYTES, read_table
from handslag.domain.surveys.rules.inhabitants import MOST, sizes_of
from handslag.domain.surveys.rules.words import Known
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.results import GROUPINGS
from handslag.web.words.text import Text
from handslag.web.workspace.results.sight import the_survey
from handslag.web.workspace.sight import shown

AREA = "area"


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
    if is_sent and "fil" in request.FILES:
        if _taken(request, survey):
            return redirect("workspace:survey-inhabitants", survey.public_id)
        is_sent = False
    groups = _groups(survey, request.POST if is_sent else None)
    errors = [one for group in groups for one in group.fields if one.error]
    if is_sent and not errors and _saved(request, survey, groups):
        return redirect("workspace:survey-results", survey.public_id)
    context = {"survey": survey, "groups": groups, "errors": errors}
    response = shown(request, "results/inhabitants", context)
    response.status_code = 422 if errors else 200
    return response


def _taken(request: WorkRequest, survey: Survey) -> bool:
    """The numbers of a file, which take the place of those of the same kind."""
    sent = request.FILES["fil"]
    if not isinstance(sent, UploadedFile):
        return False
    try:
        if (sent.size or 0) > MOST_BYTES:
            raise NotAllowedError("surveys.file_too_large", most=MOST_BYTES // 1024**2)
        found = sizes_of(read_table(sent.read()), _named(survey)).found
        areas = {code: n for (what, code), n in found.items() if what == AREA}
        if areas:
            services.save_areas(request.actor, survey, areas)
        sizes = dict(_by_kind(queries.sizes_of(survey), found))
        services.save_margins(request.actor, survey, sizes)
    except NotAllowedError as error:
        messages.warning(request, refusal(error))
        return False
    messages.success(request, _("Saved. The figures are made anew within a minute."))
    return True


def _named(survey: Survey) -> dict[str, tuple[str, str]]:
    """What a line of a file may call each group: its words or its code."""
    asked = read(survey.document)
    found: dict[str, tuple[str, str]] = {}
    for what in Known:
        question = asked.background(Background(what.value))
        for one in groups_of(question) if question else ():
            words = (*one.words.values(), f"{what.value}-{one.code}")
            found |= dict.fromkeys(words, (what.value, one.code))
    for area in survey.strata.all():
        found |= dict.fromkeys((area.name, area.code), (AREA, area.code))
    return found


def _by_kind(
    known: Mapping[tuple[str, str], int], found: Mapping[tuple[str, str], int]
) -> Iterator[tuple[Known, dict[str, int]]]:
    """Of each kind what the file says, or what was known before where it says nothing."""
    for what in Known:
        there = [one for one in (found, known) if any(key[0] == what for key in one)]
        if there:
            yield what, {code: n for (kind, code), n in there[0].items() if kind == what}


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
