"""One file of figures: its columns, what it would become, what it became, taken back."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.series import queries, services
from handslag.domain.series.models import SentFile
from handslag.domain.series.reading import rows_in
from handslag.domain.series.rules.importing import SHOWN_LINES, Chosen, FileKind, Told
from handslag.web.forms import OVERTAKEN
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number
from handslag.web.words import refusal
from handslag.web.words.figure_files import KINDS
from handslag.web.workspace.importing.forms import ColumnsForm
from handslag.web.workspace.importing.said import kept_of, left_of, lines_of, summed
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.writing import BOTH

ONE, COLUMNS = "workspace:figure-file", "workspace:figure-file-columns"
FIRST_ROWS = 3


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """What it would become; when it is read in, what it became."""
    sent = _the_file(request, key)
    if sent.done_at is None and _lacks_columns(sent):
        return redirect(COLUMNS, key)
    try:
        told, bad = _told(request, sent)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
        return redirect("workspace:figure-files")
    context = {
        "sent": sent,
        "kind": KINDS[FileKind(sent.kind)],
        "answer": summed(sent, told, bad),
        "tables": [one for one in (lines_of(told), kept_of(told), left_of(told)) if one],
        "more": max(bad - SHOWN_LINES, 0),
        "areas": told.areas,
        "is_table": sent.kind == FileKind.TABLE,
        "may_read": sent.done_at is None and bool(told.lines),
    }
    return shown(request, "figure_files/file", context)


@require_http_methods(BOTH)
def columns(request: WorkRequest, key: UUID) -> HttpResponse:
    """Say what a table is about and which column tells what, with its first rows shown."""
    sent = _the_file(request, key)
    if sent.done_at is not None or sent.kind != FileKind.TABLE:
        return redirect(ONE, key)
    rows = rows_in(bytes(sent.content or b""))
    headings = rows[0] if rows else []
    chosen = Chosen.of(sent.chosen)
    before = {"name": chosen.name, "unit": chosen.unit, **chosen.columns}
    form = ColumnsForm(
        request.POST if request.method == "POST" else None,
        headings=headings,
        initial={**before, "revision": sent.revision},
    )
    if form.is_valid() and done(form, lambda: _choose(request, sent, form)):
        return redirect(ONE, key)
    examples = [
        {
            "name": name,
            "cells": [row[at] for row in rows[1 : FIRST_ROWS + 1] if at < len(row)],
        }
        for at, name in enumerate(headings)
    ]
    context = {"sent": sent, "form": form, "examples": examples, "n": max(len(rows) - 1, 0)}
    return shown(request, "figure_files/columns", context, form)


@require_POST
def read(request: WorkRequest, key: UUID) -> HttpResponse:
    """Read it in."""
    sent = _the_file(request, key)

    def deed(revision: int) -> str:
        services.read_in(request.actor, sent, revision=revision, now=request.now)
        return _("The file is read in.")

    _did(request, deed)
    return redirect(ONE, key)


@require_POST
def back(request: WorkRequest, key: UUID) -> HttpResponse:
    """Take back what it put in."""
    sent = _the_file(request, key)

    def deed(revision: int) -> str:
        n = services.take_back(request.actor, sent, revision=revision, now=request.now)
        said = ngettext("%(n)s value is taken back.", "%(n)s values are taken back.", n)
        return said % {"n": number(n)}

    _did(request, deed)
    return redirect(ONE, key)


@require_POST
def remove(request: WorkRequest, key: UUID) -> HttpResponse:
    """Throw it away."""
    sent = _the_file(request, key)

    def deed(revision: int) -> str:
        services.throw_away(request.actor, sent, revision=revision)
        return _("The file is thrown away.")

    _did(request, deed)
    return redirect("workspace:figure-files")


def _the_file(request: WorkRequest, key: UUID) -> SentFile:
    """A file of a municipality that one records for."""
    return get_object_or_404(queries.files_seen_by(request.actor), public_id=key)


def _lacks_columns(sent: SentFile) -> bool:
    return sent.kind == FileKind.TABLE and not Chosen.of(sent.chosen).columns


def _told(request: WorkRequest, sent: SentFile) -> tuple[Told, int]:
    """What it becomes, or became, and how many lines are left out in all."""
    if sent.done_at is not None:
        return Told.of(sent.told), int(sent.told.get("n_bad", 0))
    told = services.look(request.actor, sent, now=request.now)
    return told, len(told.bad)


def _choose(request: WorkRequest, sent: SentFile, form: ColumnsForm) -> object:
    seen = form.cleaned_data["revision"]
    return services.choose(request.actor, sent, form.chosen, revision=seen)


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
