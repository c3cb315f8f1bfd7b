"""Statistics Sweden's population by municipality and year: a question and a file.

The question goes to their table database (PxWeb); an answer in JSON-stat 2 is read, and
so is a saved file with area code, name and population.
"""

import json
from collections.abc import Sequence
from datetime import date
from itertools import product
from math import prod
from typing import Any

from handslag.integrations.http import Fetch
from handslag.integrations.values import (
    BadLine,
    Figure,
    Reading,
    UnreadableError,
    amount,
    headings,
    stated,
)

ADDRESS = "https://api.scb.se/OV0104/v1/doris/sv/ssd/START/BE/BE0101/BE0101A/BefolkningNy"
OF = "population"
MOST_CELLS = 150_000
_FINE = 200
_CODES = frozenset({"kommun_kod", "kod", "regionkod", "kommunkod", "region"})
_NUMBERS = frozenset({"population", "folkmängd", "befolkning", "antal"})


def question(areas: Sequence[str], years: Sequence[int]) -> bytes:
    """What to send: all people of the areas on 31 December of the years."""
    chosen = [("Region", list(areas)), ("ContentsCode", ["BE0101N1"])]
    chosen.append(("Tid", [str(year) for year in years]))
    query = [
        {"code": code, "selection": {"filter": "item", "values": values}}
        for code, values in chosen
    ]
    return json.dumps({"query": query, "response": {"format": "json-stat2"}}).encode()


def ask(fetch: Fetch, *, areas: Sequence[str], years: Sequence[int], agent: str) -> Reading:
    """Ask once. Raises UnreadableError when there is no answer."""
    answer = fetch(ADDRESS, agent, question(areas, years))
    if answer.status != _FINE:
        raise UnreadableError("no_answer", str(answer.status))
    return read(answer.body)


def read(body: bytes) -> Reading:
    """A table in JSON-stat 2 with the dimensions Region and Tid. Raises UnreadableError."""
    try:
        table = json.loads(body.decode("utf-8-sig"))
        return Reading(tuple(_cells(table)))
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnreadableError("not_a_table") from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise UnreadableError("not_json") from error


def _cells(table: Any) -> list[Figure]:
    names, sizes = list(table["id"]), [int(size) for size in table["size"]]
    if prod(sizes) > MOST_CELLS or prod(sizes) != len(table["value"]):
        raise UnreadableError("not_a_table")
    keys = [_in_order(table["dimension"][name]["category"]["index"]) for name in names]
    found = []
    for at, where in enumerate(product(*keys)):
        chosen = dict(zip(names, where, strict=True))
        state, number = stated(table["value"][at])
        year = int(chosen["Tid"])
        on = date(year, 12, 31)
        found.append(Figure(OF, chosen["Region"], on, on, state, number))
    return found


def _in_order(index: Any) -> list[str]:
    """The keys of a dimension: a list, or each with its place."""
    return (
        sorted(index, key=lambda key: int(index[key]))
        if isinstance(index, dict)
        else list(index)
    )


def read_rows(rows: Sequence[list[str]], year: int) -> Reading:
    """A saved file, whose first row names its columns. Raises UnreadableError."""
    names = [name.lower() for name in headings(rows[0])] if rows else []
    code = next((at for at, name in enumerate(names) if name in _CODES), None)
    number = next((at for at, name in enumerate(names) if name in _NUMBERS), None)
    if code is None or number is None:
        raise UnreadableError("no_such_columns")
    figures: list[Figure] = []
    bad: list[BadLine] = []
    on = date(year, 12, 31)
    for nr, row in enumerate(rows[1:], 2):
        if not any(row):
            continue
        try:
            state, people = amount(row[number])
            figures.append(Figure(OF, _code(row[code]), on, on, state, people, nr=nr))
        except (UnreadableError, IndexError) as error:
            refused = error.code if isinstance(error, UnreadableError) else "too_short"
            bad.append(BadLine(nr, refused))
    return Reading(tuple(figures), tuple(bad))


def _code(said: str) -> str:
    """Four digits, also where a spreadsheet took the first nought away."""
    words = said.strip().partition(" ")[0]
    if not (words.isascii() and words.isdigit() and 1 <= len(words) <= 4):  # noqa: PLR2004
        raise UnreadableError("not_an_area", said)
    return words.zfill(4) if len(words) > 2 else words.zfill(2)  # noqa: PLR2004
