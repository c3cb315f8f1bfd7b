"""What may be said of a count beside that of the span before."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.weeks.rules.comparing import (
    Lengths,
    Pair,
    Verdict,
    compared,
    missing,
    together,
)

MONTHS = Lengths(31, 28)
EQUAL = Lengths(30, 30)


@pytest.mark.parametrize(
    ("pair", "verdict"),
    [
        (Pair(0, 0), Verdict.NOTHING),
        # 60 after 20, and 55 after 18 by those who reported both times.
        (Pair(60, 20, 55, 18), Verdict.UP),
        (Pair(20, 60, 18, 55), Verdict.DOWN),
        # The same rise, but those who reported both times saw 18 and 20.
        (Pair(60, 20, 20, 18), Verdict.MORE_TOLD),
        # Residents alone: nobody knows whether they are the same.
        (Pair(60, 20, 0, 0), Verdict.MORE_TOLD),
        (Pair(20, 60, 0, 0), Verdict.LESS_TOLD),
        (Pair(6, 3, 6, 3), Verdict.FEW),
        (Pair(3, 0, 3, 0), Verdict.FEW),
        (Pair(110, 100, 110, 100), Verdict.NONE),
        (Pair(5000, 5000, 5000, 5000), Verdict.SAME),
    ],
)
def test_what_is_said(pair, verdict):
    assert compared(pair, EQUAL, phi=1).verdict is verdict


def test_a_longer_month_is_not_a_rise():
    """310 in 31 days and 280 in 28 are ten a day, both."""
    found = compared(Pair(310, 280, 310, 280), MONTHS, phi=1)
    assert found.ratio == pytest.approx(1)
    assert found.lower is not None
    assert found.upper is not None
    # The mid-p interval of 310 of 590 at 31 of 59, as exp(log ratio ± 1.96 se) nearly:
    # se = sqrt(1/310 + 1/280) = 0.08244.
    assert found.lower == pytest.approx(0.851, abs=0.002)
    assert found.upper == pytest.approx(1.175, abs=0.002)


def test_what_weeks_vary_makes_a_rise_uncertain():
    pair = Pair(60, 35, 60, 35)
    assert compared(pair, EQUAL, phi=1).verdict is Verdict.UP
    assert compared(pair, EQUAL, phi=4).verdict is Verdict.FEW
    assert compared(pair, EQUAL, phi=None).verdict is Verdict.SHORT


def test_what_is_not_known_is_not_nought():
    assert missing(7).verdict is Verdict.MISSING
    assert compared(Pair(7, 0, 7, 0), EQUAL, phi=1).verdict is not Verdict.MISSING


def test_a_claim_that_does_not_hold_among_many_is_taken_back():
    up = compared(Pair(60, 20, 55, 18), EQUAL, phi=1)
    assert together(up, 0.01).verdict is Verdict.UP
    assert together(up, 0.2).verdict is Verdict.FEW  # 20 cannot show less than a doubling
    few = compared(Pair(6, 3, 6, 3), EQUAL, phi=1)
    assert together(few, 1.0) == few


@given(
    st.integers(0, 3000),
    st.integers(0, 3000),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(1, 9),
)
def test_more_and_fewer_are_never_said_of_an_interval_with_no_change(
    now, then, share, other, phi
):
    pair = Pair(now, then, round(now * share), round(then * other))
    found = compared(pair, MONTHS, phi=phi)
    if found.verdict in (Verdict.UP, Verdict.MORE_TOLD):
        assert (found.lower or 0) > 1
    elif found.verdict in (Verdict.DOWN, Verdict.LESS_TOLD):
        assert (inf if found.upper is None else found.upper) < 1
    elif now + then:
        assert (found.lower or 0) <= 1
        assert found.upper is None or found.upper >= 1
