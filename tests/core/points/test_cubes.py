from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest

from handslag.core.points.cubes import keep, recount
from handslag.core.points.files import rebuild
from handslag.core.points.reading import table
from handslag.core.points.rules import FIRST
from tests.core.points.made import some
from tests.core.points.test_files import NONE

TODAY = date(2026, 8, 15)


@pytest.fixture(autouse=True)
def points(settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"
    found = some()
    rebuild("prov", [found])
    recount("prov", today=TODAY)
    return found.where(found.area == 1862)


def counted(cube: str, *names: str) -> Counter[tuple[int, ...]]:
    found = table("prov", cube, 1862)
    keys = zip(*(found[name].tolist() for name in names), strict=True)
    sums: Counter[tuple[int, ...]] = Counter()
    for key, n in zip(keys, found["n"].tolist(), strict=True):
        sums[key] += n
    return sums


def test_months_are_counted_as_by_hand(points):
    days = [FIRST + timedelta(int(day)) for day in points.day]
    by_hand = Counter((day.year * 100 + day.month,) for day in days)
    assert counted("months", "month") == by_hand


def test_squares_are_counted_as_by_hand(points):
    by_hand = Counter(
        zip((points.east // 250).tolist(), (points.north // 250).tolist(), strict=True)
    )
    assert counted("squares", "x", "y") == by_hand


def test_squares_are_told_apart_by_twelve_whole_months(points):
    days = [FIRST + timedelta(int(day)) for day in points.day]
    spans = [(date(2026, 8, 1), -1), (date(2025, 8, 1), 0), (date(2024, 8, 1), 1)]
    by_hand = Counter(
        (next((ago for first, ago in spans if day >= first), 2),) for day in days
    )
    assert counted("squares", "ago") == by_hand
    assert set(by_hand) == {(-1,), (0,), (1,), (2,)}


def test_hours_that_nobody_knows_are_not_counted(points):
    known = points.where(points.hour < 255)
    by_hand = Counter(zip(known.hour.tolist(), known.hours.tolist(), strict=True))
    assert counted("hours", "hour", "hours") == by_hand


def test_a_week_begins_on_a_monday(points):
    days = [FIRST + timedelta(int(day)) for day in points.day]
    mondays = Counter(day - timedelta(day.weekday()) for day in days)
    weeks = counted("weeks", "week")
    assert sorted(weeks.values()) == sorted(mondays.values())
    first = {FIRST + timedelta(7 * week - 5) for (week,) in weeks}
    assert first == set(mondays)


def test_a_heap_is_a_coordinate_that_comes_back(points):
    columns = (points.kind, points.shared, points.east, points.north)
    spots = Counter(zip(*(column.tolist() for column in columns), strict=True))
    heaps = {key: n for key, n in spots.items() if n >= 3}
    assert counted("heaps", "kind", "shared", "east", "north") == Counter(heaps)


def test_what_is_shared_and_of_a_kind_is_asked_for_by_itself(points):
    found = table("prov", "months", 1862, kinds=[1, 2], shared_only=True)
    by_hand = points.where((points.shared == 1) & ((points.kind == 1) | (points.kind == 2)))
    assert found["n"].sum() == len(by_hand)


def test_a_source_that_has_lost_its_points_has_no_tables():
    rebuild("prov", [NONE])
    recount("prov", today=TODAY)
    assert table("prov", "months", 1862) == {}


def test_a_table_of_another_part_is_read_in_the_same_way_and_goes_when_it_is_empty():
    rows = {
        "area": np.array([1862, 180]),
        "kind": np.array([11, 11]),
        "n": np.array([3, 4]),
    }
    keep("prov", "egen", rows)
    assert table("prov", "egen", 1862)["n"].tolist() == [3]
    keep("prov", "egen", {name: column[:0] for name, column in rows.items()})
    assert table("prov", "egen", 1862) == {}
