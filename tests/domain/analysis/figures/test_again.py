from datetime import date, timedelta

import numpy as np
import pytest

from handslag.core.points.reading import of_area
from handslag.core.points.rules import points
from handslag.domain.analysis.figures.again import came_back, questions, within
from handslag.domain.analysis.queries.returns import Returned, returned
from handslag.domain.analysis.rules import SOURCE, TROUBLES, Question, Way
from handslag.domain.analysis.services.returning import count_returns
from tests.domain.analysis.counted import ALL, AREA, TODAY, reported

FIRST = date(2025, 3, 1)
RESIDENTS = Question(AREA, ways=(Way.RESIDENT,))
SERVICE = Question(AREA, ways=(Way.SERVICE,))


@pytest.fixture(autouse=True)
def _a_folder(settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"


def spread(n: int, seed: int) -> tuple[list[date], list[tuple[int, int]]]:
    """Anywhere in a square of two kilometres, on any day of a year."""
    rng = np.random.default_rng(seed)
    days = [FIRST + timedelta(int(day)) for day in rng.integers(0, 365, n)]
    places = 460_000 + rng.integers(0, 2000, (n, 2))
    return days, [(int(x), int(y)) for x, y in places]


def found(question: Question = ALL) -> list[Returned]:
    rows = of_area(SOURCE, AREA, years=(2024, 2026))
    return came_back(question, within(question, rows, today=TODAY))


def test_what_comes_back_within_a_week_comes_back():
    days, at = spread(150, 3)
    again = [(day + timedelta(5), (x + 8, y)) for day, (x, y) in zip(days, at, strict=True)]
    inside = [one for one in again[:30] if one[0] < TODAY.replace(day=1)]
    reported(
        [*days, *(day for day, _ in inside)], at=[*at, *(place for _, place in inside)]
    )
    same, near = found()
    assert same.repeats >= 25
    assert same.p < 0.01
    assert same.low > 1
    assert near.repeats > same.repeats
    assert near.low < 1 < near.high


def test_chance_alone_seldom_brings_anything_back():
    said = 0
    for seed in range(25):
        rng = np.random.default_rng(seed)
        east, north = 460_000 + rng.integers(0, 1500, (2, 70))
        same = dict.fromkeys(("area", "kind", "hour", "hours", "shared"), np.zeros(70))
        day = rng.integers(0, 365, 70)
        rows = points(**same, east=east, north=north, day=day)
        said += min(one.p for one in came_back(ALL, rows)) <= 0.05
    assert said <= 3


def test_where_all_lies_at_one_point_nothing_can_be_more_than_chance():
    reported([FIRST + timedelta(7 * n) for n in range(50)])
    same, near = found()
    assert (same.p, near.p, near.ratio) == (1.0, 1.0, 0.0)
    assert same.pairs == same.expected


def test_fewer_than_twenty_say_nothing():
    days, at = spread(19, 1)
    reported(days, at=at)
    assert found() == []


def test_the_night_counts_for_every_question_and_a_page_reads_only_that(monkeypatch):
    days, at = spread(60, 2)
    reported(days, at=at)
    count_returns(SOURCE, list(questions(AREA)), TODAY)
    monkeypatch.delattr("handslag.core.points.reading.of_area")
    assert returned(RESIDENTS) == [
        one._replace(kinds=row.kinds)
        for one, row in zip(returned(ALL), returned(RESIDENTS), strict=True)
    ]
    assert [one.is_near for one in returned(ALL)] == [0, 1]
    assert returned(SERVICE) == []
    assert returned(Question(AREA, tops=TROUBLES[:1], years=2))[0].years == 2
    assert returned(Question(AREA + 1)) == []
    assert len(set(questions(AREA))) == 80


def test_only_what_is_shared_is_counted_for_those_who_see_that():
    days, at = spread(60, 2)
    reported(days, at=at, shared=0)
    count_returns(SOURCE, list(questions(AREA)), TODAY)
    assert returned(ALL)
    assert returned(Question(AREA, shared_only=True)) == []
