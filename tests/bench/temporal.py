"""What thousands of series in time cost, and whether another library says the same.

statsmodels is asked for a part of the pairs and of the series, and our own time is
counted for as many. Farrington has no other library in Python: its time stands alone.
"""

import numpy as np

from handslag.statistics.conditional import mid_p
from handslag.statistics.counts import rate_ratio
from handslag.statistics.temporal.alarms import farrington
from handslag.statistics.temporal.changes import change
from handslag.statistics.temporal.hours import aoristic
from handslag.statistics.temporal.trends import Trends, trend
from tests.bench._bounds import at_most
from tests.bench._peers import against, ask, cpu

_PAIRS, _ASKED_PAIRS = 100_000, 300
_SERIES, _MONTHS, _ASKED_SERIES = 5_800, 120, 300
_SPANS = 1_000_000


def measure_pairs() -> dict[str, str | float]:
    """The mid-p test and interval of 100,000 pairs of counts."""
    rng = np.random.default_rng(1)
    counts = 1 + rng.poisson(rng.uniform(1, 300, (_PAIRS, 1)), (_PAIRS, 2))
    own = cpu(lambda: rate_ratio(counts[:, 0], 1, counts[:, 1], 1))
    found = rate_ratio(counts[:, 0], 1, counts[:, 1], 1)
    peer = ask("temporal.pairs", {"counts": counts[:_ASKED_PAIRS]})
    figures = against("pairs_300", own * _ASKED_PAIRS / _PAIRS, peer, at_most_one_in=500)
    figures["pairs_100000_ms"] = 1000 * own
    total, half = counts.sum(axis=1).astype(float), np.full(_PAIRS, 0.5)
    test = cpu(lambda: mid_p(counts[:, 0].astype(float), total, half))
    alone = ask("temporal.tests", {"counts": counts[:_ASKED_PAIRS]})
    figures |= against(
        "pairs_300_test_alone", test * _ASKED_PAIRS / _PAIRS, alone, at_most_one_in=500
    )
    if peer is not None:
        off = np.abs(found.p[:_ASKED_PAIRS] - peer.found["p"]).max()
        figures["pairs_p_off"] = at_most(1e-9, float(off))
    return figures


def measure_trends() -> dict[str, str | float]:
    """The trend of 5,800 series of 120 months with their seasons, six columns."""
    rng = np.random.default_rng(2)
    counts = rng.poisson(rng.uniform(1, 60, (_SERIES, 1)), (_SERIES, _MONTHS))
    years = (np.arange(_MONTHS) - (_MONTHS - 1) / 2) / 12
    waves = [wave(2 * np.pi * k * years) for k in (1, 2) for wave in (np.cos, np.sin)]
    x = np.column_stack([np.ones(_MONTHS), years, *waves])
    own, found = cpu(lambda: trend(counts), 3), trend(counts)
    asked = {"counts": counts[:_ASKED_SERIES], "x": x}
    peer = ask("temporal.trends", asked)
    figures = against("trends_300", own * _ASKED_SERIES / _SERIES, peer, at_most_one_in=10)
    figures["trends_5800_by_120_ms"] = 1000 * own
    if peer is not None and isinstance(found, Trends) and found.se is not None:
        off = np.abs(found.slope[:_ASKED_SERIES] - peer.found["slope"]).max()
        off_se = np.abs(found.se[:_ASKED_SERIES] - peer.found["se"]).max()
        figures["trends_off"] = at_most(1e-6, float(max(off, off_se)))
    return figures


def measure_alarms() -> dict[str, str | float]:
    """5,800 series, one week, five years back: ten seasons and a trend."""
    rng = np.random.default_rng(3)
    table = rng.poisson(rng.uniform(0.5, 20, _SERIES), (270, _SERIES))
    own = cpu(lambda: farrington(table, [269]), 2)
    return {"farrington_ms_per_series_week": 1000 * own / _SERIES}


def measure_changes() -> dict[str, str]:
    """100,000 counts, each against five years."""
    rng = np.random.default_rng(4)
    years = rng.poisson(rng.uniform(2, 300, (_PAIRS, 1)), (_PAIRS, 6))
    own = cpu(lambda: change(years[:, -1], years[:, :-1]))
    return {"change_100000_s": at_most(0.2, own)}


def measure_aoristic() -> dict[str, str]:
    """A million events between two times; every event is one."""
    rng = np.random.default_rng(5)
    start = rng.uniform(0, 50_000, _SPANS)
    end = start + rng.exponential(20, _SPANS)
    own = cpu(lambda: aoristic(start, end))
    off = abs(float(aoristic(start, end).sum()) - _SPANS)
    return {"aoristic_1M_s": at_most(0.5, own), "aoristic_off": at_most(1e-3, off)}
