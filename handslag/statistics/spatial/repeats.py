"""How often does it happen again at the same address, and how soon?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from scipy.special import ndtri

from handslag.statistics.intervals import Estimate, share
from handslag.statistics.weighting import Numbers

Ints = NDArray[np.integer[Any]]

LEAST_EVENTS = 20
_LEAST_STEP = 28  # days that are looked at together


@dataclass(frozen=True, slots=True)
class Repeat(Estimate):
    """The share of events that came within `window` days of an earlier one at the same
    address. `n`: the events that had so many days of records before them."""

    window: int = 0
    repeats: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Repeats:
    """`shares` for each window. The curve: the share of events that were followed by the
    next one at the same address within `days`, `again`, allowing for those whose time was
    cut short by the end of the records; with its interval."""

    shares: tuple[Repeat, ...]
    days: NDArray[np.int64]
    again: Numbers
    lower: Numbers
    upper: Numbers
    level: float
    n: int
    addresses: int
    method: str
    flags: tuple[str, ...]


def repeats(
    address_id: Ints, day: Ints, windows: Sequence[int], *, level: float = 0.95
) -> Repeats:
    """Events that came again to where one had been, and the time until they did.

    `address_id` and `day` are whole numbers, one an event; `windows` are days, each
    inclusive: 7 is within a week after. The shares have Wilson's interval; the curve is
    Kaplan and Meier's with Greenwood's interval on the log-log scale. Farrell & Pease
    (1993), Once Bitten, Twice Bitten; Kaplan & Meier (1958), JASA 53, 457-481. Few events
    are flagged. Raises ValueError: E_SHAPE, E_EMPTY (no events or windows), E_NEGATIVE.
    """
    _checked(address_id, day, windows)
    address, days = _sorted(address_id, day)
    is_next = address[1:] == address[:-1]
    gap = days[1:] - days[:-1]
    followed = np.zeros(len(days), bool)
    followed[:-1] = is_next
    waits = day.max() - days
    waits[:-1][is_next] = gap[is_next]
    began = int(day.min())
    shares = tuple(_share(window, days, is_next, gap, began, level) for window in windows)
    line, se = _curve(waits.astype(np.int64), followed)
    lower, upper = _band(line, se, level)
    asked = np.asarray(sorted(windows), np.int64)
    at = np.minimum(asked, len(line) - 1)
    return Repeats(
        shares=shares,
        days=asked,
        again=line[at],
        lower=lower[at],
        upper=upper[at],
        level=level,
        n=len(days),
        addresses=len(days) - int(is_next.sum()),
        method="Wilson; Kaplan-Meier",
        flags=("few",) if len(days) < LEAST_EVENTS else (),
    )


def nearby_share(
    xy: NDArray[Any], day: Ints, metres: float, window: int, *, level: float = 0.95
) -> Repeat:
    """The share of events that came within `window` days of an earlier one nearer than
    `metres`, the same place included; of two on one day the later row is the later.

    `xy` (events, 2) in metres, `day` whole days. Wilson's interval; events of the first
    `window` days, whose past is not known, are not counted. Few events are flagged.
    Raises ValueError: E_SHAPE, E_EMPTY, E_NEGATIVE.
    """
    _checked(np.arange(len(xy)), day, [window])
    if xy.shape != (len(day), 2) or metres <= 0:
        raise ValueError("E_SHAPE")
    order = np.argsort(day, kind="stable")
    places, days = xy[order], day[order].astype(np.int64)
    came = np.zeros(len(days), bool)
    step = max(4 * window, _LEAST_STEP)
    for first in range(int(days[0]), int(days[-1]) + 1, step):
        old, start, end = np.searchsorted(days, [first - window, first, first + step])
        if start == end:
            continue
        near = cKDTree(places[start:end]).sparse_distance_matrix(
            cKDTree(places[old:end]), metres, output_type="ndarray"
        )
        here, before = near["i"] + start, near["j"] + old
        fits = (before < here) & (days[here] - days[before] <= window)
        came[here[fits & (near["v"] < metres)]] = True
    has_past = days >= days[0] + window
    return _wilson(int((came & has_past).sum()), int(has_past.sum()), window, level)


def _checked(address: Ints, day: Ints, windows: Sequence[int]) -> None:
    if address.ndim != 1 or address.shape != day.shape:
        raise ValueError("E_SHAPE")
    if not len(day) or not len(windows):
        raise ValueError("E_EMPTY")
    if min(windows) < 0:
        raise ValueError("E_NEGATIVE")


def _sorted(address: Ints, day: Ints) -> tuple[Ints, Ints]:
    """Both in order of address, then of day: as one number each, when that fits."""
    low, early = int(address.min()), int(day.min())
    span = int(day.max()) - early + 1
    if (int(address.max()) - low + 1) * span >= 2**62:
        order = np.lexsort((day, address))
        return address[order], day[order].astype(np.int64)
    key = np.sort((address.astype(np.int64) - low) * span + (day - early))
    return key // span, key % span + early


def _share(
    window: int,
    days: Ints,
    is_next: NDArray[np.bool_],
    gap: Ints,
    began: int,
    level: float,
) -> Repeat:
    has_past = days >= began + window
    hits = int((is_next & (gap <= window) & has_past[1:]).sum())
    return _wilson(hits, int(has_past.sum()), window, level)


def _wilson(hits: int, n: int, window: int, level: float) -> Repeat:
    if n == 0:
        nan = float("nan")
        return Repeat(nan, nan, nan, level, 0, "wilson", flags=("few",), window=window)
    found = share(hits, n, level=level)
    return Repeat(
        found.estimate,
        found.lower,
        found.upper,
        level,
        n,
        "wilson",
        flags=("few",) if n < LEAST_EVENTS else (),
        window=window,
        repeats=hits,
    )


def _curve(
    waits: NDArray[np.int64], followed: NDArray[np.bool_]
) -> tuple[Numbers, Numbers]:
    """By day: the share that had its next event, and the sum in Greenwood's formula."""
    ended = np.bincount(waits, minlength=1).astype(float)
    came = np.bincount(waits[followed], minlength=len(ended)).astype(float)
    waiting = len(waits) - np.concatenate([[0.0], np.cumsum(ended)[:-1]])
    with np.errstate(divide="ignore", invalid="ignore"):
        still = np.cumprod(1 - came / waiting)
        terms = np.where(waiting > came, came / (waiting * (waiting - came)), 0.0)
    return 1 - still, np.sqrt(np.cumsum(terms))


def _band(line: Numbers, se: Numbers, level: float) -> tuple[Numbers, Numbers]:
    still = 1 - line
    inside = (still > 0) & (still < 1)
    logged = np.log(still, out=np.full_like(still, -1.0), where=inside)
    half = np.where(inside, ndtri(0.5 + level / 2) * se / -logged, 0.0)
    lower = 1 - still ** np.exp(-half)
    upper = 1 - still ** np.exp(half)
    return np.where(inside, lower, line), np.where(inside, upper, line)
