"""Maps of a million points, and of fifteen, against the libraries that make them.

With CRIME_POINTS set to a folder of chicago_slim_*.parquet the million points of a real
city are mapped too. Peers run in an environment of their own; without it our own times are
printed alone. For the scan there is no peer: its time is stated.
"""

import os
import resource
import tempfile
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from handslag.statistics import (
    assign_areas,
    bh,
    gi_star,
    grid_counts,
    hex_counts,
    kde_grid,
    knox,
    local_moran,
    poisson_window,
    repeats,
    scan_areal,
    scan_grid,
    scan_spacetime_permutation,
)
from handslag.statistics.spatial.binning import shape_of
from handslag.statistics.spatial.neighbours import matrix
from tests.bench._bounds import at_most
from tests.bench._peers import against, ask, cpu

_MILLION, _SIDE = 1_000_000, 49_000
_BOX = (0.0, 0.0, float(_SIDE), float(_SIDE))
_NATION, _NATIONAL_BOX = 15_000_000, (266_000.0, 6_132_000.0, 920_000.0, 7_680_000.0)
Figures = dict[str, str | float]
Array = np.ndarray[Any, np.dtype[Any]]


def _city(n: int = _MILLION, power: int = 2) -> tuple[Array, Array]:
    """Clusters of 60 to 600 m on a background, a third at addresses seen before; the
    higher the power, the more of them at a few addresses."""
    rng = np.random.default_rng(12)
    middle = rng.uniform(2000, _SIDE - 2000, (400, 2))
    own = rng.integers(0, 400, n)
    at = middle[own] + rng.normal(0, 1, (n, 2)) * rng.uniform(60, 600, 400)[own][:, None]
    spread = rng.random(n) < 0.3
    at[spread] = rng.uniform(0, _SIDE, (int(spread.sum()), 2))
    again = np.flatnonzero(rng.random(n) < 0.35)
    at[again] = at[(n * rng.random(len(again)) ** power).astype(int)]
    at = at.clip(50, _SIDE - 50)
    return at[:, 0].copy(), at[:, 1].copy()


def _around(rows: int, columns: int) -> list[list[int]]:
    """The eight squares around each, by their numbers."""
    wide = np.pad(np.arange(rows * columns).reshape(rows, columns), 1, constant_values=-1)
    steps = [(up, right) for up in range(3) for right in range(3) if (up, right) != (1, 1)]
    beside = np.stack([wide[u : u + rows, r : r + columns].ravel() for u, r in steps], 1)
    return [[int(one) for one in row if one >= 0] for row in beside]


def measure_gi_star() -> Figures:
    """57,000 squares, and all the way from a million points; the result is the peer's."""
    x, y = _city()
    counts = grid_counts(x, y, 205, _BOX).counts
    theirs = ask("spatial.gi_star", {"counts": counts}, times=3)
    figures = against(
        "gi_star_57k", cpu(lambda: gi_star(counts), 9), theirs, at_most_one_in=100
    )
    cell = 219.0
    rows, columns = shape_of(_BOX, cell)
    box = (0.0, 0.0, columns * cell, rows * cell)
    given = {"x": x, "y": y, "shape": np.array([rows, columns]), "cell": np.array(cell)}
    way = ask("spatial.gi_star_of_points", given)
    own = cpu(lambda: gi_star(grid_counts(x, y, cell, box).counts))
    figures |= against("gi_star_of_1M_points", own, way, at_most_one_in=20)
    for name, answer, ours in (
        ("gi_star_57k", theirs, gi_star(counts)),
        ("gi_star_of_1M_points", way, gi_star(grid_counts(x, y, cell, box).counts)),
    ):
        if answer:
            off = float(np.abs(answer.found["z"] - ours.z).max())
            figures[f"{name}_off"] = at_most(1e-9, off)
    windows = cpu(lambda: poisson_window(counts))
    return {**figures, "poisson_window_57k_ms": 1000 * windows}


def measure_local_moran() -> Figures:
    """10,000 squares, the neighbours made a matrix beforehand as esda's weights are; and
    from plain lists each time."""
    x, y = _city()
    counts = grid_counts(x, y, 490, _BOX).counts
    theirs = ask("spatial.local_moran", {"counts": counts}, times=3)
    lists = _around(*counts.shape)
    values = counts.ravel().astype(float)
    beside = matrix(lists)
    own = cpu(lambda: local_moran(values, beside))
    figures = against("local_moran_10k", own, theirs, at_most_one_in=20)
    if theirs:
        n = counts.size
        off = np.abs(local_moran(values, lists).I * (n - 1) / n - theirs.found["i"]).max()
        figures["local_moran_10k_off"] = at_most(1e-9, float(off))
    from_lists = 1000 * cpu(lambda: local_moran(values, lists))
    return {**figures, "local_moran_10k_from_lists_ms": from_lists}


