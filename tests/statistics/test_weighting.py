import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.weighting import Margin, greg, kish, poststratify, rake

WOMEN, MEN = 0, 1


def margin(codes, totals):
    return Margin(np.array(codes), np.array(totals, float))


def sums(made, one):
    return np.bincount(one.codes, made.weights, len(one.totals))


def test_answers_are_weighted_to_the_population_of_their_cell():
    # Four women answered for 100, one man for 100: each woman stands for 25.
    made = poststratify(np.array([0, 0, 0, 0, 1]), np.array([100.0, 100.0]))
    assert made.weights.tolist() == [25, 25, 25, 25, 100]
    assert made.effective_n == pytest.approx(200**2 / (4 * 25**2 + 100**2))
    assert made.deff == pytest.approx(5 / made.effective_n)


def test_raking_a_two_by_two_table_keeps_its_odds_and_takes_its_margins():
    # Deming & Stephan (1940): the ratio of odds of the start, 10*40/(20*30) = 2/3, is
    # that of the end. With margins 50/50 and 50/50 the table is x, 50-x: x/(50-x) is
    # the root of 2/3.
    rows = np.repeat([0, 0, 1, 1], [10, 20, 30, 40])
    columns = np.repeat([0, 1, 0, 1], [10, 20, 30, 40])
    made = rake([Margin(rows, np.full(2, 50.0)), Margin(columns, np.full(2, 50.0))])
    x = 50 * np.sqrt(2 / 3) / (1 + np.sqrt(2 / 3))
    found = np.bincount(rows * 2 + columns, made.weights)
    assert found == pytest.approx([x, 50 - x, 50 - x, x], rel=1e-9)


