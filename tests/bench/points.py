"""Points at the scale of the nation: fifteen million, ten years, 290 municipalities.

With CRIME_POINTS set to a folder of chicago_slim_*.parquet (columns datetime, lat_e5 and
lon_e5) the million points of a real city are stored and
counted as well.
"""

import os
import resource
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import duckdb
import numpy as np

from handslag.core.points.cubes import recount
from handslag.core.points.files import files, folder, rebuild
from handslag.core.points.reading import grid, of_area, table
from handslag.core.points.rules import Points, day_number, points
from tests.bench._bounds import at_most

_POINTS, _AREAS, _PART = 15_000_000, 290, 1_500_000
_SOURCE, _CITY = "bench", "chicago"
_TODAY = date(2026, 1, 1)
_MIB = 1024


def _spent(once: Callable[[], object], times: int = 5) -> tuple[float, float]:
    """Wall and processor seconds, the best of some."""
    walls, spent = [], []
    for _ in range(times):
        wall, begun = time.perf_counter(), time.process_time()
        once()
        walls.append(time.perf_counter() - wall)
        spent.append(time.process_time() - begun)
    return min(walls), min(spent)


def _parts() -> Iterator[Points]:
    """Towns of every size: clusters on a background, more in the larger."""
    rng = np.random.default_rng(13)
    middle = np.column_stack(
        [rng.uniform(280_000, 900_000, _AREAS), rng.uniform(6_150_000, 7_600_000, _AREAS)]
    )
    size = 1 / np.arange(1, _AREAS + 1) ** 0.85
    for _ in range(_POINTS // _PART):
        area = rng.choice(_AREAS, _PART, p=size / size.sum())
        spread = np.where(rng.random(_PART) < 0.8, 1_500.0, 12_000.0)
        at = middle[area] + rng.normal(0, 1, (_PART, 2)) * spread[:, None]
        yield points(
            area=100 + area,
            kind=10 * rng.integers(1, 7, _PART) + rng.integers(0, 3, _PART),
            east=at[:, 0],
            north=at[:, 1],
            day=day_number(date(2016, 1, 1)) + rng.integers(0, 3650, _PART),
            hour=rng.integers(0, 168, _PART),
            hours=np.where(rng.random(_PART) < 0.2, rng.integers(1, 24, _PART), 0),
            shared=rng.random(_PART) < 0.9,
        )


def _read_once(source: str) -> None:
    """The floor: every point of the files, its two coordinates, and nothing else."""
    names = [str(file) for file in files(source)]
    with duckdb.connect() as db:
        db.execute("SELECT east, north FROM read_parquet(?)", [names]).fetchnumpy()


def measure_storing() -> dict[str, str | float]:
    """Writing all of it anew, and counting it."""
    wall, _ = _spent(lambda: rebuild(_SOURCE, _parts()), 1)
    counted, _ = _spent(lambda: recount(_SOURCE, today=_TODAY), 1)
    size = sum(file.stat().st_size for file in folder(_SOURCE).glob("*.parquet"))
    cubes = sum(file.stat().st_size for file in folder(_SOURCE).glob("cube-*.parquet"))
    return {
        "points_15M_written_s": wall,
        "points_15M_counted_s": counted,
        "points_15M_mb": (size - cubes) / 1e6,
        "points_15M_cubes_mb": cubes / 1e6,
    }


def measure_reading() -> dict[str, str | float]:
    """The grid of the nation against reading the points once; one municipality."""
    floor = _spent(lambda: _read_once(_SOURCE))
    nation = _spent(lambda: grid(_SOURCE))
    small, large = 100 + _AREAS - 1, 100
    cells, counts = grid(_SOURCE)
    return {
        "points_15M_read_once_s": floor[0],
        "points_15M_national_grid_s": nation[0],
        "points_15M_national_squares": len(cells),
        "points_15M_grid_to_reading_once": at_most(3, nation[1] / floor[1]),
        "points_15M_in_the_grid": int(counts.sum()),
        "points_smallest_grid_ms": at_most(10, _grid_ms(small)),
        "points_largest_grid_ms": at_most(10, _grid_ms(large)),
        "points_smallest_months_ms": 1000
        * _spent(lambda: table(_SOURCE, "months", small), 9)[0],
        "points_smallest_three_years_ms": 1000
        * _spent(lambda: of_area(_SOURCE, small, years=(2023, 2025)), 9)[0],
        "points_peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB,
    }


def _grid_ms(area: int, source: str = _SOURCE) -> float:
    """All squares of one municipality, of every kind and year, as its pages read them."""
    return 1000 * _spent(lambda: table(source, "squares", area), 9)[0]


def measure_a_city() -> dict[str, str | float]:
    """The million points of Chicago, on a plane of metres."""
    beside = Path(os.environ.get("CRIME_POINTS", "."))
    found = sorted(beside.glob("chicago_slim_*.parquet"))
    if not found:
        return {"points_of_a_city": "no data beside: set CRIME_POINTS"}
    wall, _ = _spent(lambda: rebuild(_CITY, _city(found)), 1)
    recount(_CITY, today=_TODAY)
    squares, counts = grid(_CITY)
    return {
        "points_of_a_city": int(counts.sum()),
        "points_of_a_city_written_s": wall,
        "points_of_a_city_squares": len(squares),
        "points_of_a_city_grid_ms": _grid_ms(1, _CITY),
    }


def _city(found: list[Path]) -> Iterator[Points]:
    query = (
        "SELECT lat_e5, lon_e5, epoch(datetime) AS at FROM read_parquet(?)"
        " WHERE lat_e5 IS NOT NULL AND lon_e5 IS NOT NULL"
    )
    for file in found:
        with duckdb.connect() as db:
            rows = db.execute(query, [str(file)]).fetchnumpy()
        lat, lon = rows["lat_e5"] / 1e5, rows["lon_e5"] / 1e5
        at = rows["at"].astype(np.int64)
        days = at // 86_400 - (date(2000, 1, 1) - date(1970, 1, 1)).days
        n = len(at)
        yield points(
            area=np.ones(n),
            kind=np.ones(n),
            east=500_000 + (lon + 87.7) * 111_320 * np.cos(np.radians(41.8)),
            north=6_500_000 + (lat - 41.8) * 111_320,
            day=days,
            hour=(at // 3600 - 24 * 4 + 24 * 7) % 168,
            hours=np.zeros(n),
            shared=np.ones(n),
        )
