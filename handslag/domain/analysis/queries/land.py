"""Where people live in a municipality, in the squares that analyses use."""

from handslag.core.points.rules import SIDE
from handslag.domain.organisations.models import InhabitedSquare
from handslag.statistics.grid import corner


def inhabited(home: int) -> list[tuple[int, int]]:
    """South-west corners, east and north, of squares of 250 metres where somebody lives,
    or in a larger square with somebody in it. One query; none where nobody has said."""
    rows = InhabitedSquare.objects.filter(within=home, inhabitants__gt=0)
    found = set()
    for size, square in rows.values_list("size", "square"):
        east, north = corner(square)
        for x in range(east, east + size, SIDE):
            for y in range(north, north + size, SIDE):
                found.add((x // SIDE * SIDE, y // SIDE * SIDE))
    return sorted(found)
