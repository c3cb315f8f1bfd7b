"""Points of one municipality, as reports would make them."""

from collections.abc import Sequence
from datetime import date

from handslag.core.points.cubes import recount
from handslag.core.points.files import rebuild
from handslag.core.points.rules import UNKNOWN, day_number, points
from handslag.domain.analysis.rules import SOURCE, Question

AREA = 1862
TODAY = date(2026, 3, 15)
ALL = Question(AREA)


def reported(
    days: Sequence[date],
    *,
    hour: Sequence[int] = (),
    hours: Sequence[int] = (),
    kind: int = 11,
    shared: int = 1,
    at: Sequence[tuple[int, int]] = (),
) -> None:
    """Damage that residents have reported on these days, and nothing else."""
    n = len(days)
    places = at or [(465_000, 6_565_000)] * n
    rebuild(
        SOURCE,
        [
            points(
                area=[AREA] * n,
                kind=[kind] * n,
                east=[east for east, _ in places],
                north=[north for _, north in places],
                day=[day_number(day) for day in days],
                hour=hour or [UNKNOWN] * n,
                hours=hours or [0] * n,
                shared=[shared] * n,
            )
        ],
    )
    recount(SOURCE, today=TODAY)
