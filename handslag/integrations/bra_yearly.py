"""Brå's yearly figures as open CSV: with a line of headings, and without.

Four columns: year, area, type of crime, count. Areas of a city do not sum to the city:
some crimes have no known place.
"""

from collections.abc import Sequence

from handslag.integrations.values import (
    BadLine,
    Figure,
    Reading,
    UnreadableError,
    amount,
    area,
    headings,
    of_line,
    year,
)

_NAMES = {
    "year": ("year", "år", "ar", "period"),
    "area": ("area", "region", "kommun", "område"),
    "of": ("crime_type", "brottstyp", "brott", "brottskategori"),
    "count": ("count", "antal"),
}
_WITHOUT = {"year": 0, "area": 1, "of": 2, "count": 3}


def read(rows: Sequence[list[str]]) -> Reading:
    """All counts. Raises UnreadableError (no_such_columns, duplicated_heading)."""
    said = [(nr, row) for nr, row in enumerate(rows, 1) if any(row)]
    columns, lines = _columns(said)
    figures: dict[tuple[str, str, str], Figure] = {}
    bad: list[BadLine] = []
    for nr, row in lines:
        try:
            (figure,) = of_line(nr, [_figure(row, columns)])
        except (UnreadableError, IndexError) as error:
            code = error.code if isinstance(error, UnreadableError) else "too_short"
            bad.append(BadLine(nr, code))
            continue
        key = (figure.of, figure.area, str(figure.starts))
        if key in figures and figures[key] != figure:
            bad.append(BadLine(nr, "said_twice"))
        else:
            figures[key] = figure
    return Reading(tuple(figures.values()), tuple(bad))


def _columns(
    said: list[tuple[int, list[str]]],
) -> tuple[dict[str, int], list[tuple[int, list[str]]]]:
    """Where each thing stands: by its heading, or by its place when there are none."""
    if not said:
        raise UnreadableError("empty")
    first = said[0][1]
    try:
        year(first[0])
    except UnreadableError:
        names = [name.lower() for name in headings(first)]
        found = {
            what: at
            for what, words in _NAMES.items()
            for at, name in enumerate(names)
            if name in words
        }
        if len(found) < len(_NAMES):
            raise UnreadableError("no_such_columns") from None
        return found, said[1:]
    return _WITHOUT, said


def _figure(row: list[str], columns: dict[str, int]) -> Figure:
    starts, ends = year(row[columns["year"]])
    state, number = amount(row[columns["count"]])
    where, of = area(row[columns["area"]]), row[columns["of"]].strip()
    if not where or not of:
        raise UnreadableError("nothing_named")
    return Figure(of, where, starts, ends, state, number)
