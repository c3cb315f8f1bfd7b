import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.statistics.design import design
from handslag.statistics.intervals import share
from handslag.statistics.surveys import (
    svy_mean,
    svy_prop,
    svy_ratio,
    svy_total,
    unweighted_shares,
)
from handslag.statistics.weighting import Margin, greg, poststratify, rake
from tests.statistics.drawn import schools


def test_means_totals_and_ratios_agree_with_the_r_package_survey():
    # R survey 4.1: svymean(~api00), svytotal(~enroll), and the ratio of ?svyratio,
    # svyratio(~api.stu, ~enroll), of svydesign(id=~1, strata=~stype, weights=~pw,
    # data=apistrat, fpc=~fpc).
    strata, there, weights, tested, enrolled, index = schools()
    sample = design(weights, strata=strata, fpc=there)
    mean, total = svy_mean(index, sample), svy_total(enrolled, sample)
    ratio = svy_ratio(tested, enrolled, sample)
    assert (round(mean.estimate, 6), round(mean.se, 6)) == (662.287363, 9.408941)
    assert (round(total.estimate, 2), round(total.se, 2)) == (3687177.53, 114641.72)
    assert (round(ratio.estimate, 7), round(ratio.se, 9)) == (0.8369569, 0.007757103)
    assert (mean.n, mean.df) == (200, 197)


def test_a_simple_sample_has_the_variance_of_the_textbook():
    # Cochran (1977), 2.15: (1 - n/N) s^2 / n, by hand for 3, 5, 10 of 30.
    sample = design(np.full(3, 10.0), fpc=np.full(3, 30.0))
    found = svy_mean(np.array([3.0, 5, 10]), sample)
    assert found.estimate == 6
    assert found.se == pytest.approx(np.sqrt((1 - 3 / 30) * 13 / 3))


def test_clusters_are_what_varies_not_the_persons_in_them():
    # Three clusters of two, each person like the other of the cluster: three cases.
    y = np.repeat([1.0, 4, 7], 2)
    sample = design(np.ones(6), psu=np.repeat([5, 9, 2], 2))
    found = svy_mean(y, sample)
    assert found.se == pytest.approx(np.sqrt(9 / 3))
    assert found.df == 2


def test_clusters_of_one_name_in_two_strata_are_two():
    strata, psu = np.array([0, 0, 1, 1]), np.array([1, 2, 1, 2])
    found = svy_mean(np.array([1.0, 3, 5, 9]), design(np.ones(4), strata=strata, psu=psu))
    # Each stratum mean has variance s^2/2: 1 and 4; the mean of both a quarter of it.
    assert found.se == pytest.approx(np.sqrt((1 + 4) / 4))
    assert found.df == 2


@st.composite
def samples(draw):
    """Answers of some strata, with weights, and a part of them."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    n = draw(st.integers(12, 120))
    strata = rng.permutation(np.arange(n) % draw(st.integers(1, 4)))
    return rng, strata, rng.uniform(1, 5, n), rng.normal(3, 2, n), rng.random(n) < 0.6


def _by_stratum(strata, contribution):
    """The variance of a sum, written out: each stratum's persons around their mean."""
    parts = [contribution[strata == one] for one in np.unique(strata)]
    return sum(len(one) / (len(one) - 1) * ((one - one.mean()) ** 2).sum() for one in parts)


@settings(max_examples=50, deadline=None)
@given(samples())
def test_a_part_is_measured_in_the_whole_sample_by_the_written_out_formula(made):
    _, strata, weights, y, part = made
    part[0] = True
    found = svy_mean(y, design(weights, strata=strata), domain=part)
    mean = (weights * y)[part].sum() / weights[part].sum()
    each = weights * part * (y - mean) / weights[part].sum()
    assert found.estimate == pytest.approx(mean)
    assert found.se == pytest.approx(np.sqrt(_by_stratum(strata, each)), abs=1e-12)
    assert found.n == part.sum()


@settings(max_examples=50, deadline=None)
@given(samples())
def test_calibrated_figures_vary_as_what_calibration_leaves(made):
    rng, strata, weights, y, _ = made
    sex = rng.permutation(np.arange(len(y)) % 2)
    margins = [
        Margin(strata, 1000 * rng.dirichlet(np.full(strata.max() + 1, 80.0))),
        Margin(sex, np.array([520.0, 480.0])),
    ]
    raked = rake(margins, weights)
    found = svy_total(y, design(raked, strata=strata))
    # The regression of y on area and sex with the weights before, by its own formula.
    known = np.column_stack(
        [strata == one for one in range(strata.max() + 1)] + [sex == 1]
    ).astype(float)
    root = np.sqrt(weights)
    fitted = known @ np.linalg.pinv(known * root[:, None]) @ (y * root)
    assert found.se == pytest.approx(
        np.sqrt(_by_stratum(strata, raked.weights * (y - fitted))), rel=1e-7
    )


