from datetime import date

import numpy as np
import pytest

from handslag.core.points.rules import COLUMNS, day_number, points
from tests.core.points.made import some


def test_a_number_that_has_no_room_is_refused():
    one = {name: [1] for name in COLUMNS}
    assert len(points(**one)) == 1
    with pytest.raises(ValueError, match="E_RANGE"):
        points(**{**one, "hour": [256]})
    with pytest.raises(ValueError, match="E_RANGE"):
        points(**{**one, "area": [-40_000]})


def test_columns_of_different_length_or_name_are_refused():
    one = {name: [1] for name in COLUMNS}
    with pytest.raises(ValueError, match="E_SHAPE"):
        points(**{**one, "day": [1, 2]})
    with pytest.raises(ValueError, match="E_SHAPE"):
        points(area=[1])


def test_the_year_is_that_of_the_day():
    days = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 12, 31), date(1999, 12, 31)]
    one = {name: [0] * 4 for name in COLUMNS} | {"day": [day_number(day) for day in days]}
    assert points(**one).years().tolist() == [2023, 2024, 2024, 1999]


def test_marked_points_are_kept_and_no_others():
    found = some()
    kept = found.where(found.area == 1862)
    assert 0 < len(kept) < len(found)
    assert set(np.unique(kept.area)) == {1862}
