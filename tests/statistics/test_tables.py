import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.comparisons import against_whole
from handslag.statistics.design import design
from handslag.statistics.surveys import svy_prop
from handslag.statistics.tables import Tabulator, svy_table
from handslag.statistics.weighting import Margin, greg, rake

OPTIONS, GROUPS = 3, 2


@st.composite
def questions(draw):
    """A sample with codes and groups, weighted or raked, with or without strata."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    n = draw(st.integers(20, 150))
    strata = rng.permutation(np.arange(n) % draw(st.integers(1, 4)))
    weights = rng.uniform(1, 4, n)
    if draw(st.booleans()):
        sex = rng.permutation(np.arange(n) % 2)
        areas = 1000 * rng.dirichlet(np.full(strata.max() + 1, 50.0))
        weights = rake([Margin(strata, areas), Margin(sex, np.full(2, 500.0))], weights)
    fpc = np.full(n, 400.0) if draw(st.booleans()) else None
    codes = rng.integers(0, OPTIONS + 1, n).astype(np.uint8)
    groups = rng.integers(0, GROUPS + 1, n)
    return design(weights, strata=strata, fpc=fpc), codes, groups


@settings(max_examples=60, deadline=None)
@given(questions(), st.sampled_from(["logit", "beta", "mean"]))
def test_the_table_says_of_each_cell_what_is_said_of_it_alone(made, ci):
    sample, codes, groups = made
    table = svy_table(codes, groups, sample, options=OPTIONS, many=GROUPS, ci=ci)
    answered = codes > 0
    for group in range(GROUPS + 1):
        part = answered & ((groups == group + 1) if group < GROUPS else True)
        assert table.n[group] == part.sum()
        if not part.any():
            assert np.isnan(table.shares[group]).all()
            continue
        for option in range(OPTIONS):
            alone = svy_prop(codes == option + 1, sample, domain=part, ci=ci)
            cell = table.at(group, option)
            for name in ("estimate", "se", "lower", "upper", "df", "effective_n"):
                assert getattr(cell, name) == pytest.approx(
                    getattr(alone, name), abs=1e-7
                ), name
            assert (cell.n, cell.level, cell.method) == (alone.n, alone.level, alone.method)
            assert table.counts[group, option] == (part & (codes == option + 1)).sum()


@settings(max_examples=40, deadline=None)
@given(questions())
def test_a_group_is_compared_with_the_whole_that_it_is_part_of(made):
    sample, codes, groups = made
    table = svy_table(codes, groups, sample, options=OPTIONS, many=GROUPS)
    answered = codes > 0
    for group in range(GROUPS):
        part = answered & (groups == group + 1)
        for option in range(OPTIONS if part.any() else 0):
            y = (codes == option + 1).astype(float)
            alone = against_whole(y, sample, part, base=answered)
            assert table.difference[group, option] == pytest.approx(alone.estimate)
            assert table.difference_se[group, option] == pytest.approx(alone.se, abs=1e-7)


def test_a_group_that_is_the_whole_does_not_differ_from_it():
    codes = np.array([1, 2, 1, 1, 2, 1])
    table = svy_table(codes, np.ones(6, int), design(np.ones(6)), options=2, many=1)
    assert table.difference.tolist() == [[0, 0]]
    assert table.difference_se == pytest.approx(np.zeros((1, 2)), abs=1e-9)
    assert table.difference_p.tolist() == [[1, 1]]


def test_shares_of_a_group_come_to_one_and_those_in_no_group_are_in_the_whole():
    codes, groups = np.array([1, 1, 2, 2, 0]), np.array([1, 1, 1, 0, 0])
    table = svy_table(codes, groups, design(np.ones(5)), options=2, many=1)
    assert table.shares.tolist() == [[2 / 3, 1 / 3], [0.5, 0.5]]
    assert table.counts.tolist() == [[2, 1], [2, 2]]
    assert table.at(0, 0).flags == ("few", "weak")


def test_what_cannot_be_tabulated_is_refused():
    sample, codes = design(np.ones(4)), np.array([1, 2, 1, 2])
    for wrong in (np.array([1, 3, 1, 2]), np.array([-1, 2, 1, 2]), np.array([1])):
        with pytest.raises(ValueError, match="E_SHAPE"):
            svy_table(wrong, codes, sample, options=2, many=2)
        with pytest.raises(ValueError, match="E_SHAPE"):
            svy_table(codes, wrong, sample, options=2, many=2)
    with pytest.raises(ValueError, match="E_CLUSTERS"):
        Tabulator(design(np.ones(4), psu=np.array([1, 1, 2, 2])), codes, 2)
    known = np.column_stack([np.ones(4), np.arange(4.0)])
    many = design(greg(known, np.array([8.0, 13.0])))
    with pytest.raises(ValueError, match="E_TOO_LARGE"):
        svy_table(codes, codes, many, options=4_000, many=4_000)
