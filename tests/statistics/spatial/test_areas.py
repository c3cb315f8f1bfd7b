import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from handslag.statistics.spatial.areas import assign_areas

HALVES = [box(0, 0, 10, 10), box(10, 0, 20, 10), Polygon()]


def test_every_point_is_in_its_area_and_those_on_a_line_in_the_first():
    x, y = np.array([15.0, 5, 10, 20, 20.1, np.nan]), np.array([5.0, 5, 5, 10, 5, 5])
    assert assign_areas(x, y, HALVES).tolist() == [1, 0, 0, 1, -1, -1]


@given(st.integers(0, 1000))
def test_the_areas_are_those_of_an_index_of_rectangles(seed):
    rng = np.random.default_rng(seed)
    points = shapely.points(rng.uniform(0, 100, (60, 2)))
    cells = list(shapely.voronoi_polygons(shapely.multipoints(points[:7])).geoms)
    x, y = shapely.get_x(points), shapely.get_y(points)
    found = assign_areas(x, y, cells)
    at, area = shapely.STRtree(cells).query(points, predicate="within")
    theirs = np.full(60, -1)
    for point, number in zip(at, area, strict=True):
        theirs[point] = number
    assert (found == theirs).all()


def test_two_lists_of_unlike_length_are_refused():
    with pytest.raises(ValueError, match="E_SHAPE"):
        assign_areas(np.zeros(2), np.zeros(1), HALVES)
