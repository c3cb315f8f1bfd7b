import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.temporal.cells import unusual_cells


def test_the_expected_are_those_of_rows_and_columns():
    # Agresti (2002), table 3.2 (income and job satisfaction): 206 * 62 / 901 = 14.18.
    table = np.array(
        [[20, 24, 80, 82], [22, 38, 104, 125], [13, 28, 81, 113], [7, 18, 54, 92]]
    )
    found = unusual_cells(table)
    assert found.expected[0, 0] == pytest.approx(206 * 62 / 901)
    # Pearson's 11.99 on 9 degrees of freedom, as printed there.
    assert found.phi == pytest.approx(11.99 / 9, abs=1e-3)


def test_a_cell_that_came_twice_as_often_is_expected_twice_as_much():
    times = np.array([[1.0, 1.0], [2.0, 1.0]])
    found = unusual_cells(10 * times, times)
    assert found.estimate == pytest.approx(np.ones((2, 2)))
    never = unusual_cells(np.array([[3, 0], [4, 5]]), np.array([[1, 0], [1, 1]]))
    assert np.isnan(never.estimate[0, 1])


def test_nothing_and_nonsense_are_refused():
    for table, exposure, code in (
        (np.zeros((2, 2)), None, "E_EMPTY"),
        (np.ones((2, 2)), np.zeros((2, 2)), "E_EMPTY"),
        (-np.ones((2, 2)), None, "E_NEGATIVE"),
        (np.ones(4), None, "E_SHAPE"),
    ):
        with pytest.raises(ValueError, match=code):
            unusual_cells(table, exposure)


def test_of_tables_without_anything_unusual_few_have_a_cell_that_is():
    rng = np.random.default_rng(17)
    hours = rng.uniform(1, 9, 24)
    days = rng.uniform(0.5, 1.5, 7)
    found = [unusual_cells(rng.poisson(np.outer(days, hours))) for _ in range(200)]
    assert np.mean([(one.p < 0.05).mean() for one in found]) <= 0.06
    assert np.mean([(one.p_fdr < 0.05).any() for one in found]) <= 0.06


@given(st.integers(20, 200))
def test_a_pile_in_one_hour_is_found(pile):
    table = np.full((7, 24), 5)
    table[4, 22] += pile
    found = unusual_cells(table)
    assert found.p_fdr[4, 22] == found.p_fdr.min() < 0.05
    assert found.expected.sum() == pytest.approx(table.sum())
