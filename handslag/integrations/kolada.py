"""Kolada's open data, version 3: indicators of municipalities, a year at a time.

No key. "Källa: Kolada" may stand only where their values are untouched. An indicator can
disappear without a word, so whoever asks is told which ones gave no answer.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar
from urllib.parse import urlsplit

from handslag.integrations.http import Fetch
from handslag.integrations.values import (
    BadLine,
    Figure,
    Reading,
    State,
    UnreadableError,
    of_line,
    stated,
)

ADDRESS = "https://api.kolada.se/v3"
YEARS_AT_ONCE = 25
AREAS_AT_ONCE = 50
MOST_PAGES = 200
NATION = "0000"
_FINE = 200
_Thing = TypeVar("_Thing")
_SEXES = frozenset("TKM")
_HIDDEN = frozenset({"privacy", "secret", "sekretess"})


@dataclass(frozen=True, slots=True)
class Answered:
    """What was read, and the indicators of which they no longer know anything."""

    reading: Reading
    gone: tuple[str, ...]


def addresses(kpis: Sequence[str], areas: Sequence[str], years: Sequence[int]) -> list[str]:
    """What to ask: at most 25 years and 50 areas at a time, one indicator in each."""
    return [
        f"{ADDRESS}/data/kpi/{kpi}/municipality/{','.join(some)}"
        f"/year/{','.join(map(str, when))}"
        for kpi in kpis
        for some in _some(areas, AREAS_AT_ONCE)
        for when in _some(sorted(years), YEARS_AT_ONCE)
    ]


def _some(of: Sequence[_Thing], most: int) -> Iterator[Sequence[_Thing]]:
    return (of[at : at + most] for at in range(0, len(of), most))


def ask(
    fetch: Fetch,
    *,
    kpis: Sequence[str],
    areas: Sequence[str],
    years: Sequence[int],
    agent: str,
) -> Answered:
    """All values of the indicators. Raises UnreadableError when they do not answer."""
    figures: list[Figure] = []
    bad: list[BadLine] = []
    for address in addresses(kpis, areas, years):
        for page in _pages(fetch, address, agent):
            reading = read(page)
            figures += reading.figures
            bad += reading.bad
    told = {figure.of for figure in figures}
    gone = tuple(kpi for kpi in kpis if kpi not in told)
    return Answered(Reading(tuple(figures), tuple(bad)), gone)


def read(body: bytes) -> Reading:
    """The values of one answer, or of a file that holds one. Raises UnreadableError."""
    figures: list[Figure] = []
    bad: list[BadLine] = []
    for nr, row in enumerate(_whole(body)["values"], 1):
        try:
            figures += of_line(nr, _figures(row))
        except (UnreadableError, KeyError, TypeError, ValueError, AttributeError) as error:
            code = error.code if isinstance(error, UnreadableError) else "not_a_value"
            bad.append(BadLine(nr, code))
    return Reading(tuple(figures), tuple(bad))


def _pages(fetch: Fetch, address: str, agent: str) -> Iterator[bytes]:
    """One page after the other, as long as they point at their own site."""
    following: str | None = address
    for _ in range(MOST_PAGES):
        if not following:
            return
        if not following.startswith(f"{ADDRESS}/"):
            raise UnreadableError("points_elsewhere", urlsplit(following).netloc)
        answer = fetch(following, agent, None)
        if answer.status != _FINE:
            raise UnreadableError("no_answer", str(answer.status))
        yield answer.body
        whole = _whole(answer.body)
        following = whole.get("next_url") or whole.get("next_page")
    raise UnreadableError("too_large")


def _whole(body: bytes) -> dict[str, Any]:
    try:
        whole = json.loads(body.decode("utf-8-sig"), parse_float=Decimal)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UnreadableError("not_json") from error
    if not isinstance(whole, dict) or not isinstance(whole.get("values"), list):
        raise UnreadableError("not_values")
    return whole


def _figures(row: Any) -> list[Figure]:
    """The values of an indicator in a place and a year: all, women, men."""
    year = int(row["period"])
    starts, ends = date(year, 1, 1), date(year, 12, 31)
    kpi, area = str(row["kpi"]), str(row["municipality"])
    found = []
    for value in row["values"]:
        if value.get("isdeleted"):
            continue
        sex = value["gender"]
        if sex not in _SEXES:
            raise UnreadableError("not_a_sex", str(sex))
        state, number = stated(value["value"])
        hidden = str(value.get("status") or "").strip().lower() in _HIDDEN
        if hidden:
            state, number = State.SECRET, None
        found.append(Figure(kpi, area, starts, ends, state, number, sex, kpi))
    return found
