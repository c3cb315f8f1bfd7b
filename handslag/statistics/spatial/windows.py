"""Sums over what lies around each square of a map, by running sums."""

from collections.abc import Iterator
from math import isqrt
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Form = Literal["square", "disc"]
Array = NDArray[Any]


def spans(radius: float, form: Form = "square") -> dict[int, int]:
    """For each row up or down from the middle, how many squares on each side belong.

    The radius is counted in squares: 1 is 3 x 3 in a square, a cross in a disc. Raises
    ValueError("E_NEGATIVE").
    """
    if radius < 0:
        raise ValueError("E_NEGATIVE")
    reach = int(radius)
    if form == "square":
        return dict.fromkeys(range(-reach, reach + 1), reach)
    return {
        row: isqrt(int(radius * radius - row * row)) for row in range(-reach, reach + 1)
    }


def window_sums(values: Array, radius: float, form: Form = "square") -> Array:
    """What the squares within `radius` of each add up to, itself included.

    `values` is a map (rows, columns); beyond its sides there is nothing. Whole numbers
    are summed exactly.
    """
    if form == "square":
        reach = int(spans(radius)[0])
        return _run(_run(values, reach).T, reach).T
    total = np.zeros(values.shape, values.dtype if values.dtype.kind == "f" else np.int64)
    running = _running(values)
    for half, rows in _by_span(spans(radius, form)):
        part = _between(running, half)
        for row in rows:
            _add_shifted(total, part, row)
    return total


def _by_span(found: dict[int, int]) -> Iterator[tuple[int, list[int]]]:
    for half in sorted(set(found.values())):
        yield half, [row for row, own in found.items() if own == half]


def _running(values: Array) -> Array:
    """Sums from the left, with a first column of noughts."""
    rows, columns = values.shape
    kind = values.dtype if values.dtype.kind == "f" else np.int64
    running = np.zeros((rows, columns + 1), kind)
    np.cumsum(values, axis=1, out=running[:, 1:])
    return running


def _between(running: Array, half: int) -> Array:
    columns = running.shape[1] - 1
    at = np.arange(columns)
    upper, lower = np.minimum(at + half + 1, columns), np.maximum(at - half, 0)
    found: Array = running[:, upper] - running[:, lower]
    return found


def _run(values: Array, half: int) -> Array:
    return _between(_running(values), half)


def _add_shifted(total: Array, part: Array, rows: int) -> None:
    """Add to each row the one that lies so many rows above it."""
    many = len(total)
    if abs(rows) >= many:
        return
    to = slice(max(-rows, 0), many - max(rows, 0))
    since = slice(max(rows, 0), many - max(-rows, 0))
    total[to] += part[since]
