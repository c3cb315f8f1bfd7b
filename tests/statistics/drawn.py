"""Samples to try the statistics of surveys on."""

import numpy as np

# R's data set apistrat (Californian schools 2000, R package survey, Lumley 2004): by
# stratum the schools drawn and there are and the weight that the data states; of pupils
# tested, of pupils enrolled and of the index the sum and the sum of squares; and the sum
# of tested times enrolled.
APISTRAT = {
    "E": (
        100,
        4421,
        44.2099990844727,
        (35502, 14540460),
        (41678, 20100668),
        (67443, 47038637),
        17044937,
    ),
    "M": (
        50,
        1018,
        20.3600006103516,
        (34785, 30316915),
        (41624, 42310204),
        (31830, 20940396),
        35464569,
    ),
    "H": (
        50,
        755,
        15.1000003814697,
        (53526, 74325088),
        (66035, 109279081),
        (31291, 20167941),
        88952856,
    ),
}


def schools():
    """Numbers with the same sums as those of apistrat, by stratum: every figure and
    variance of a stratified sample is made of these sums alone."""
    parts = [_stratum(*row) for row in APISTRAT.values()]
    strata = np.repeat([0, 1, 2], [len(part[0]) for part in parts])
    there = np.repeat([row[1] for row in APISTRAT.values()], [100, 50, 50]).astype(float)
    weights = np.repeat([row[2] for row in APISTRAT.values()], [100, 50, 50])
    tested, enrolled, index = (np.concatenate(one) for one in zip(*parts, strict=True))
    return strata, there, weights, tested, enrolled, index


def _stratum(n, _there, _weight, tested, enrolled, index, product):
    pattern = np.column_stack([np.ones(n), np.random.default_rng(n).normal(size=(n, 2))])
    one, other = np.linalg.qr(pattern)[0][:, 1:].T * np.sqrt(n)
    (x, spread_x), (y, spread_y), (z, spread_z) = (
        (total / n, np.sqrt(squares / n - (total / n) ** 2))
        for total, squares in (tested, enrolled, index)
    )
    r = (product / n - x * y) / (spread_x * spread_y)
    return (
        x + spread_x * one,
        y + spread_y * (r * one + np.sqrt(1 - r * r) * other),
        z + spread_z * one,
    )
