"""How much gathers in how few places, and whether a map told where it would."""

from dataclasses import dataclass
from math import nan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handslag.statistics.intervals import Estimate, share
from handslag.statistics.weighting import Numbers

LEAST_EVENTS = 20


@dataclass(frozen=True, slots=True, eq=False)
class Concentration:
    """Events by places, those with most first. `share_of_places` and `share_of_events`
    are the curve, from (0, 0) to (1, 1). `gini` counts places without events as unequal
    even where there are too few events to go round; `generalised_gini` does not."""

    share_of_places: Numbers
    share_of_events: Numbers
    gini: float
    generalised_gini: float
    n: int
    places: int
    flags: tuple[str, ...]

    def events_in(self, places: float) -> float:
        """The share of events in such a share of places, those with most."""
        return float(np.interp(places, self.share_of_places, self.share_of_events))

    def places_for(self, events: float) -> float:
        """The smallest share of places that holds such a share of the events."""
        close = 1e-12
        at = int(np.searchsorted(self.share_of_events, events - close))
        return float(self.share_of_places[at])


def concentration(counts: NDArray[Any]) -> Concentration:
    """How unequally events (`counts`, one a place, those with none too) are spread.

    Bernasco & Steenbeek (2017), Journal of Quantitative Criminology 33, 451-467: the
    generalised Gini is measured from the most equal spread that so many events allow.
    A description of what happened, without an interval. Raises ValueError: E_EMPTY for no
    places, E_NEGATIVE. Without events nothing is a number, and the flag is "none".
    """
    many = counts.size
    if not many:
        raise ValueError("E_EMPTY")
    if (counts < 0).any():
        raise ValueError("E_NEGATIVE")
    rising = np.sort(counts.ravel()).astype(float)
    total = float(rising.sum())
    if total == 0:
        flat = np.array([0.0, 1.0])
        return Concentration(flat, flat * np.nan, np.nan, np.nan, 0, many, ("few", "none"))
    falling = np.concatenate([[0.0], np.cumsum(rising[::-1])]) / total
    gini = float(2 * (np.arange(1, many + 1) @ rising) / total - many - 1) / many
    return Concentration(
        share_of_places=np.arange(many + 1) / many,
        share_of_events=falling,
        gini=gini,
        generalised_gini=max(many / total, 1.0) * (gini - 1) + 1,
        n=round(total),
        places=many,
        flags=("few",) if total < LEAST_EVENTS else (),
    )


@dataclass(frozen=True, slots=True)
class Prediction(Estimate):
    """What a map of yesterday told of tomorrow. `estimate` is the PAI: how many times
    more often events came to the marked area than to an area of that size on average.
    `pei` is that as a share of the best that could have been marked; `hit_rate` the share
    of the events that came there, `area_share` the share of the area that was marked."""

    pei: float = 0.0
    hit_rate: float = 0.0
    hit_lower: float = 0.0
    hit_upper: float = 0.0
    area_share: float = 0.0

    @property
    def pai(self) -> float:
        """The same as `estimate`."""
        return self.estimate


def pai(
    hot: NDArray[np.bool_],
    area: NDArray[Any] | float,
    future: NDArray[Any],
    *,
    level: float = 0.95,
) -> Prediction:
    """How well marked places foretold where events would come. `hot` marks places,
    `area` is the size of each (or one size), `future` how many events came to each. The
    interval is Wilson's of the hit rate. Chainey, Tompson & Uhlig (2008), Security
    Journal 21, 4-28; PEI: Hunt (2016). Raises ValueError: E_SHAPE, E_NEGATIVE, E_EMPTY
    when nothing is marked or has a size. Without events: flag "none".
    """
    if hot.shape != future.shape:
        raise ValueError("E_SHAPE")
    sizes = np.broadcast_to(np.asarray(area, float), hot.shape).ravel()
    marked, events = hot.ravel(), future.ravel()
    if min(sizes.min(), events.min()) < 0:
        raise ValueError("E_NEGATIVE")
    if (covered := float(sizes[marked].sum())) <= 0:
        raise ValueError("E_EMPTY")
    n, hits = int(events.sum()), int(events[marked].sum())
    part = covered / float(sizes.sum())
    if n == 0:
        return Prediction(nan, nan, nan, level, 0, "PAI", flags=("few", "none"))
    rate = share(hits, n, level=level)
    return Prediction(
        estimate=rate.estimate / part,
        lower=rate.lower / part,
        upper=rate.upper / part,
        level=level,
        n=n,
        method="PAI, Wilson interval of the hit rate",
        flags=("few",) * (n < LEAST_EVENTS),
        pei=hits / _best(sizes, events, covered),
        hit_rate=rate.estimate,
        hit_lower=rate.lower,
        hit_upper=rate.upper,
        area_share=part,
    )


def _best(sizes: Numbers, events: NDArray[Any], covered: float) -> float:
    """The most events that an area of that size holds; a part of the last place."""
    with np.errstate(divide="ignore", invalid="ignore"):
        dense = np.where(sizes > 0, events / sizes, np.where(events > 0, np.inf, 0.0))
    order = np.argsort(-dense, kind="stable")
    reached = np.concatenate([[0.0], np.cumsum(sizes[order])])
    held = np.concatenate([[0.0], np.cumsum(events[order])])
    return float(np.interp(covered, reached, held))
