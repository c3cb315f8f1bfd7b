"""The sample: the areas, the list that is drawn from, and who was drawn."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import SystemRandom
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.core.sheets.cells import harmless
from handslag.domain.surveys.models import Stratum, Survey
from handslag.domain.surveys.queries import sampling as queries
from handslag.domain.surveys.rules import Selection
from handslag.domain.surveys.rules.frames import (
    Columns,
    Frame,
    frame_of,
    on_paper,
    read_table,
    suggested,
)
from handslag.domain.surveys.services import sampling as services
from handslag.web.answers import capital, number
from handslag.web.forms import OVERTAKEN
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.fielding import BAD_LINES
from handslag.web.workspace.fielding.sample_forms import (
    AreasForm,
    FileForm,
    PaperForm,
    from_places,
)
from handslag.web.workspace.sight import shown
from handslag.web.workspace.surveys.sight import the_survey

SAMPLE = "workspace:survey-sample"
SHOWN = 20  # bad lines that are named
FIRST = 5  # drawn lines that are shown


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in a file: how many lines of each area, and what is wrong."""

    columns: Columns
    areas: list[tuple[str, int, int]]  # name, lines, to draw
    bad: list[str]
    bad_in_all: int
    example: list[str]

    @property
    def unnamed(self) -> int:
        return self.bad_in_all - len(self.bad)


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """Who is asked: the areas, and how many are drawn in each."""
    return _shown(request, the_survey(request, key))


@require_POST
def save(request: WorkRequest, key: UUID) -> HttpResponse:
    """The areas as they were typed; or one for each of the municipality's places."""
    survey = the_survey(request, key)
    if "places" in request.POST:
        drafts = from_places(list(queries.places_of(survey)))
        deed = lambda: services.save_strata(  # noqa: E731
            request.actor, survey, drafts, total=None, revision=survey.revision
        )
        return _told(request, survey, deed)
    form = AreasForm(survey.revision, list(queries.strata_of(survey)), request.POST)
    if form.is_valid() and _saved(request, survey, form):
        return redirect(SAMPLE, key)
    return _shown(request, survey, areas=form)


def _saved(request: WorkRequest, survey: Survey, form: AreasForm) -> bool:
    given = form.form.cleaned_data
    try:
        services.save_strata(
            request.actor,
            survey,
            form.drafts,
            total=given["total"],
            revision=given["revision"],
        )
    except NotAllowedError as error:
        form.add_error(None, refusal(error))
    except ChangedMeanwhileError:
        form.add_error(None, str(OVERTAKEN))
    else:
        return True
    return False


@require_POST
def draw_from_file(request: WorkRequest, key: UUID) -> HttpResponse:
    """Read a file and say what is in it, or draw from it. It is not kept."""
    survey = the_survey(request, key)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, survey, file=form)
    strata = list(queries.strata_of(survey))
    try:
        columns, frame = _frame(form, strata)
        if "draw" in request.POST and _may_draw(form, frame):
            return _drawn(request, survey, frame)
    except NotAllowedError as error:
        form.add_error(None, refusal(error))
        return _shown(request, survey, file=form)
    if "draw" in request.POST:
        form.add_error(None, _("Some lines cannot be drawn. Mend them, or leave them out."))
    return _shown(request, survey, file=form, read=_read(columns, frame, strata))


def _frame(form: FileForm, strata: list[Stratum]) -> tuple[Columns, Frame]:
    table = read_table(form.cleaned_data["file"].read())
    columns = form.columns(suggested(table.headings))
    return columns, frame_of(table, columns, {one.code: one.name for one in strata})


def _may_draw(form: FileForm, frame: Frame) -> bool:
    return not frame.bad or form.cleaned_data["leave_out"]


def _read(columns: Columns, frame: Frame, strata: list[Stratum]) -> Read:
    bad = [
        _("Line %(nr)s: %(what)s")
        % {"nr": one.line, "what": str(BAD_LINES[one.code]) % {"said": one.said}}
        for one in frame.bad[:SHOWN]
    ]
    first = next(iter(frame.addresses.values()), "")
    return Read(
        columns,
        [(one.name, len(frame.lines.get(one.code, ())), one.wanted) for one in strata],
        bad,
        len(frame.bad),
        first.splitlines(),
    )


