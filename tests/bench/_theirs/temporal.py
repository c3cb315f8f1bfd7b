"""Counts in time as statsmodels counts them, one at a time: it has no other way."""

import numpy as np

from tests.bench._peer import Call, Given


def pairs(given: Given) -> Call:
    """The mid-p test of each pair of counts, and the interval of its ratio."""
    from statsmodels.stats.rates import (  # noqa: PLC0415
        confint_poisson_2indep,
        test_poisson_2indep,
    )

    counts = given["counts"]

    def once() -> Given:
        p = [
            min(
                test_poisson_2indep(
                    one, 1, other, 1, method="cond-midp", alternative=alternative
                ).pvalue
                for alternative in ("larger", "smaller")
            )
            for one, other in counts
        ]
        for one, other in counts:
            confint_poisson_2indep(one, 1, other, 1, compare="ratio", method="score-log")
        return {"p": np.minimum(1, 2 * np.array(p))}

    return once


def tests(given: Given) -> Call:
    """The mid-p test of each pair alone."""
    from statsmodels.stats.rates import test_poisson_2indep  # noqa: PLC0415

    counts = given["counts"]

    def once() -> Given:
        for one, other in counts:
            test_poisson_2indep(one, 1, other, 1, method="cond-midp")
        return {}

    return once


def trends(given: Given) -> Call:
    """A quasi-Poisson regression of each series."""
    import statsmodels.api as sm  # noqa: PLC0415

    x, table = given["x"], given["counts"]

    def once() -> Given:
        found = []
        for counts in table:
            model = sm.GLM(counts, x, family=sm.families.Poisson()).fit(scale="X2")
            found.append((model.params[1], model.bse[1]))
        return {"slope": np.array(found)[:, 0], "se": np.array(found)[:, 1]}

    return once
