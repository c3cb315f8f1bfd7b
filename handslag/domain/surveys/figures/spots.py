"""Places that several have pointed out, added up by name and by square."""

from collections import Counter

from handslag.domain.surveys.figures.document import Spot
from handslag.domain.surveys.models import SaidPlace, Survey

FEWEST = 5
SIDE = 500  # metres


def spots_of(survey: Survey) -> tuple[Spot, ...]:
    """Those that at least five have pointed out, most first. One query."""
    said = SaidPlace.objects.filter(survey=survey)
    named: Counter[tuple[str, str]] = Counter()
    squares: Counter[tuple[str, int, int]] = Counter()
    rows = said.values_list("question", "place__name", "east", "north")
    for question, name, east, north in rows:
        if name:
            named[question, name] += 1
        elif east is not None and north is not None:
            squares[question, east // SIDE * SIDE, north // SIDE * SIDE] += 1
    found = [
        *(Spot(question, n, name) for (question, name), n in named.items()),
        *(
            Spot(question, n, east=east, north=north)
            for (question, east, north), n in squares.items()
        ),
    ]
    many = (one for one in found if one.n >= FEWEST)
    return tuple(sorted(many, key=lambda one: (-one.n, one.name, one.east or 0)))
