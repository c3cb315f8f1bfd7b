"""The files: one a source and year, written whole under another name, then put in place.

Whoever reads has the old file or the new one, never half of one. One writer at a time.
"""

import fcntl
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import duckdb
from django.conf import settings

from handslag.core.points.rules import COLUMNS, ROWS, SIDE, Points

_NAME = re.compile(r"[a-z][a-z0-9-]{0,40}")
_SQUARE = f"CAST((east // {SIDE}) * {ROWS} + north // {SIDE} AS INTEGER)"
_NAMES = ", ".join(COLUMNS)
# Read in the order in which it is asked for: one municipality lies together.
_WRITE = f"""
COPY (SELECT {_NAMES}, {_SQUARE} AS cell FROM ({{rows}}) ORDER BY area, cell, day)
TO '{{place}}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {{group}})
"""
GROUP = 250_000


def folder(source: str) -> Path:
    """Where the files of a source lie. Raises ValueError("E_NAME")."""
    if not _NAME.fullmatch(source):
        raise ValueError("E_NAME")
    return Path(settings.POINTS_DIR) / source


def files(source: str) -> list[Path]:
    """The files of a source, the earliest year first."""
    return sorted(folder(source).glob("[0-9][0-9][0-9][0-9].parquet"))


def rebuild(source: str, parts: Iterable[Points]) -> int:
    """Make all files of a source anew, from all its points; answer how many there are.

    A year that has none left has no file left: what is forgotten at home is forgotten here.
    """
    with _alone(source), duckdb.connect() as db:
        _take(db, parts)
        years = [
            year for (year,) in db.execute("SELECT DISTINCT year FROM kept").fetchall()
        ]
        for year in years:
            _write(db, source, int(year), f"SELECT * FROM kept WHERE year = {int(year)}")
        for old in files(source):
            if int(old.stem) not in years:
                old.unlink()
        return _count(db)


def append(source: str, parts: Iterable[Points]) -> int:
    """Add points to what the source has; only their years are written anew."""
    with _alone(source), duckdb.connect() as db:
        _take(db, parts)
        years = [
            year for (year,) in db.execute("SELECT DISTINCT year FROM kept").fetchall()
        ]
        for year in map(int, years):
            rows = f"SELECT {_NAMES} FROM kept WHERE year = {year}"
            old = folder(source) / f"{year}.parquet"
            if old.exists():
                rows += f" UNION ALL SELECT {_NAMES} FROM read_parquet('{old}')"
            _write(db, source, year, rows)
        return _count(db)


def forget(source: str) -> None:
    """Take away everything of a source."""
    with _alone(source):
        for old in [*files(source), *folder(source).glob("cube-*.parquet")]:
            old.unlink()


def put(db: duckdb.DuckDBPyConnection, query: str, place: Path) -> None:
    """The answer of a query as a file, whole or not at all."""
    draft = place.with_name(f"{uuid4().hex}.draft")
    options = "FORMAT parquet, COMPRESSION zstd"
    db.execute(f"COPY ({query}) TO '{draft}' ({options})")
    draft.rename(place)


def _take(db: duckdb.DuckDBPyConnection, parts: Iterable[Points]) -> None:
    kinds = {"int16": "SMALLINT", "int32": "INTEGER", "uint8": "UTINYINT"}
    columns = ", ".join(f"{name} {kinds[k.__name__]}" for name, k in COLUMNS.items())
    db.execute(f"CREATE TABLE kept ({columns}, year SMALLINT)")
    for part in parts:
        rows = {name: getattr(part, name) for name in COLUMNS}
        rows["year"] = part.years()
        db.register("rows", rows)
        db.execute(f"INSERT INTO kept SELECT {_NAMES}, year FROM rows")
        db.unregister("rows")


def _years(db: duckdb.DuckDBPyConnection) -> list[int]:
    found = db.execute("SELECT DISTINCT year FROM kept ORDER BY year").fetchall()
    return [int(year) for (year,) in found]


def _count(db: duckdb.DuckDBPyConnection) -> int:
    (count,) = db.execute("SELECT count(*) FROM kept").fetchall()[0]
    return int(count)


def _write(db: duckdb.DuckDBPyConnection, source: str, year: int, rows: str) -> None:
    place = folder(source) / f"{year}.parquet"
    draft = place.with_name(f"{uuid4().hex}.draft")
    db.execute(_WRITE.format(rows=rows, place=draft, group=GROUP))
    draft.rename(place)


@contextmanager
def _alone(source: str) -> Iterator[None]:
    """Nobody else writes this source meanwhile, and a draft that was left is cleared."""
    place = folder(source)
    place.mkdir(parents=True, exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in place.glob("*.draft"):
            left.unlink()
        yield
