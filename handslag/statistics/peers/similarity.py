"""Which places are like this one, in the things that one has chosen to look at."""

from dataclasses import dataclass

import numpy as np

from handslag.statistics.weighting import Codes, Numbers

_PLACES_BY_FEATURES = 2


@dataclass(frozen=True, slots=True, eq=False)
class Similar:
    """The places most like the target, nearest first: `ids` are rows, `distance` from
    nought, `contributions` (a row for each) how much of the squared distance is due to
    each feature; they add up to 1, and are nought where two places are the same."""

    ids: Codes
    distance: Numbers
    contributions: Numbers


def similar(features: Numbers, weights: Numbers, target: int, k: int) -> Similar:
    """The `k` rows nearest to row `target`, by the weighted distance of standardised
    features: each column less its mean, by its standard deviation over all rows; weights
    are scaled to the sum 1. A column without spread tells nobody apart.

    Equal distances come in the order of the rows. Raises ValueError: E_SHAPE, E_NEGATIVE
    for weights, E_EMPTY without weight or other rows, E_NAN.
    """
    if features.ndim != _PLACES_BY_FEATURES or weights.shape != features.shape[1:]:
        raise ValueError("E_SHAPE")
    if not 0 <= target < len(features):
        raise ValueError("E_SHAPE")
    if (weights < 0).any():
        raise ValueError("E_NEGATIVE")
    if weights.sum() == 0 or k < 1 or len(features) < 2:  # noqa: PLR2004 - two places
        raise ValueError("E_EMPTY")
    if not np.isfinite(features).all():
        raise ValueError("E_NAN")
    spread = features.std(axis=0)
    scaled = (features - features[target]) / np.where(spread > 0, spread, 1.0)
    parts = scaled**2 * (weights / weights.sum())
    squared = parts.sum(axis=1)
    order = np.argsort(squared, kind="stable")
    ids = order[order != target][:k]
    total = squared[ids][:, None]
    shares = np.divide(parts[ids], total, out=np.zeros_like(parts[ids]), where=total > 0)
    return Similar(ids, np.sqrt(squared[ids]), shares)
