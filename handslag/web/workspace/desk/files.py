"""Files of other systems: sent in, understood column by column, looked at, read in."""

from collections.abc import Callable
from datetime import date, timedelta
from time import monotonic
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as now_
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.core.access import Act, require
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.incidents import queries as incidents
from handslag.domain.incidents.models import Batch, Category, Desk
from handslag.domain.incidents.queries import batches as queries
from handslag.domain.incidents.rules.importing import (
    MOST_BYTES,
    Plan,
    RowState,
    Stage,
    example,
    suggested,
    values_in,
)
from handslag.domain.incidents.services import importing, log_reading
from handslag.domain.incidents.services.readings import LIST as AS_A_LIST
from handslag.web.forms import OVERTAKEN
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.importing import STAGES, STATES
from handslag.web.workspace.desk.file_forms import (
    ColumnsForm,
    FileForm,
    ValuesForm,
    valued,
)
from handslag.web.workspace.desk.file_rows import SHOWN_FIRST, said_of, told
from handslag.web.workspace.desk.sight import saved, the_desk
from handslag.web.workspace.sight import done, shown

LIST, ONE = "workspace:desk-files", "workspace:desk-file"
COLUMNS, VALUES = "workspace:desk-file-columns", "workspace:desk-file-values"
LONGEST = 6.0  # seconds that one waits for an answer; the timer does what is left
ROWS = 50  # on a page


@require_safe
def start(request: WorkRequest) -> HttpResponse:
    """The files of one's municipality; which one, when there are several."""
    may = request.actor.where(Act.HANDLE_REPORTS)
    require(request.actor, Act.HANDLE_REPORTS, in_any_of=may)
    homes = list(incidents.run_by(request.actor))
    if len(homes) == 1:
        return redirect(LIST, homes[0].public_id)
    things = [
        {"href": reverse(LIST, args=[one.public_id]), "text": one.name} for one in homes
    ]
    return shown(request, "desk/start", {"things": things})


@require_http_methods(["GET", "HEAD", "POST"])
def listing(request: WorkRequest, key: UUID) -> HttpResponse:
    """The files so far, and a new one."""
    desk = the_desk(request, key)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*typed)
    made: list[Batch] = []
    if form.is_valid() and done(form, lambda: made.append(_upload(request, desk, form))):
        return redirect(COLUMNS, key, made[0].public_id)
    rows = [
        {"one": one, "stage": STAGES[Stage(one.stage)], "n": one.n}
        for one in queries.batches_of(desk.within)[:ROWS]
    ]
    context = {
        "home": desk.within,
        "desk": desk,
        "rows": rows,
        "form": form,
        "systems": queries.systems_of(desk.within),
    }
    return shown(request, "desk/files", context, form)


