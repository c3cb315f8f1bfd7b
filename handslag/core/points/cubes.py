"""Small tables counted from the points, so that a page reads hundreds of rows and not
millions. Made anew after each change of the points."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb
from numpy.typing import NDArray

from handslag.core.points.files import files, folder, put
from handslag.core.points.rules import FIRST, ROWS, UNKNOWN

FEWEST_IN_A_HEAP = 3
MOST_HEAPS = 50

_MONTH = f"CAST(strftime(DATE '{FIRST}' + day, '%Y%m') AS INTEGER)"
_MONTHS = f"(12 * year(DATE '{FIRST}' + day) + month(DATE '{FIRST}' + day))"
# Twelve whole months at a time, back from the last one that is over: 0 is the last year,
# 1 the one before, -1 the month that goes on.
_AGO = f"CAST(floor(($now - 1 - {_MONTHS}) / 12.0) AS SMALLINT)"
# What each table holds, in the order in which it is asked for.
CUBES = {
    "months": f"""
        SELECT area, kind, shared, {_MONTH} AS month, CAST(count(*) AS INTEGER) AS n
        FROM points GROUP BY ALL ORDER BY area, kind, month""",
    "squares": f"""
        SELECT area, kind, shared, {_AGO} AS ago, CAST(cell // {ROWS} AS INTEGER) AS x,
               CAST(cell % {ROWS} AS INTEGER) AS y, CAST(count(*) AS INTEGER) AS n
        FROM points GROUP BY ALL ORDER BY area, kind, ago, x, y""",
    "hours": f"""
        SELECT area, kind, shared, {_AGO} AS ago, hour, hours,
               CAST(count(*) AS INTEGER) AS n
        FROM points WHERE hour < {UNKNOWN} GROUP BY ALL ORDER BY area, kind, ago, hour""",
    "weeks": """
        SELECT area, kind, shared, CAST((day + 5) // 7 AS SMALLINT) AS week,
               CAST(count(*) AS INTEGER) AS n
        FROM points GROUP BY ALL ORDER BY area, kind, week""",
    "heaps": f"""
        SELECT area, kind, shared, east, north, CAST(count(*) AS INTEGER) AS n
        FROM points GROUP BY area, kind, shared, east, north
        HAVING count(*) >= {FEWEST_IN_A_HEAP}
        QUALIFY row_number() OVER (PARTITION BY area, kind, shared ORDER BY count(*) DESC)
                <= {MOST_HEAPS}
        ORDER BY area, n DESC""",
}


def recount(source: str, *, today: date) -> None:
    """Make the tables of a source anew, as of a day."""
    found, now = files(source), str(12 * today.year + today.month)
    with duckdb.connect() as db:
        if found:
            names = ", ".join(f"'{file}'" for file in found)
            db.execute(f"CREATE VIEW points AS SELECT * FROM read_parquet([{names}])")
        for name, query in CUBES.items():
            place = folder(source) / f"cube-{name}.parquet"
            if found:
                put(db, query.replace("$now", now), place)
            else:
                place.unlink(missing_ok=True)


def keep(source: str, name: str, columns: Mapping[str, NDArray[Any]]) -> None:
    """A small table that another part has counted, beside those of `CUBES`: read in the
    same way, so one of its columns is `area`. Without rows there is no table."""
    place = folder(source) / f"cube-{name}.parquet"
    if not len(columns["area"]):
        place.unlink(missing_ok=True)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as db:
        db.register("rows", dict(columns))
        put(db, "SELECT * FROM rows ORDER BY area", place)