@st.composite
def surveys(draw):
    """A sample with two or three margins, each code with somebody in it."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    n = draw(st.integers(30, 200))
    people = draw(st.floats(100, 1e6))
    margins = []
    for _ in range(draw(st.integers(1, 3))):
        size = draw(st.integers(1, 5))
        codes = rng.permutation(np.arange(n) % size)
        margins.append(Margin(codes, people * rng.dirichlet(np.full(size, 50.0))))
    return margins, rng.uniform(0.5, 4, n)


@settings(max_examples=60, deadline=None)
@given(surveys())
def test_raked_weights_give_every_margin_and_are_products_of_one_factor_a_code(made):
    margins, initial = made
    weights = rake(margins, initial)
    for one in margins:
        assert sums(weights, one) == pytest.approx(one.totals, rel=1e-8)
    assert (weights.weights > 0).all()
    assert weights.weights == pytest.approx(weights.initial * weights.g)
    # Log g is a sum of one number for each code: nothing of it is left unexplained.
    known = weights.rows[weights.cells]
    log_g = np.log(weights.g)
    fitted = known @ np.linalg.lstsq(known, log_g, rcond=None)[0]
    assert fitted == pytest.approx(log_g, abs=1e-7)


@settings(max_examples=60, deadline=None)
@given(surveys())
def test_unequal_weights_never_make_answers_worth_more(made):
    weights = rake(*made)
    assert 0 < weights.effective_n <= weights.n * (1 + 1e-12)
    assert weights.deff == pytest.approx(weights.n / weights.effective_n)


def test_the_start_does_not_matter_to_the_cells_of_poststratification_but_inside_them():
    made = poststratify(np.array([0, 0, 1]), np.array([90.0, 10.0]), np.array([1.0, 2, 7]))
    assert made.weights == pytest.approx([30, 60, 10])


def test_weights_are_capped_and_the_margins_still_hold():
    rng = np.random.default_rng(7)
    area, age = rng.integers(0, 3, 600), rng.integers(0, 4, 600)
    margins = [margin(area, [600, 300, 100]), margin(age, [430, 350, 150, 70])]
    free, capped = rake(margins), rake(margins, cap=2.4)
    average = 1000 / 600
    assert free.g.max() > 2.4 * average
    assert free.flags == ()
    assert capped.g.max() <= 2.4 * average * 1.00001
    assert capped.flags == ("capped",)
    assert capped.deff < free.deff
    for one in margins:
        assert sums(capped, one) == pytest.approx(one.totals, rel=1e-8)


def test_a_cap_that_no_weights_can_keep_is_refused():
    with pytest.raises(ValueError, match="E_NO_CONVERGE"):
        rake([margin([0, 0, 0, 1], [1, 99])], cap=1.1)


def test_margins_that_contradict_each_other_are_refused():
    # Those who answered are women of one area and men of the other, nobody else.
    with pytest.raises(ValueError, match="E_NO_CONVERGE"):
        rake([margin([0, 0, 1], [60, 40]), margin([0, 0, 1], [40, 60])])


def test_regression_weights_of_one_number_are_those_of_the_formula():
    known = np.array([[1.0, 1], [1, 2], [1, 3]])
    made = greg(known, np.array([30.0, 72.0]), np.full(3, 10.0))
    # By hand, 12 more in x and none in number: slope 12 / (10 * 2) around the mean 2.
    assert made.g == pytest.approx([0.4, 1.0, 1.6])
    assert made.flags == ()


def test_regression_weights_below_nought_are_said():
    known = np.array([[1.0, 1], [1, 2], [1, 3]])
    made = greg(known, np.array([30.0, 96.0]), np.full(3, 10.0))
    assert made.flags == ("negative_weights",)
    assert made.weights @ known == pytest.approx([30, 96])


def test_regression_on_codes_alone_is_poststratification():
    codes = np.array([0, 0, 1, 1, 1])
    known = (codes[:, None] == np.arange(2)).astype(float)
    totals = np.array([40.0, 60.0])
    assert greg(known, totals).weights == pytest.approx(poststratify(codes, totals).weights)


def test_totals_that_no_weights_can_give_are_refused():
    with pytest.raises(ValueError, match="E_NO_CONVERGE"):
        greg(np.array([[1.0, 2], [1, 2]]), np.array([2.0, 5.0]))


@pytest.mark.parametrize(
    ("margins", "initial", "code"),
    [
        ([], None, "E_EMPTY"),
        ([margin([0], [0])], None, "E_MARGIN_ZERO"),
        ([margin([0, 0], [5, 5])], None, "E_MARGIN_EMPTY"),
        ([margin([0, 1], [5, 5])], np.array([1.0, 0.0]), "E_MARGIN_EMPTY"),
        ([margin([0, 1], [5, 0])], None, "E_MARGIN_ZERO"),
        ([margin([0, 1], [5, -1])], None, "E_NEGATIVE"),
        ([margin([0, 1], [5, 5])], np.array([1.0, -1.0]), "E_NEGATIVE"),
        ([margin([0, 1], [5, 5])], np.array([1.0, np.nan]), "E_NEGATIVE"),
        ([margin([0, 1], [5, 5])], np.array([1.0]), "E_SHAPE"),
        ([margin([0, 2], [5, 5])], None, "E_SHAPE"),
        ([margin([0, -1], [5, 5])], None, "E_SHAPE"),
        ([margin([0, 1], [5, 5]), margin([0], [10])], None, "E_SHAPE"),
        ([margin([0, 1], [5, 5]), margin([0, 1], [5, 6])], None, "E_MARGIN_SUM"),
    ],
)
def test_what_cannot_be_weighted_is_refused(margins, initial, code):
    with pytest.raises(ValueError, match=code):
        rake(margins, initial)


def test_nobody_and_a_cap_of_one_are_refused():
    with pytest.raises(ValueError, match="E_EMPTY"):
        rake([Margin(np.array([], int), np.array([1.0]))])
    with pytest.raises(ValueError, match="E_CAP"):
        rake([margin([0], [5])], cap=1.0)
    with pytest.raises(ValueError, match="E_SHAPE"):
        greg(np.ones(3), np.array([1.0]))


def test_equal_weights_cost_nothing():
    assert kish(np.full(50, 3.0)) == pytest.approx((1.0, 50.0))