def _upload(request: WorkRequest, desk: Desk, form: FileForm) -> Batch:
    given = form.cleaned_data["file"]
    if given.size > MOST_BYTES:
        raise NotAllowedError("incidents.file_too_large", most=MOST_BYTES // 1024**2)
    return importing.upload(
        request.actor,
        desk.within,
        name=given.name,
        system=form.cleaned_data["system"],
        content=given.read(),
        now=request.now,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """Say what the columns are about: guessed from their headings, or as the last time."""
    desk, batch = _the_batch(request, key, one)
    if Stage(batch.stage) not in (Stage.UPLOADED, Stage.JUDGED):
        return redirect(ONE, key, one)
    form = ColumnsForm(
        request.POST or None,
        headings=batch.headings,
        kinds=_kinds(desk),
        plan=_plan(batch),
        initial={"revision": batch.revision},
    )
    if form.is_valid() and saved(
        form,
        lambda: importing.save_plan(
            request.actor, batch, form.plan, revision=form.cleaned_data["revision"]
        ),
        lambda: _revision(batch),
    ):
        return redirect(VALUES, key, one)
    context = {
        "home": desk.within,
        "batch": batch,
        "form": form,
        "same": queries.same_file(batch),
        "examples": _examples(batch),
    }
    return shown(request, "desk/file_columns", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def values(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """Say what the values of some columns mean; then each row is looked at."""
    desk, batch = _the_batch(request, key, one)
    plan = Plan.of(batch.mapping)
    if Stage(batch.stage) not in (Stage.UPLOADED, Stage.JUDGED) or not plan.columns:
        return redirect(ONE, key, one)
    cells = list(queries.rows_of(batch).values_list("cells", flat=True))
    try:
        found = {of: values_in(cells, plan.columns[of]) for of in valued(plan)}
    except NotAllowedError as error:
        messages.error(request, refusal(error))
        return redirect(COLUMNS, key, one)
    last = queries.last_of_system(batch)
    form = ValuesForm(
        request.POST or None,
        values=found,
        kinds=_kinds(desk),
        plan=plan if plan.values or last is None else Plan.of(last.mapping),
        initial={"revision": batch.revision},
    )
    if form.is_valid() and saved(
        form,
        lambda: importing.judge(
            request.actor,
            batch,
            form.meanings,
            revision=form.cleaned_data["revision"],
        ),
        lambda: _revision(batch),
    ):
        _go_on(request, batch)
        return redirect(ONE, key, one)
    context = {"home": desk.within, "batch": batch, "form": form}
    return shown(request, "desk/file_values", context, form)


@require_safe
def page(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """How far the file has come: what would be stored, row by row, or what became of it."""
    desk, batch = _the_batch(request, key, one)
    if batch.stage == Stage.UPLOADED:
        return redirect(COLUMNS, key, one)
    numbers = queries.numbers_of_rows(batch)
    state = _asked(request, numbers)
    found = queries.rows_of(batch).filter(state=state)
    rows = found.select_related("twin", "twin__category", "twin__within__desk")
    turn = Paginator(rows, ROWS).get_page(request.GET.get("sida"))
    twins = [row.twin for row in turn if row.twin is not None]
    log_reading(request.actor, AS_A_LIST, twins, request.now)
    english = get_language() == "en"
    names = {kind.code: (english and kind.en) or kind.sv for kind in _kinds(desk)}
    places = queries.names_of_places(desk.within)
    context = {
        "home": desk.within,
        "desk": desk,
        "batch": batch,
        "stage": batch.stage,
        "answer": told(batch, numbers),
        "states": [
            {"code": one, "text": STATES[one], "n": numbers[one], "is_shown": one == state}
            for one in SHOWN_FIRST
            if numbers.get(one)
        ],
        "rows": [said_of(row, batch, places, names) for row in turn],
        "page": turn,
        "state": state,
        "query": f"visa={state}&",
    }
    return shown(request, "desk/file", context)


def _asked(request: WorkRequest, numbers: Any) -> RowState:
    """The rows that were asked for, else those that somebody has to look at first."""
    wanted = request.GET.get("visa", "")
    if wanted in set(RowState):
        return RowState(wanted)
    return next((one for one in SHOWN_FIRST if numbers.get(one)), RowState.READY)


@require_POST
def choose(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """Which of the rows on a page that look like something are read in."""
    _desk, batch = _the_batch(request, key, one)
    on_page = [int(nr) for nr in request.POST.getlist("row") if nr.isdecimal()]
    taken = set(request.POST.getlist("take"))
    choices = {nr: str(nr) in taken for nr in on_page[:ROWS]}

    def deed(revision: int) -> None:
        importing.choose_twins(request.actor, batch, choices, revision=revision)

    _did(request, deed, now_("Saved."))
    at = request.POST.get("sida", "")
    where = f"?visa=twin&sida={at}" if at.isdecimal() else "?visa=twin"
    return redirect(reverse(ONE, args=[key, one]) + where)


@require_POST
def read_in(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """Read it in. What is not done in a while is done by the timer, or by going on."""
    _desk, batch = _the_batch(request, key, one)

    def deed(revision: int) -> None:
        importing.begin_reading(request.actor, batch, revision=revision)
        _go_on(request, batch)

    _did(request, deed, "")
    return redirect(ONE, key, one)


@require_POST
def go_on(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """Go on with what is under way."""
    _desk, batch = _the_batch(request, key, one)
    _go_on(request, batch)
    return redirect(ONE, key, one)


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """Take back what the file became: asked once more before it is done."""
    desk, batch = _the_batch(request, key, one)
    if request.method == "POST":

        def deed(revision: int) -> None:
            importing.begin_undoing(request.actor, batch, revision=revision)
            _go_on(request, batch)

        _did(request, deed, "")
        return redirect(ONE, key, one)
    if batch.stage != Stage.DONE:
        return redirect(ONE, key, one)
    return shown(request, "desk/file_undo", {"home": desk.within, "batch": batch})


@require_POST
def remove(request: WorkRequest, key: UUID, one: UUID) -> HttpResponse:
    """Throw away a file that was not read in."""
    _desk, batch = _the_batch(request, key, one)

    def deed(revision: int) -> None:
        importing.remove_batch(request.actor, batch, revision=revision)

    _did(request, deed, now_("The file is thrown away. Nothing was read in."))
    return redirect(LIST, key)


@require_safe
def sample(request: WorkRequest, key: UUID) -> HttpResponse:
    """A made-up file, to see how one can look."""
    the_desk(request, key)
    answer = HttpResponse(
        _sample(request.today).encode("utf-8-sig"), content_type="text/csv"
    )
    answer["Content-Disposition"] = 'attachment; filename="exempel.csv"'
    answer["X-Robots-Tag"] = "noindex"
    return answer


# In Swedish whatever the page is: it is what files of Swedish systems look like.
_HEADS = "Ärendenummer;Datum;Tid;Typ;Beskrivning;Plats;Ost;Nord;Status"
_ROWS = (
    "EX-1;{0:%Y-%m-%d};21:30;Klotter;Påhittat: klotter på en mur.;Exempeltorget;"
    "468112;6566040;Klar",
    "EX-2;{1.day}/{1.month} {1.year};;Dålig belysning;Påhittat: släckta lampor.;"
    "Exempelstigen;468405;6566310;Ny",
    "EX-3;{2:%Y%m%d};;Nedskräpning;Påhittat: överfulla korgar.;Exempelparken;;;Ny",
)


def _sample(today: date) -> str:
    """Three rows of the last weeks, each with its day written in its own way."""
    days = [today - timedelta(days=back) for back in (20, 17, 9)]
    return "\r\n".join([_HEADS, *(row.format(*days) for row in _ROWS), ""])


def _the_batch(request: WorkRequest, key: UUID, one: UUID) -> tuple[Desk, Batch]:
    desk = the_desk(request, key)
    found = get_object_or_404(queries.batches_of(desk.within), public_id=one)
    found.within = desk.within
    return desk, found


def _plan(batch: Batch) -> Plan:
    """As it was said; as the last file like it was read; else guessed."""
    if batch.mapping:
        return Plan.of(batch.mapping)
    last = queries.last_of_system(batch)
    return Plan.of(last.mapping) if last else Plan(columns=suggested(batch.headings))


def _examples(batch: Batch) -> list[dict[str, Any]]:
    """Each column with what stands in it on the first rows."""
    rows = [row.cells for row in queries.rows_of(batch)[:3]]
    return [
        {"name": name, "cells": [example(cells[at]) for cells in rows]}
        for at, name in enumerate(batch.headings)
    ]


def _kinds(desk: Desk) -> list[Category]:
    return list(incidents.categories_of(desk.within))


def _revision(batch: Batch) -> int:
    found = queries.batches_of(batch.within).filter(pk=batch.pk).first()
    return found.revision if found else 0


def _go_on(request: WorkRequest, batch: Batch) -> None:
    """As many steps as one can wait for."""
    until = monotonic() + LONGEST
    while importing.advance(request.actor, batch, now=request.now):
        if monotonic() > until:
            messages.info(
                request,
                now_(
                    "The rest is done by itself in a few minutes. You can leave the page."
                ),
            )
            return


def _did(request: WorkRequest, deed: Callable[[int], None], said: str) -> None:
    revision = request.POST.get("revision", "")
    try:
        deed(int(revision) if revision.isdecimal() else -1)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    except ChangedMeanwhileError:
        messages.error(request, str(OVERTAKEN))
    else:
        if said:
            messages.success(request, said)
