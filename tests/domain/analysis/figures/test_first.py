from datetime import date, timedelta

import pytest

from handslag.core.points.cubes import recount
from handslag.core.points.files import rebuild
from handslag.core.points.rules import day_number, points
from handslag.domain.analysis.figures.first import first
from handslag.domain.analysis.rules import SOURCE, kinds_of
from handslag.domain.incidents.rules import Top
from tests.domain.analysis.counted import ALL, AREA, TODAY

SINCE = date(2025, 3, 1)
EVEN: dict[Top, float] = {}


@pytest.fixture(autouse=True)
def _a_folder(settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"


def told(**numbers: int) -> None:
    """So many of each kind, spread over the year."""
    kinds = [kinds_of([Top(top)])[0] for top, n in numbers.items() for _ in range(n)]
    days = [SINCE + timedelta(nr * 7 % 365) for nr in range(len(kinds))]
    same = dict.fromkeys(("hour", "hours", "east", "north", "shared"), [1] * len(kinds))
    day = [day_number(one) for one in days]
    rebuild(SOURCE, [points(**same, area=[AREA] * len(kinds), kind=kinds, day=day)])
    recount(SOURCE, today=TODAY)


def test_what_differs_much_has_its_place_and_what_differs_little_has_not():
    told(damage=200, gathering=30, disorder=35, unsafe_place=5)
    found = first(ALL, EVEN, since=SINCE, today=TODAY)
    assert [(one.top, one.count) for one in found.placed] == [
        (Top.DAMAGE, 200),
        (Top.DISORDER, 35),
        (Top.GATHERING, 30),
        (Top.UNSAFE_PLACE, 5),
    ]
    assert [(one.lower, one.upper) for one in found.placed[:3]] == [(1, 1), (2, 3), (2, 3)]
    assert [one.top for one in found.contenders] == [Top.DAMAGE]
    assert found.even is None


def test_weights_change_the_order_and_what_came_first_without_them_is_named():
    told(damage=100, gathering=30)
    heavy = {Top.GATHERING: 10.0}
    found = first(ALL, heavy, since=SINCE, today=TODAY)
    assert [one.top for one in found.contenders] == [Top.GATHERING]
    assert found.even is Top.DAMAGE
    light = {Top.DAMAGE: 0.3}
    assert len(first(ALL, light, since=SINCE, today=TODAY).contenders) == 2


def test_the_same_figures_give_the_same_answer():
    told(damage=25, gathering=22, disorder=20)
    one, other = (first(ALL, EVEN, since=SINCE, today=TODAY) for _ in range(2))
    assert one == other
    assert len(one.contenders) == 3
    tenfold = first(ALL, dict.fromkeys(Top, 10.0), since=SINCE, today=TODAY)
    ends = [(p.lower, p.upper) for p in tenfold.placed]
    assert ends == [(p.lower, p.upper) for p in one.placed]


def test_fewer_than_twenty_put_nothing_first():
    told(damage=19)
    found = first(ALL, EVEN, since=SINCE, today=TODAY)
    assert (found.is_enough, found.placed) == (False, ())