def measure_knox() -> Figures:
    """5,000 events, one band, pairs as the peer counts them, and the table of a page."""
    rng = np.random.default_rng(4)
    xy = rng.normal(0, 4000, (5000, 2)).round()
    day = rng.integers(0, 1095, 5000)
    given = {"xy": xy, "day": day, "delta": np.array(200.0), "tau": np.array(13.0)}
    theirs = ask("spatial.knox", given)
    edges = (0, 200.0001), (0, 14)
    figures = against(
        "knox_5000", cpu(lambda: knox(xy, day, *edges)), theirs, at_most_one_in=100
    )
    if theirs:
        off = abs(int(theirs.found["observed"]) - int(knox(xy, day, *edges).observed[0, 0]))
        figures["knox_5000_pairs_off"] = at_most(0, off)
    bands = (0, 1, 100, 200, 300, 400), (0, 7, 14, 21, 28)
    figures["knox_5000_of_20_cells_ms"] = 1000 * cpu(lambda: knox(xy, day, *bands))
    return figures


def _kde(name: str, x: Array, y: Array, cell: float, bw: float, box: Any) -> Figures:
    rows, columns = shape_of(box, cell)
    to_x = box[0] + cell * (np.arange(-1, columns + 1) + 0.5)
    to_y = box[1] + cell * (np.arange(-1, rows + 1) + 0.5)
    given = {"x": x, "y": y, "to_x": to_x, "to_y": to_y, "bw": np.array(bw)}
    theirs = ask("spatial.kde", given, times=2)
    own = cpu(lambda: kde_grid(x, y, cell, bw, edge=False, bbox=box))
    return against(name, own, theirs, at_most_one_in=10)


def measure_kde() -> Figures:
    """A city at 100 m with 300 m, the nation at 250 m with 1 km; the error at 400 places
    with most, against the sum of all kernels."""
    x, y = _city()
    figures = _kde("kde_1M", x, y, 100.0, 300.0, _BOX)
    figures["kde_1M_off_percent_of_peak"] = _off(x, y)
    figures["kde_1M_few_addresses_off_percent_of_peak"] = _off(*_city(power=3))
    x, y = _nation()
    return figures | _kde("kde_15M", x, y, 250.0, 1000.0, _NATIONAL_BOX)


def _off(x: Array, y: Array) -> str | float:
    found = kde_grid(x, y, 100.0, 300.0, edge=False, bbox=_BOX).density
    most = np.argsort(found.ravel())[-400:]
    exact = [_directly(x, y, *divmod(int(at), found.shape[1])) for at in most]
    off = np.abs(found.ravel()[most] - exact).max() / np.max(exact)
    return at_most(0.2, 100 * float(off))


def _directly(x: Array, y: Array, row: int, column: int) -> float:
    apart = (x - 100 * (column + 0.5)) ** 2 + (y - 100 * (row + 0.5)) ** 2
    near = apart[apart < (7 * 300) ** 2]
    return float(np.exp(-near / (2 * 300**2)).sum() / (2 * np.pi * 300**2) * 1e6)


def _nation() -> tuple[Array, Array]:
    rng = np.random.default_rng(13)
    middle = rng.uniform(_NATIONAL_BOX[:2], _NATIONAL_BOX[2:], (290, 2))
    size = 1 / np.arange(1, 291) ** 0.85
    own = rng.choice(290, _NATION, p=size / size.sum())
    x, y = (middle[own, axis] + rng.normal(0, 3000, _NATION) for axis in (0, 1))
    west, south, east, north = _NATIONAL_BOX
    return x.clip(west + 500, east - 500), y.clip(south + 500, north - 500)


def measure_counting() -> Figures:
    """Fifteen million points to the national squares of 250 m, from memory and from a
    plain Parquet file; what one pass over them costs beside it."""
    x, y = _nation()
    own = cpu(lambda: grid_counts(x, y, 250.0, _NATIONAL_BOX), 3)
    bins = shape_of(_NATIONAL_BOX, 250.0)
    limits = (_NATIONAL_BOX[1::2], _NATIONAL_BOX[::2])
    theirs = cpu(lambda: np.histogram2d(y, x, bins=bins, range=limits), 1)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as db:
        file = str(Path(folder, "points.parquet"))
        db.register("points", {"x": x, "y": y})
        db.execute(f"COPY points TO '{file}' (FORMAT parquet, COMPRESSION zstd)")

        def read() -> dict[str, Array]:
            return db.execute("SELECT x, y FROM read_parquet(?)", [file]).fetchnumpy()

        def count() -> None:
            points = read()
            grid_counts(points["x"], points["y"], 250.0, _NATIONAL_BOX)

        floor, all_ = cpu(read, 3), cpu(count, 3)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "grid_15M_ms": 1000 * own,
        "grid_15M_to_histogram2d": at_most(1 / 10, own / theirs),
        "grid_15M_to_summing_once": own / cpu(lambda: x.sum() + y.sum(), 3),
        "grid_15M_from_parquet_s": all_,
        "grid_15M_from_parquet_to_reading_once": at_most(3, all_ / floor),
        "grid_15M_peak_memory_mb": peak,
    }


