"""What is said of a file and its rows: what would be stored, and why not."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from handslag.core.periods import STOCKHOLM
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Batch, BatchRow
from handslag.domain.incidents.rules import Known
from handslag.domain.incidents.rules.importing import (
    TAKEN,
    Field,
    Plan,
    Row,
    RowLeftOutError,
    RowState,
    Stage,
    example,
    row_of,
    weighed,
    without_persons,
)
from handslag.web.words import REFUSALS
from handslag.web.words.incidents import OUTCOMES

# In which order: what somebody has to decide or mend comes first.
SHOWN_FIRST = (
    RowState.WRONG,
    RowState.TWIN,
    RowState.PERSON,
    RowState.REDACTED,
    RowState.HELD,
    RowState.READY,
    RowState.THERE,
    RowState.LEFT_OUT,
    RowState.WAITING,
)
SHORT = 160
# Their words are not shown: they wait for a moderator, or go.
_ASK = (RowState.HELD, RowState.PERSON)
# May name somebody, or are ours to read when they have been looked at.
_TEXTS = (Field.TEXT, Field.WHERE, Field.PLACE)
# The sentences of these codes have facts in them; the row says less.
_PLAIN = {
    "incidents.text_too_long": "incidents.row_text_is_too_long",
    "incidents.where_too_long": "incidents.row_where_is_too_long",
}


def told(batch: Batch, numbers: Mapping[RowState, int]) -> str:
    """How it stands with the file, in a sentence."""
    stage = Stage(batch.stage)
    left = sum(numbers.values())
    if stage is Stage.JUDGING:
        done = batch.n_rows - numbers.get(RowState.WAITING, 0)
        return _("%(done)s of %(all)s rows have been looked at.") % _two(done, batch.n_rows)
    if stage is Stage.JUDGED:
        return _judged(batch, numbers)
    if stage is Stage.READING:
        return _("%(done)s of %(all)s rows have been read in.") % _two(
            batch.n, batch.n_rows
        )
    if stage is Stage.DONE:
        said = ngettext("%(n)s report was read in.", "%(n)s reports were read in.", batch.n)
        return f"{said % {'n': batch.n}} {_left(left)}".strip()
    if stage is Stage.UNDOING:
        return _("What the file became is being taken back.")
    return _undone(batch)


def _two(done: int, all_: int) -> dict[str, str]:
    return {"done": str(done), "all": str(all_)}


def _judged(batch: Batch, numbers: Mapping[RowState, int]) -> str:
    chosen = batch.rows.filter(state=RowState.TWIN, take=True).count()
    taken = sum(numbers.get(one, 0) for one in TAKEN) + chosen
    said = ngettext(
        "%(n)s report would be read in.", "%(n)s reports would be read in.", taken
    )
    left = _left(sum(numbers.values()) - taken)
    return f"{said % {'n': taken}} {left}".strip()


def _left(n: int) -> str:
    said = ngettext("%(n)s row is left out.", "%(n)s rows are left out.", n)
    return said % {"n": n} if n else ""


def _undone(batch: Batch) -> str:
    if not batch.n_kept:
        return _("The file is taken back. All is as it was before.")
    said = ngettext(
        "The file is taken back, but for %(n)s report that somebody has worked on.",
        "The file is taken back, but for %(n)s reports that somebody has worked on.",
        batch.n_kept,
    )
    return said % {"n": batch.n_kept}


def said_of(
    row: BatchRow, batch: Batch, places: Mapping[str, UUID], names: Mapping[str, str]
) -> dict[str, Any]:
    """A row as it would be stored; never the words of one that points at a person."""
    told = {"nr": row.nr, "why": _why(row.code), "take": row.take, "state": row.state}
    if not row.cells:
        return told
    plan = Plan.of(batch.mapping)
    try:
        read = row_of(row.cells, plan, places)
    except (NotAllowedError, RowLeftOutError):
        return {**told, "cells": _cells(row, plan)}
    return {**told, **_read(row, read, names), **_twin(row, names)}


def _cells(row: BatchRow, plan: Plan) -> str:
    """What a row that cannot be read says of when and where, to find it in the file.
    Its texts stay there: nobody has looked for persons in them."""
    shown = [row.cells[at] for of, at in plan.columns.items() if of not in _TEXTS]
    return " · ".join(example(cell) for cell in shown if cell)


def _read(row: BatchRow, read: Row, names: Mapping[str, str]) -> dict[str, Any]:
    draft = read.draft
    is_open = row.state == RowState.READY or not (row.state in _ASK or weighed(draft))
    begins = draft.when.starts
    shown = begins.astimezone(STOCKHOLM) if begins else None
    exact = draft.when.known is Known.EXACT
    text, where = draft.text, draft.where.words
    if row.state == RowState.REDACTED:
        text, where, is_open = without_persons(text), without_persons(where), True
    return {
        "what": names.get(draft.category, draft.category),
        "when": f"{shown:%Y-%m-%d %H:%M}" if shown and exact else f"{shown:%Y-%m-%d}",
        "where": where if is_open else "",
        "has_point": draft.where.lon is not None or draft.where.place is not None,
        "text": text[:SHORT] if is_open else "",
        "outcome": OUTCOMES[read.outcome] if read.outcome else "",
    }


def _twin(row: BatchRow, names: Mapping[str, str]) -> dict[str, Any]:
    if row.twin is None:
        return {}
    twin = row.twin
    return {
        "twin": {
            "href": reverse("workspace:report-page", args=[twin.public_id]),
            "what": names.get(twin.category.code, twin.category.sv),
            "day": f"{twin.day:%Y-%m-%d}",
        }
    }


def _why(code: str) -> str:
    return str(REFUSALS[_PLAIN.get(code, code)]) if code else ""
