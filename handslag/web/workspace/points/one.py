"""One file of points: its columns, what it would become, what it became, taken back."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.analysis import queries, services
from handslag.domain.analysis.models import PointFile
from handslag.domain.analysis.rules.files import SHOWN_LINES, Looked
from handslag.domain.series.reading import rows_in
from handslag.web.forms import OVERTAKEN
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number
from handslag.web.words import refusal
from handslag.web.words.point_files import GRIDS, WHY
from handslag.web.workspace.points.forms import PointColumnsForm
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.writing import BOTH

ONE = "workspace:point-file"
FIRST_ROWS = 3


@require_http_methods(BOTH)
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """Say which column tells what, and see what it would become; or what it became."""
    file = _the_file(request, key)
    if file.done_at is not None:
        looked = Looked(file.n, {}, tuple((nr, code) for nr, code in file.bad))
        return shown(request, "points/file", _context(file, looked, n_bad=file.n_bad))
    rows = rows_in(bytes(file.content or b""))
    form = PointColumnsForm(
        request.POST if request.method == "POST" else None,
        headings=rows[0] if rows else [],
        initial={**file.columns, "revision": file.revision},
    )
    if form.is_valid() and done(form, lambda: _choose(request, file, form)):
        return redirect(ONE, key)
    looked = _look(request, file) if file.columns else Looked(0)
    context = {
        **_context(file, looked, n_bad=len(looked.bad)),
        "form": form,
        "examples": _examples(rows),
        "lines": max(len(rows) - 1, 0),
        "may_read": bool(file.columns) and looked.n > 0,
    }
    return shown(request, "points/file", context, form)


def _look(request: WorkRequest, file: PointFile) -> Looked:
    try:
        return services.look_at_points(request.actor, file)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
        return Looked(0)


def _context(file: PointFile, looked: Looked, *, n_bad: int) -> dict[str, object]:
    return {
        "file": file,
        "grid": GRIDS[file.grid],  # type: ignore[index]
        "answer": _answer(file, looked, n_bad),
        "tables": [one for one in (_kinds(looked), _left(looked)) if one],
        "more": max(n_bad - SHOWN_LINES, 0),
    }


def _answer(file: PointFile, looked: Looked, n_bad: int) -> str:
    if file.undone_at:
        return _("It is taken back. None of its points is left.")
    if file.done_at is None and not file.columns:
        return _("Say which column tells what. The rest of the file is not read.")
    said = ngettext("%(n)s point can be asked.", "%(n)s points can be asked.", looked.n) % {
        "n": number(looked.n)
    }
    if file.done_at is not None and file.laid_at is None:
        said = _("It is read in. In a minute its points can be asked.")
    left = ngettext("%(n)s line is left out.", "%(n)s lines are left out.", n_bad) % {
        "n": number(n_bad)
    }
    return f"{said} {left}" if n_bad else said


def _kinds(looked: Looked) -> dict[str, object] | None:
    if not looked.kinds:
        return None
    rows = [[name or _("no kind"), number(n)] for name, n in looked.kinds.items()]
    columns = [{"text": _("Kind")}, {"text": _("Points"), "num": True}]
    return {"id": "slag", "caption": _("By kind"), "columns": columns, "rows": rows}


def _left(looked: Looked) -> dict[str, object] | None:
    if not looked.bad:
        return None
    rows = [[number(nr), str(WHY[code])] for nr, code in looked.bad[:SHOWN_LINES]]
    columns = [{"text": _("Line"), "num": True}, {"text": _("Why")}]
    caption = _("Lines that are left out")
    return {"id": "utelamnat", "caption": caption, "columns": columns, "rows": rows}


def _examples(rows: list[list[str]]) -> list[dict[str, object]]:
    return [
        {
            "name": name,
            "cells": [row[at] for row in rows[1 : FIRST_ROWS + 1] if at < len(row)],
        }
        for at, name in enumerate(rows[0] if rows else [])
    ]


@require_POST
def read(request: WorkRequest, key: UUID) -> HttpResponse:
    """Read it in."""
    file = _the_file(request, key)

    def deed(revision: int) -> str:
        services.read_in_points(request.actor, file, revision=revision, now=request.now)
        return _("The file is read in.")

    _did(request, deed)
    return redirect(ONE, key)


@require_POST
def back(request: WorkRequest, key: UUID) -> HttpResponse:
    """Take back its points."""
    file = _the_file(request, key)

    def deed(revision: int) -> str:
        services.take_back_points(request.actor, file, revision=revision, now=request.now)
        return _("It is taken back. None of its points is left.")

    _did(request, deed)
    return redirect(ONE, key)


@require_POST
def remove(request: WorkRequest, key: UUID) -> HttpResponse:
    """Throw it away."""
    file = _the_file(request, key)

    def deed(revision: int) -> str:
        services.throw_away_points(request.actor, file, revision=revision)
        return _("The file is thrown away.")

    _did(request, deed)
    return redirect("workspace:point-files")


def _the_file(request: WorkRequest, key: UUID) -> PointFile:
    """A file of a municipality that one records for."""
    found = queries.point_files_seen_by(request.actor)
    return get_object_or_404(found, public_id=key)


def _choose(request: WorkRequest, file: PointFile, form: PointColumnsForm) -> object:
    seen = form.cleaned_data["revision"]
    return services.choose_point_columns(request.actor, file, form.chosen, revision=seen)


def _did(request: WorkRequest, deed: Callable[[int], str]) -> None:
    revision = request.POST.get("revision", "")
    try:
        said = deed(int(revision) if revision.isdecimal() else -1)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    except ChangedMeanwhileError:
        messages.error(request, str(OVERTAKEN))
    else:
        messages.success(request, said)
