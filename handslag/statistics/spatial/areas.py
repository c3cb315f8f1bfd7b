"""Which area does a point lie in?"""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from handslag.statistics.spatial.binning import Plain

OUTSIDE = -1


def assign_areas(x: Plain, y: Plain, polygons: Sequence[BaseGeometry]) -> NDArray[np.int32]:
    """The place in `polygons` of the area that each point lies in; -1 outside them all.

    A point on the line between areas belongs to the first of them, so that every point
    is in one area at most and none of those on a shared line is lost. What is not a
    number is outside. Raises ValueError("E_SHAPE").

    The points are put in order of x once; each polygon, prepared by GEOS, then looks at
    those of its own rectangle only.
    """
    if x.ndim != 1 or x.shape != y.shape:
        raise ValueError("E_SHAPE")
    order = np.argsort(x)
    across, along = np.asarray(x, float)[order], np.asarray(y, float)[order]
    found = np.full(len(order), OUTSIDE, np.int32)
    for number, polygon in enumerate(polygons):
        if polygon.is_empty:
            continue
        west, south, east, north = polygon.bounds
        first, last = np.searchsorted(across, [west, np.nextafter(east, np.inf)])
        here = slice(first, last)
        near = (along[here] >= south) & (along[here] <= north) & (found[here] == OUTSIDE)
        at = first + np.flatnonzero(near)
        shapely.prepare(polygon)
        found[at[shapely.intersects_xy(polygon, across[at], along[at])]] = number
    back = np.empty_like(found)
    back[order] = found
    return back