def measure_scans() -> Figures:
    """Stated times: 1,000 areas and 999 runs; 57,000 squares, six radii, 99 runs; 6,000
    events in 2,400 places, 28 days, 99 runs."""
    rng = np.random.default_rng(5)
    xy, expected = rng.uniform(0, 1e5, (1000, 2)), rng.gamma(2, 5, 1000)
    cases = rng.poisson(expected)
    counts, even = rng.poisson(0.3, (239, 239)), np.full((239, 239), 0.3)
    places = np.indices((48, 50)).reshape(2, -1).T * 1000.0
    events = rng.poisson(6000 / 2400 / 365, (2400, 365))
    return {
        "scan_areal_1000_by_999_s": cpu(lambda: scan_areal(xy, cases, expected), 1),
        "scan_grid_57k_by_6_by_99_s": at_most(
            3, cpu(lambda: scan_grid(counts, even, (1, 2, 3, 4, 5, 6), 99), 1)
        ),
        "scan_spacetime_6000_by_99_s": at_most(
            3, cpu(lambda: scan_spacetime_permutation(places, events, 50, 28), 1)
        ),
    }


def measure_the_rest() -> Figures:
    """A million of each: hexagons, areas, repeats, p values."""
    x, y = _city()
    rng = np.random.default_rng(6)
    from shapely import box  # noqa: PLC0415

    side = _SIDE / 78
    areas = [
        box(side * column, side * row, side * (column + 1), side * (row + 1))
        for row in range(78)
        for column in range(78)
    ]
    address, day = rng.integers(0, 300_000, _MILLION), rng.integers(0, 3650, _MILLION)
    p = rng.random(_MILLION)
    return {
        "hexagons_1M_ms": 1000 * cpu(lambda: hex_counts(x, y, 100.0)),
        "areas_1M_by_6084_ms": 1000 * cpu(lambda: assign_areas(x, y, areas), 2),
        "repeats_1M_ms": at_most(500, 1000 * cpu(lambda: repeats(address, day, (7, 30)))),
        "bh_1M_ms": at_most(300, 1000 * cpu(lambda: bh(p))),
    }


def measure_a_city() -> Figures:
    """The million points of Chicago on a plane of metres: squares, window test, surface."""
    found = sorted(Path(os.environ.get("CRIME_POINTS", ".")).glob("chicago_slim_*.parquet"))
    if not found:
        return {"map_of_a_city": "no data beside: set CRIME_POINTS"}
    query = (
        "SELECT lat_e5, lon_e5 FROM read_parquet(?)"
        " WHERE lat_e5 IS NOT NULL AND lon_e5 IS NOT NULL"
    )
    with duckdb.connect() as db:
        rows = db.execute(query, [[str(file) for file in found]]).fetchnumpy()
    x = 50_000 + (rows["lon_e5"] / 1e5 + 87.7) * 111_320 * np.cos(np.radians(41.8))
    y = 50_000 + (rows["lat_e5"] / 1e5 - 41.8) * 111_320
    box = (20_000.0, 20_000.0, 80_000.0, 80_000.0)
    grid = grid_counts(x, y, 250.0, box)
    lived = grid.counts > 0
    theirs = ask("spatial.gi_star", {"counts": grid.counts})
    figures: Figures = {
        "map_of_a_city_points": int(grid.counts.sum()),
        "map_of_a_city_outside": grid.outside,
        "map_of_a_city_hot_squares": int(
            poisson_window(grid.counts, None, lived).is_hot().sum()
        ),
    }
    own = cpu(lambda: gi_star(grid_counts(x, y, 250.0, box).counts))
    figures |= against("map_of_a_city", own, theirs, at_most_one_in=20)
    if theirs:
        off = np.abs(theirs.found["z"] - gi_star(grid.counts).z).max()
        figures["map_of_a_city_off"] = at_most(1e-9, float(off))
    surface = cpu(lambda: kde_grid(x, y, 100.0, 300.0, edge=False, bbox=box))
    return {**figures, "map_of_a_city_surface_ms": 1000 * surface}
