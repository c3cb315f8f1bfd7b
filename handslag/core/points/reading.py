"""Reading one municipality: its rows are found by their place in the file, and those of
others are never read."""

import atexit
from collections.abc import Mapping, Sequence
from functools import cache

import duckdb
import numpy as np
from numpy.typing import NDArray

from handslag.core.points.files import files, folder
from handslag.core.points.rules import COLUMNS, Points

Numbers = NDArray[np.integer]
_MEMORY = "512MB"


def of_area(
    source: str,
    area: int,
    *,
    years: tuple[int, int],
    kinds: Sequence[int] = (),
    shared_only: bool = False,
) -> Points:
    """The points of one municipality from one year to another, both included."""
    found = [str(file) for file in files(source) if years[0] <= int(file.stem) <= years[1]]
    names = ", ".join(COLUMNS)
    rows = _asked(found, names, area, _more(kinds, shared_only=shared_only))
    return Points(**{name: rows[name].astype(kind) for name, kind in COLUMNS.items()})


def areas(source: str) -> list[int]:
    """The municipalities that have any points, by their codes as numbers."""
    found = [str(file) for file in files(source)]
    if not found:
        return []
    names = "SELECT DISTINCT area FROM read_parquet(?) ORDER BY area"
    return [int(one) for one in _ask(names, [found])["area"]]


def table(
    source: str,
    cube: str,
    area: int,
    *,
    kinds: Sequence[int] = (),
    shared_only: bool = False,
) -> Mapping[str, Numbers]:
    """One of the small tables (`cubes.CUBES`), the rows of one municipality: its columns
    by name. A source that has nothing has no columns."""
    place = folder(source) / f"cube-{cube}.parquet"
    if not place.exists():
        return {}
    return _asked([str(place)], "*", area, _more(kinds, shared_only=shared_only))


def grid(source: str) -> tuple[Numbers, Numbers]:
    """How many points lie in each square of 250 metres, of all municipalities: the numbers
    of the squares (`rules.ROWS`) in rising order, and the counts. One municipality's are
    in the table of squares."""
    found = [str(file) for file in files(source)]
    if not found:
        return np.empty(0, np.int32), np.empty(0, np.int64)
    counted = "SELECT cell, count(*) AS n FROM read_parquet(?) GROUP BY cell ORDER BY cell"
    columns = _ask(counted, [found])
    return columns["cell"], columns["n"]


def _more(kinds: Sequence[int], *, shared_only: bool) -> str:
    chosen = (
        f" AND kind IN ({', '.join(str(int(kind)) for kind in kinds)})" if kinds else ""
    )
    return chosen + (" AND shared = 1" if shared_only else "")


def _asked(found: list[str], names: str, area: int, more: str) -> Mapping[str, Numbers]:
    if not found:
        return {name: np.empty(0, kind) for name, kind in COLUMNS.items()}
    query = f"SELECT {names} FROM read_parquet(?) WHERE area = ?{more}"
    return _ask(query, [found, int(area)])


@cache
def _home() -> duckdb.DuckDBPyConnection:
    """In memory: it holds nothing between questions, but costs to make."""
    db = duckdb.connect(config={"memory_limit": _MEMORY, "threads": 2})
    atexit.register(db.close)
    return db


def _ask(query: str, given: list[object]) -> Mapping[str, Numbers]:
    """The columns of an answer. Threads share no cursor."""
    with _home().cursor() as db:
        found: Mapping[str, Numbers] = db.execute(query, given).fetchnumpy()
    return found
