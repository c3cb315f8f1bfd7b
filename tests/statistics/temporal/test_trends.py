import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.temporal.trends import Trends, trend
from tests.statistics.temporal.drawn import VANS

POPULATION = np.linspace(10_000, 12_000, 120)


def test_the_trend_is_that_of_r():
    # R 4.2.2: glm(y ~ t + cos(2 pi t) + sin(2 pi t) + cos(4 pi t) + sin(4 pi t) +
    # offset(log(pop)), quasipoisson), t in years.
    found = trend(VANS, POPULATION)
    assert found.slope == pytest.approx(-0.05562550473, abs=1e-9)
    assert found.se == pytest.approx(0.009520289503, abs=1e-9)
    assert found.phi == pytest.approx(0.929348078, abs=1e-8)
    assert found.p == pytest.approx(4.954336445e-08, rel=1e-5)
    assert found.estimate == pytest.approx(100 * np.expm1(found.slope))
    assert trend(VANS, POPULATION, family="poisson").se == pytest.approx(0.0098755423)


def test_a_rise_by_a_tenth_a_year_is_found_as_it_is():
    years = np.arange(10)
    found = trend(np.rint(1e6 * 1.1**years), period=1)
    assert found.estimate == pytest.approx(10, abs=1e-3)
    assert found.lower < 10 < found.upper


def test_a_population_that_grows_as_much_explains_it():
    pop = 1000 * 1.1 ** np.arange(10)
    assert trend(np.rint(1000 * pop), pop, period=1).estimate == pytest.approx(0, abs=1e-3)


def test_few_and_what_resembles_itself_are_said():
    assert trend(np.eye(1, 36)[0]).flags == ("few",)
    nothing = trend(np.zeros(36))
    assert (nothing.flags, nothing.lower, nothing.p) == (("few",), -100, 1)
    waves = np.rint(60 + 40 * np.sin(np.arange(120) / 8))
    assert "serial" in trend(waves).flags


def test_what_cannot_be_explained_is_refused():
    with pytest.raises(ValueError, match="E_TOO_LITTLE_HISTORY"):
        trend(np.ones(6))
    with pytest.raises(ValueError, match="E_METHOD"):
        trend(VANS, family="gamma")
    with pytest.raises(ValueError, match="E_SHAPE"):
        trend(VANS, np.ones(5))
    with pytest.raises(ValueError, match="E_EMPTY"):
        trend(VANS, 0)
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        trend(-VANS)


@pytest.mark.parametrize("phi", [1.0, 3.0])
@pytest.mark.parametrize("mean", [0.2, 2.0, 20.0])
def test_without_any_trend_at_most_six_in_a_hundred_have_one(mean, phi):
    rng = np.random.default_rng(22)
    size = (2000, 60)
    counts = (
        rng.negative_binomial(mean / (phi - 1), 1 / phi, size)
        if phi > 1
        else rng.poisson(mean, size)
    )
    found = trend(counts)
    can_be_judged = np.array(["few" not in flags for flags in found.flags])
    assert ((found.p < 0.05) & can_be_judged).mean() <= 0.06


@given(st.integers(2, 50))
def test_as_many_times_the_counts_are_the_same_trend(times):
    one, many = trend(VANS), trend(np.stack([VANS * times, VANS[::-1]]))
    assert isinstance(many, Trends)
    assert many.slope[0] == pytest.approx(one.slope, abs=1e-8)
    assert many.slope[1] * one.slope < 0
