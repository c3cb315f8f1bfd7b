"""All that one may see as a file for a spreadsheet, sent while it is being read."""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cache
from io import StringIO
from typing import Any

from django.http import StreamingHttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.core.periods import STOCKHOLM
from handslag.core.sheets.cells import MARK, SEPARATOR, harmless
from handslag.domain.incidents import queries, services
from handslag.domain.incidents.queries.taken_out import AT_A_TIME, Taken
from handslag.domain.incidents.rules import TextState
from handslag.domain.incidents.rules.sight import (
    Seen,
    Sight,
    may_read,
    may_read_where,
)
from handslag.web.requests import WorkRequest
from handslag.web.words import incidents as words
from handslag.web.words.text import Text
from handslag.web.workspace.reports.filters import sought_in
from handslag.web.workspace.reports.sight import sight_of_any

Row = Callable[[Taken], list[object]]
# The first fields of a row: what sight depends on.
Tied = tuple[int, int | None, int | None, bool, str]


@require_safe
def page(request: WorkRequest) -> StreamingHttpResponse:
    """The same that the list shows with the same address bar. Written in both logs."""
    sight = sight_of_any(request)
    choices = queries.choices(sight)
    _form, sought = sought_in(request, choices, sight)
    visible = queries.visible_to(sight, within=sought.within)
    found = queries.narrowed(visible, sought, sight, today=request.today)
    numbers = queries.numbers_of(found)
    services.log_export(request.actor, numbers, request.now)
    row = _row_of(sight, queries.made_up_in(numbers))
    answer = StreamingHttpResponse(
        _file(queries.taken_out(found), _heads(), row),
        content_type="text/csv; charset=utf-8",
    )
    name = f"{_('reports')}-{request.today:%Y-%m-%d}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _file(rows: Iterator[Taken], heads: list[str], row: Row) -> Iterator[str]:
    """Some thousand rows at a time: as much memory for a million as for a thousand."""
    pen = StringIO()
    writer = csv.writer(pen, delimiter=SEPARATOR)
    pen.write(MARK)
    writer.writerow(heads)
    for nr, one in enumerate(rows, start=1):
        writer.writerow(row(one))
        if nr % AT_A_TIME == 0:
            yield pen.getvalue()
            pen.seek(0)
            pen.truncate()
    yield pen.getvalue()


def _heads() -> list[str]:
    return [
        _("Event"),
        _("Municipality"),
        _("Made up"),
        _("Received"),
        _("Day it counts on"),
        _("Began"),
        _("Ended"),
        _("How well the time is known"),
        _("Category"),
        _("Kind"),
        _("Place"),
        _("Where, in words"),
        _("East (SWEREF 99 TM)"),
        _("North (SWEREF 99 TM)"),
        _("Accuracy in metres"),
        _("Indoors or out of doors"),
        _("Assessment"),
        _("How they know"),
        _("How it came in"),
        _("Reported by"),
        _("Whose task"),
        _("By when"),
        _("Phase"),
        _("Outcome"),
        _("Closed"),
        _("Others who say the same"),
        _("Text"),
        _("What is known of the text"),
    ]


def _row_of(sight: Sight, made_up: frozenset[int]) -> Row:
    """What makes a row. All that is the same for each is looked up once, before."""
    english = get_language() == "en"
    said = _words()
    yes = _("Yes")
    name = cache(harmless)  # there are few names, and many rows

    read = _reading(sight)

    def row(one: Taken) -> list[object]:
        reads_where, reads_text = read(one[:5])
        where = harmless(one.where_words) if reads_where else ""
        text = harmless(one.text) if reads_text else ""
        return [
            one.public_id,
            name(one.within__name),
            yes if one.within_id in made_up else "",
            *_when(one),
            said["known"][one.known],
            said["top"][one.top],
            name((english and one.category__en) or one.category__sv),
            name(one.place__name or ""),
            where,
            *(one.east, one.north, one.accuracy),
            said["inside"][one.inside],
            said["worry"].get(one.worry, ""),
            said["certainty"].get(one.certainty, ""),
            said["channel"][one.channel],
            name(one.by__name or ""),
            name(one.owner__name or ""),
            one.due,
            said["phase"][one.phase],
            said["outcome"].get(one.outcome, ""),
            *(one.closed_on, one.me_too, text),
            said["text_state"][one.text_state],
        ]

    return row


def _words() -> dict[str, dict[str, str]]:
    return {
        name: {str(code): str(word) for code, word in table.items()}
        for name, table in _TABLES.items()
    }


def _reading(sight: Sight) -> Callable[[Tied], tuple[bool, bool]]:
    """Whether where and the words are read: the same for all rows seen in the same way."""

    @cache
    def read(tied: Tied) -> tuple[bool, bool]:
        within, by, owner, shared, state = tied
        of = Seen(within, by, owner, shared, TextState(state))
        return may_read_where(sight, of), may_read(sight, of)

    return read


def _when(one: Taken) -> tuple[object, ...]:
    """Received, the day it counts on, began and ended; moments as they were in Sweden."""
    return _at(one.received_at), one.day, _at(one.starts), _at(one.ends)


def _at(moment: datetime | None) -> str:
    # Half the cost of a format: three of them stand in each row.
    return moment.astimezone(STOCKHOLM).isoformat(" ", "minutes")[:16] if moment else ""


_TABLES: Mapping[str, Mapping[Any, Text]] = {
    "known": words.KNOWN,
    "top": words.TOPS,
    "inside": words.INSIDES,
    "worry": words.WORRIES,
    "certainty": words.CERTAINTIES,
    "channel": words.CHANNELS,
    "phase": words.PHASES,
    "outcome": words.OUTCOMES,
    "text_state": words.TEXT_STATES,
}
