from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.series.rules import Cell, Fate, Rhythm, State, month, year
from handslag.domain.series.rules.cells import Held, area_code, fault, judge, settled

AMOUNTS = st.decimals(-1000, 1000, places=2)
HELD = st.one_of(
    st.builds(Held, st.just(State.VALUE), AMOUNTS.filter(bool), st.booleans()),
    st.builds(Held, st.just(State.ZERO), st.just(Decimal(0)), st.booleans()),
    st.builds(
        Held,
        st.sampled_from([State.MISSING, State.SECRET, State.SUPPRESSED]),
        st.none(),
        st.booleans(),
    ),
)


def cell(state=State.VALUE, amount=None, starts=date(2024, 1, 1), ends=date(2024, 12, 31)):
    return Cell("1862", starts, ends, state, amount)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (cell(amount=Decimal(3)), ""),
        (cell(), "value_without_an_amount"),
        (cell(amount=Decimal("NaN")), "value_without_an_amount"),
        (cell(amount=Decimal(10) ** 14), "amount_out_of_bounds"),
        (cell(State.ZERO, Decimal(1)), "nought_with_an_amount"),
        (cell(State.SECRET, Decimal(1)), "amount_where_none_is_told"),
        (cell(State.MISSING, Decimal(0)), "amount_where_none_is_told"),
        (cell(State.MISSING, ends=date(2024, 6, 30)), "period_does_not_fit"),
        (cell(State.ZERO, starts=date(2024, 2, 1)), "period_does_not_fit"),
    ],
)
def test_what_cannot_be_read_says_why(given, code):
    assert fault(given, Rhythm.YEAR) == code


def test_a_period_is_as_long_as_its_series_says():
    both = date(2023, 1, 1), date(2024, 12, 31)
    assert not fault(Cell("00", *both, State.MISSING), Rhythm.TWO_YEARS)
    assert fault(Cell("00", *both, State.MISSING), Rhythm.YEAR)
    assert not fault(Cell("00", *month(date(2024, 2, 14)), State.ZERO), Rhythm.MONTH)
    spring = date(2024, 4, 1), date(2024, 6, 30)
    assert not fault(Cell("00", *spring, State.ZERO), Rhythm.QUARTER)


def test_a_value_of_nought_is_the_state_nought():
    assert settled(cell(amount=Decimal("0.00"))).state is State.ZERO
    assert settled(cell(State.ZERO)).amount == 0


def test_codes_of_kolada_are_those_of_the_areas():
    stated = ("0000", "0018", " 1862", "18", "0382")
    assert [area_code(one) for one in stated] == ["00", "18", "1862", "18", "0382"]
    assert year(2024) == (date(2024, 1, 1), date(2024, 12, 31))


@given(held=HELD, given=HELD)
def test_what_is_final_is_never_replaced_by_what_is_preliminary(held, given):
    fate = judge(held, given)
    assert judge(None, given) is Fate.NEW
    assert (fate is Fate.SAME) == (held == given)
    if given.is_preliminary and not held.is_preliminary:
        assert fate is Fate.KEPT
    else:
        assert fate in {Fate.SAME, Fate.CHANGED}