@settings(max_examples=30, deadline=None)
@given(samples())
def test_what_calibration_knows_is_known_without_doubt(made):
    rng, strata, weights, _, _ = made
    age = rng.permutation(np.arange(len(strata)) % 3)
    raked = rake([Margin(age, np.array([300.0, 500.0, 200.0]))], weights)
    found = svy_total((age == 1).astype(float), design(raked, strata=strata))
    assert found.estimate == pytest.approx(500)
    assert found.se == pytest.approx(0, abs=1e-5)


def test_poststratified_variance_is_close_to_that_of_the_jackknife():
    # A second way altogether: leave each person out, weight again, and compare.
    rng = np.random.default_rng(4)
    n, totals = 400, np.array([500.0, 300.0, 200.0])
    codes = rng.integers(0, 3, n)
    y = codes + rng.normal(0, 1, n)
    first = rng.uniform(1, 3, n)
    found = svy_mean(y, design(poststratify(codes, totals, first)))
    means = []
    for out in range(n):
        keep = np.arange(n) != out
        weights = poststratify(codes[keep], totals, first[keep]).weights
        means.append(weights @ y[keep] / weights.sum())
    jackknife = np.sqrt((n - 1) / n * ((np.array(means) - np.mean(means)) ** 2).sum())
    assert found.se == pytest.approx(jackknife, rel=0.02)
    uncalibrated = svy_mean(y, design(first))
    assert found.se < 0.9 * uncalibrated.se


def test_regression_on_a_number_takes_its_part_of_the_variance_away():
    rng = np.random.default_rng(5)
    x = rng.uniform(0, 10, 300)
    y = 2 * x + rng.normal(0, 1, 300)
    known = np.column_stack([np.ones(300), x])
    made = greg(known, np.array([3000.0, 15300.0]), np.full(300, 10.0))
    found = svy_total(y, design(made))
    slope = np.polyfit(x, y, 1)
    left = made.weights * (y - np.polyval(slope, x))
    assert found.se == pytest.approx(np.sqrt(_by_stratum(np.zeros(300), left)), rel=1e-9)