@require_POST
def draw_on_paper(request: WorkRequest, key: UUID) -> HttpResponse:
    """Draw lines of lists that lie on paper: which ones to look up."""
    survey = the_survey(request, key)
    form = PaperForm(request.POST, strata=list(queries.strata_of(survey)))
    if form.is_valid():
        try:
            return _drawn(request, survey, on_paper(form.there))
        except NotAllowedError as error:
            form.add_error(None, refusal(error))
    return _shown(request, survey, paper=form)


def _drawn(request: WorkRequest, survey: Survey, frame: Frame) -> HttpResponse:
    n = services.draw(request.actor, survey, frame, chance=SystemRandom())
    said = ngettext("%(n)s has been drawn.", "%(n)s have been drawn.", n)
    messages.success(request, capital(said % {"n": number(n)}))
    return redirect(SAMPLE, survey.public_id)


@require_POST
def undo(request: WorkRequest, key: UUID) -> HttpResponse:
    """Throw away who was drawn, to change the areas or draw anew."""
    survey = the_survey(request, key)
    return _told(request, survey, lambda: services.undo_draw(request.actor, survey))


def _told(request: WorkRequest, survey: Survey, deed: Callable[[], object]) -> HttpResponse:
    try:
        deed()
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    return redirect(SAMPLE, survey.public_id)


@require_safe
def lines(request: WorkRequest, key: UUID) -> StreamingHttpResponse:
    """Which line of which list each letter belongs to, as a file."""
    survey = the_survey(request, key)
    writer = csv.writer(_Echo(), delimiter=";")

    def rows() -> Iterator[bytes]:
        head = [
            pgettext("drawn lines", "letter"),
            pgettext("drawn lines", "code"),
            pgettext("drawn lines", "area"),
            pgettext("drawn lines", "line of the list"),
        ]
        yield b"\xef\xbb\xbf" + writer.writerow(head)
        for code, name, nr, line in queries.drawn_lines(survey):
            yield writer.writerow([nr, harmless(code), harmless(name), line or ""])

    response = StreamingHttpResponse(rows(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="dragna-rader.csv"'
    return response


class _Echo:
    """Hands back what is written to it."""

    def write(self, line: str) -> bytes:
        return line.encode()


def _shown(
    request: WorkRequest,
    survey: Survey,
    *,
    areas: AreasForm | None = None,
    file: FileForm | None = None,
    paper: PaperForm | None = None,
    read: Read | None = None,
) -> HttpResponse:
    strata = list(queries.strata_of(survey))
    is_drawn = queries.is_drawn(survey)
    n = sum(one.drawn for one in strata)
    context: dict[str, Any] = {
        "survey": survey,
        "occasion": survey.occasion,
        "is_needed": survey.selection == Selection.DRAWN,
        "answer": _answer(survey, n, len(strata), is_drawn=is_drawn),
        "strata": strata,
        "wanted": sum(one.wanted for one in strata),
        "n": n,
        "is_drawn": is_drawn,
        "is_fixed": queries.is_sample_fixed(survey),
        "areas": areas or AreasForm(survey.revision, strata),
        "has_places": queries.places_of(survey).exists(),
        "file": file or FileForm(),
        "paper": paper or PaperForm(strata=strata),
        "read": read,
        "first": list(_first(survey)) if is_drawn else [],
    }
    return shown(request, "fielding/sample", context, areas, file, paper)


def _first(survey: Survey) -> Iterator[tuple[str, str, int, int | None]]:
    for nr, row in enumerate(queries.drawn_lines(survey)):
        if nr == FIRST:
            return
        yield row


def _answer(survey: Survey, n: int, areas: int, *, is_drawn: bool) -> str:
    if survey.selection != Selection.DRAWN:
        return _("Whoever wants to may answer, so nobody is drawn.")
    if not is_drawn:
        return _("Nobody has been drawn yet.")
    said = ngettext(
        "%(n)s has been drawn, in %(areas)s areas.",
        "%(n)s have been drawn, in %(areas)s areas.",
        n,
    )
    return capital(said % {"n": number(n), "areas": number(areas)})
