"""Names to find one's way by, and which of them lies nearest. Pure."""

from collections.abc import Sequence
from functools import lru_cache

from handslag.statistics.grid import to_sweref

CLOSE_BY = 700.0  # metres
MOST_KEPT = 20_000  # answers that are remembered

# Name, longitude, latitude, and whether it is large enough to be written on the map.
Name = tuple[str, float, float, bool]


class Landmarks:
    """The named places of one municipality, in metres. Asked the same, it remembers."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = [
            (*to_sweref(lon, lat), large, name) for name, lon, lat, large in names
        ]
        self._said: dict[tuple[float, float], str] = {}

    def near(self, east: float, north: float) -> str:
        """The name that lies nearest; nothing where none is known. A square or a school
        close by says more than the middle of the town around it."""
        if (east, north) not in self._said:
            if len(self._said) >= MOST_KEPT:
                self._said.clear()
            self._said[east, north] = self._nearest(east, north)
        return self._said[east, north]

    def _nearest(self, east: float, north: float) -> str:
        far = [
            ((x - east) ** 2 + (y - north) ** 2, large, name)
            for x, y, large, name in self._names
        ]
        small = [one for one in far if one[0] < CLOSE_BY**2 and not one[1]]
        return min(small or far, default=(0.0, False, ""))[2]


@lru_cache(maxsize=300)
def landmarks(names: tuple[Name, ...]) -> Landmarks:
    """Made once for the same names."""
    return Landmarks(names)
