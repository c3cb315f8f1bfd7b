"""Rows about people made so alike that nobody is found among them by what is known of them.

Sweeney (2002), k-anonymity: a model for protecting privacy, International Journal of
Uncertainty, Fuzziness and Knowledge-Based Systems 10, 557-570: each combination of what
is known stands in at least k rows. Domingo-Ferrer & Mateo-Sanz (2002), Practical
data-oriented microaggregation, IEEE TKDE 14, 189-201: numbers are put in groups of k.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.weighting import Codes

WITHHELD = 0
Classes = NDArray[np.int64]


def alike(keys: Sequence[Codes], k: int) -> list[Codes]:
    """The keys (codes from 1) with WITHHELD in place of what would leave a row among
    fewer than `k` that are the same in all of them; the last key is given up first.

    Raises ValueError: E_EMPTY without keys, E_SHAPE for different lengths.
    """
    if not keys:
        raise ValueError("E_EMPTY")
    if len({one.shape for one in keys}) > 1:
        raise ValueError("E_SHAPE")
    classes = classes_of(keys)
    sizes = np.bincount(classes).tolist()
    first = np.unique(classes, return_index=True)[1]
    said = [[int(key[at]) for key in keys] for at in first]
    for at in reversed(range(len(keys))):
        beside: dict[tuple[int, ...], list[int]] = {}
        for one, values in enumerate(said):
            beside.setdefault(tuple(values[:at]), []).append(one)
        for near in beside.values():
            _give_up(said, sizes, near, at, k)
    return [np.array([one[at] for one in said])[classes] for at in range(len(keys))]


def _give_up(
    said: list[list[int]], sizes: Sequence[int], near: Sequence[int], at: int, k: int
) -> None:
    """Say no key from `at` on of those that are too few among these, and of the next
    smallest until those of whom it is not said are `k`."""
    alike_: dict[tuple[int, ...], list[int]] = {}
    for one in near:
        alike_.setdefault(tuple(said[one]), []).append(one)
    parts = sorted((sum(sizes[one] for one in part), part) for part in alike_.values())
    pool = 0
    for size, part in parts:
        if size >= k and not 0 < pool < k:
            break
        pool += size
        for one in part:
            said[one][at:] = [WITHHELD] * len(said[one][at:])


def classes_of(keys: Sequence[Codes]) -> Classes:
    """A number from 0 for each combination of keys, the same for rows that are alike."""
    classes: Classes = np.zeros(len(keys[0]), np.int64)
    for key in keys:
        wide = key.astype(np.int64)
        both = classes * (int(wide.max(initial=0)) + 1) + wide
        classes = np.unique(both, return_inverse=True)[1].reshape(-1).astype(np.int64)
    return classes


def in_groups(counts: Codes, k: int) -> Classes:
    """For values in order, how many times each stands there → the place of the value
    that is said instead, so that each value that is said is said at least `k` times: the
    middle one of neighbours. Empty when they are fewer than `k` all together.
    """
    if counts.sum() < k:
        return np.zeros(0, np.int64)
    begins, there = [0], 0
    for at, many in enumerate(counts.tolist()):
        if there >= k:
            begins.append(at)
            there = 0
        there += many
    if there < k:
        begins.pop()
    said: Classes = np.zeros(len(counts), np.int64)
    for begin, end in zip(begins, [*begins[1:], len(counts)], strict=True):
        said[begin:end] = begin + _middle(counts[begin:end])
    return said


def _middle(counts: NDArray[Any]) -> int:
    sums = counts.cumsum()
    return int(np.searchsorted(sums, sums[-1] / 2))
