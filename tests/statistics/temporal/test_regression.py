import numpy as np
import pytest

from handslag.statistics.temporal.regression import fit, leverage

# Dobson (1990), An Introduction to Generalized Linear Models, p. 93: a trial with three
# outcomes and three treatments, the example of R's glm.
COUNTS = np.array([[18, 17, 15, 20, 10, 20, 25, 13, 12]], dtype=float)
OUTCOME, TREATMENT = np.tile([0, 1, 2], 3), np.repeat([0, 1, 2], 3)
X = np.column_stack(
    [np.ones(9), OUTCOME == 1, OUTCOME == 2, TREATMENT == 1, TREATMENT == 2]
).astype(float)


def test_the_trial_of_dobson_has_the_coefficients_that_r_prints():
    found = fit(COUNTS, X)
    errors = np.sqrt(np.diagonal(found.inverse[0]))
    assert found.beta[0] == pytest.approx([3.044522, -0.454255, -0.292987, 0, 0], abs=1e-6)
    assert errors == pytest.approx([0.1708988, 0.2021708, 0.1927423, 0.2, 0.2], abs=1e-6)
    assert (found.phi[0], found.df[0]) == pytest.approx((1.2933, 4), abs=1e-4)


def test_the_leverages_of_a_fit_sum_to_its_columns():
    found = fit(COUNTS, X)
    assert leverage(found, X, np.ones((1, 9))).sum() == pytest.approx(5)


def test_a_weight_of_nought_leaves_a_count_out():
    weights = np.ones((1, 9))
    weights[0, 4] = 0
    changed = COUNTS.copy()
    changed[0, 4] = 500
    one, other = (fit(y, X, weights=weights) for y in (COUNTS, changed))
    assert one.beta == pytest.approx(other.beta, abs=1e-8)
    assert one.df[0] == 3