def _covered(p, n, ci, runs=600):
    rng = np.random.default_rng(11)
    hit = 0
    for _ in range(runs):
        strata = np.repeat([0, 1], [n // 2, n - n // 2])
        weights = np.where(strata == 0, 1.0, 3.0)
        found = svy_prop(rng.random(n) < p, design(weights, strata=strata), ci=ci)
        hit += found.lower <= p <= found.upper
    return hit / runs


@pytest.mark.parametrize(
    ("p", "n", "ci"),
    [(0.3, 200, "logit"), (0.3, 200, "mean"), (0.3, 60, "beta"), (0.03, 80, "beta")],
)
def test_nineteen_intervals_in_twenty_hold_the_truth(p, n, ci):
    assert 0.93 <= _covered(p, n, ci) <= 0.99


def test_the_exact_interval_of_an_unweighted_sample_is_clopper_and_pearsons():
    # Of Korn and Graubard's; 81 of 263 with n cases: t ratio is 1 and n_eff is n - 1 of
    # the variance, so n is taken. Newcombe (1998), table I, method 5: 0.2527 to 0.3676.
    y = np.arange(263) < 81
    found = svy_prop(y, design(np.ones(263)), ci="beta")
    assert found.lower == pytest.approx(0.2527, abs=3e-4)
    assert found.upper == pytest.approx(0.3676, abs=3e-4)


def test_the_exact_interval_never_claims_more_cases_than_answered():
    # Strata that answer nearly as one leave almost no variance.
    strata = np.repeat([0, 1], 20)
    y = (strata == 1) | (np.arange(40) == 0)
    found = svy_prop(y, design(np.ones(40), strata=strata), ci="beta")
    plain = svy_prop(y, design(np.ones(40)), ci="beta")
    assert found.se < 0.5 * plain.se
    assert found.lower == pytest.approx(plain.lower, abs=0.01)


def test_nobody_and_everybody_have_an_interval_too():
    none = svy_prop(np.zeros(50, bool), design(np.ones(50)))
    # Clopper & Pearson at 0 of 50: 1 - 0.025 ** (1/50).
    assert none.lower == 0
    assert none.upper == pytest.approx(1 - 0.025 ** (1 / 50))
    every = svy_prop(np.ones(50, bool), design(np.ones(50)), ci="mean")
    assert every.lower == pytest.approx(0.025 ** (1 / 50))
    assert every.upper == 1
    assert none.flags == every.flags == ("weak", "at_end")


@settings(max_examples=60, deadline=None)
@given(samples(), st.sampled_from(["mean", "logit", "beta"]))
def test_a_share_lies_in_its_interval_and_that_between_nought_and_one(made, ci):
    rng, strata, weights, y, part = made
    part[0] = True
    sample = design(weights, strata=strata)
    found = svy_prop(y > rng.normal(3, 3), sample, domain=part, ci=ci)
    assert 0 <= found.lower <= found.estimate <= found.upper <= 1
    assert found.effective_n <= found.n * (1 + 1e-9)
    assert ("few" in found.flags) == (found.n < 30)


def test_the_interval_of_a_plain_sample_is_near_wilsons():
    found = svy_prop(np.arange(400) < 120, design(np.ones(400)))
    plain = share(120, 400)
    assert found.lower == pytest.approx(plain.lower, abs=2e-3)
    assert found.upper == pytest.approx(plain.upper, abs=2e-3)


def test_a_stratum_with_one_person_is_refused_or_measured_from_all():
    strata = np.array([0, 0, 0, 1])
    with pytest.raises(ValueError, match="E_SINGLE_PSU"):
        design(np.ones(4), strata=strata)
    y = np.array([1.0, 2, 3, 8])
    found = svy_total(y, design(np.ones(4), strata=strata, lonely="adjust"))
    # 3/2 * (1 + 0 + 1) inside the first; the last from the mean 3.5 of all four.
    assert found.se == pytest.approx(np.sqrt(3 + 4.5**2))
    # Where all have been asked one person is the whole stratum, and in no doubt.
    whole = design(np.ones(4), strata=strata, fpc=np.array([9.0, 9, 9, 1]))
    assert svy_total(y, whole).se == pytest.approx(np.sqrt(3 * (1 - 3 / 9)))


@pytest.mark.parametrize(
    ("given_", "code"),
    [
        ({"weights": np.array([])}, "E_EMPTY"),
        ({"weights": np.array([1.0, -1])}, "E_NEGATIVE"),
        ({"weights": np.array([1.0, np.inf])}, "E_NEGATIVE"),
        ({"weights": np.ones(2), "strata": np.zeros(3, int)}, "E_SHAPE"),
        ({"weights": np.ones(2), "fpc": np.array([5.0, 6])}, "E_FPC"),
        ({"weights": np.ones(2), "fpc": np.array([1.0, 1])}, "E_FPC"),
    ],
)
def test_a_sample_that_cannot_be_is_refused(given_, code):
    with pytest.raises(ValueError, match=code):
        design(**given_)


def test_figures_that_cannot_be_made_are_refused():
    sample, y = design(np.ones(3)), np.array([1.0, np.nan, 3])
    with pytest.raises(ValueError, match="E_NAN"):
        svy_mean(y, sample)
    assert svy_mean(y, sample, domain=np.array([True, False, True])).estimate == 2
    with pytest.raises(ValueError, match="E_EMPTY"):
        svy_mean(y, sample, domain=np.zeros(3, bool))
    with pytest.raises(ValueError, match="E_EMPTY"):
        svy_ratio(np.ones(3), np.zeros(3), sample)
    for wrong in (np.ones(2), np.ones((3, 1))):
        with pytest.raises(ValueError, match="E_SHAPE"):
            svy_total(wrong, sample)
    with pytest.raises(ValueError, match="E_SHAPE"):
        svy_prop(np.array([1.0, 0, 1]), sample)
    with pytest.raises(ValueError, match="E_SHAPE"):
        svy_mean(np.ones(3), sample, domain=np.ones(2, bool))


def test_answers_of_those_who_chose_to_answer_have_no_interval():
    found = unweighted_shares(np.array([0, 1, 2, 2, 0], np.uint8), 3)
    assert (found.n, found.counts, found.shares) == (3, (1, 2, 0), (1 / 3, 2 / 3, 0.0))
    assert found.flags == ("not_a_sample",)
    assert not hasattr(found, "lower")
    assert unweighted_shares(np.array([0], np.uint8), 1).n == 0
    with pytest.raises(ValueError, match="E_SHAPE"):
        unweighted_shares(np.array([4]), 3)
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        unweighted_shares(np.array([-1]), 3)
