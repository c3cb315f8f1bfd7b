"""Promises as a file that opens in a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from handslag.core.sheets.cells import MARK, SEPARATOR, harmless
from handslag.web.api.schemas import PromiseRow

COLUMNS = (
    *("id", "municipality", "county", "size", "period", "starts", "ends", "number"),
    *("title", "text", "focus", "activities", "owners", "verdict"),
    *("target_kind", "target_low", "target_high", "target_unit", "target_per", "done"),
    *("origin", "is_example", "notice", "source_url", "retrieved_on", "licence", "url"),
    "phase",  # new columns come last, so that the old ones stay where they were
)


def lines(rows: Iterable[PromiseRow]) -> Iterator[str]:
    """The file line by line, with its heading."""
    yield MARK + _line(COLUMNS)
    for row in rows:
        yield _line(_cells(row))


def _cells(row: PromiseRow) -> tuple[object, ...]:
    target = row.target
    return (
        *(row.id, row.municipality, row.county, row.size),
        *(row.period.stated, row.period.starts, row.period.ends, row.number),
        *(row.title, row.text, row.focus, " ".join(row.activities), row.owners),
        row.verdict,
        *(
            (target.kind, target.low, target.high, target.unit, target.per)
            if target
            else ("", None, None, "", "")
        ),
        row.done,
        *(row.source.origin, row.source.is_example, row.source.notice),
        *(row.source.url, row.source.retrieved_on, row.source.licence, row.url),
        row.phase,
    )


def _line(cells: Iterable[object]) -> str:
    text = StringIO()
    csv.writer(text, delimiter=SEPARATOR).writerow(_plain(cell) for cell in cells)
    return text.getvalue()


def _plain(cell: object) -> object:
    """A cell as every program reads it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:g}"
    return harmless(cell) if isinstance(cell, str) else cell
