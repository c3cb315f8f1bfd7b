"""The public map of the demonstration: made-up inhabitants, and a map for each month.

Nobody is said to live at the two spots whose story the demonstration tells, so they are
not on the map that strangers see. That is how it is meant.
"""

from datetime import datetime, time, timedelta

from handslag.config.demo.accounts import DEGERFORS, KARLSKOGA
from handslag.config.demo.reported import BEGAN, GROWING, SOLVED, SPOTS
from handslag.config.demo.stage import TODAY, Stage
from handslag.core.access import system
from handslag.core.periods import STOCKHOLM
from handslag.domain.incidents import services
from handslag.domain.incidents.rules.release import SIZE, is_closed, month_after, month_of
from handslag.domain.organisations import services as organisations
from handslag.statistics.grid import cell, neighbours, to_sweref

IN_THE_MIDDLE, AROUND, YEAR = 420, 130, 2025


def tell(stage: Stage) -> None:
    """Say where people live, then let the months pass."""
    by = system("demo")
    for name in (DEGERFORS, KARLSKOGA):
        home = stage.org(name)
        organisations.count_inhabitants(by, home, _living(name), size=SIZE, year=YEAR)
        month = month_of(BEGAN)
        while is_closed(month, TODAY):
            first = month_after(month) + timedelta(days=1)
            morning = datetime.combine(first, time(5), tzinfo=STOCKHOLM)
            services.release_map(by, home, month=month, now=morning)
            month = month_after(month)


def _living(name: str) -> dict[int, int]:
    """People live around the spots of the town, and nowhere else."""
    found: dict[int, int] = {}
    for spot in SPOTS:
        if spot.within == name and spot.course not in (GROWING, SOLVED):
            square = cell(*to_sweref(spot.lon, spot.lat), SIZE)
            found.update(dict.fromkeys(neighbours(square, SIZE), AROUND))
            found[square] = IN_THE_MIDDLE
    return found
