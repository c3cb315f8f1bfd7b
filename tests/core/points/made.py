"""Made-up points, the same each time."""

from datetime import date

import numpy as np

from handslag.core.points.rules import COLUMNS, Points, day_number, points


def some(
    n: int = 400,
    *,
    seed: int = 1,
    areas: tuple[int, ...] = (1862, 1883),
    since: date = date(2024, 1, 1),
) -> Points:
    """Over a thousand days, in a square of ten kilometres."""
    rng = np.random.default_rng(seed)
    return points(
        area=rng.choice(areas, n),
        kind=rng.integers(0, 4, n),
        east=rng.integers(46_000, 47_000, n) * 10,
        north=rng.integers(656_000, 657_000, n) * 10,
        day=day_number(since) + rng.integers(0, 1000, n),
        hour=np.where(rng.random(n) < 0.2, 255, rng.integers(0, 168, n)),
        hours=rng.integers(0, 12, n),
        shared=rng.integers(0, 2, n),
    )


def rows(of: Points) -> list[tuple[int, ...]]:
    """Each point as numbers, in an order of their own."""
    columns = [getattr(of, name).tolist() for name in COLUMNS]
    return sorted(zip(*columns, strict=True))
