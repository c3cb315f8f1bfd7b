import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.statistics.intervals import Estimate
from handslag.statistics.temporal.reporting import reporting_split


def test_a_tenth_fewer_crimes_can_be_an_eighth_more_reports():
    # 0.9 * 0.5 / 0.4 = 1.125; the standard error is the root of the squared relative
    # ones: 1/1000 + 1/1125 + 0.05² + 0.04² = 0.00598889.
    found = reporting_split(1000, 1125, (0.4, 0.02), (0.5, 0.02))
    assert found.estimate == pytest.approx(0.9)
    assert found.se == pytest.approx(0.00598889**0.5, rel=1e-6)
    assert found.reporting.estimate == pytest.approx(1.25)
    assert found.verdict == "report"


@pytest.mark.parametrize(
    ("reports", "rates", "verdict"),
    [
        ((1000, 1500), (0.40, 0.40), "up"),
        ((1000, 600), (0.40, 0.40), "down"),
        ((1000, 800), (0.60, 0.30), "dark"),
        ((1000, 1300), (0.40, 0.60), "report"),
        ((1000, 1010), (0.40, 0.40), "none"),
        ((4, 30), (0.40, 0.40), "none"),
    ],
)
def test_the_verdict_tells_crimes_from_reports(reports, rates, verdict):
    found = reporting_split(reports[0], reports[1], (rates[0], 0.02), (rates[1], 0.02))
    assert found.verdict == verdict
    assert found.flags == (("few",) if min(reports) < 5 else ())


def test_a_rate_of_a_survey_needs_its_uncertainty():
    rate = Estimate(0.4, 0.3, 0.5, 0.95, 200, "survey", se=0.05)
    assert reporting_split(90, 80, rate, rate).reporting.estimate == 1
    with pytest.raises(ValueError, match="E_EMPTY"):
        reporting_split(90, 80, Estimate(0.4, 0.3, 0.5, 0.95, 200, "survey"), rate)
    with pytest.raises(ValueError, match="E_SHAPE"):
        reporting_split(90, 80, (40.0, 2.0), rate)
    with pytest.raises(ValueError, match="E_NEGATIVE"):
        reporting_split(-1, 80, rate, rate)


@given(st.integers(0, 900), st.integers(0, 900), st.floats(1, 9))
def test_a_doubtful_survey_makes_crimes_more_doubtful_than_reports(before, after, phi):
    found = reporting_split(before, after, (0.4, 0.02), (0.4, 0.03), phi=phi)
    assert found.lower < found.reports.lower
    assert found.upper > found.reports.upper
