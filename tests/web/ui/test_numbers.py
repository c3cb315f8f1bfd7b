"""Numbers as they are written on a page."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.web.ui.numbers import number, percent


@pytest.mark.parametrize(
    ("value", "swedish", "english"),
    [
        (0, "0", "0"),
        (5.0, "5", "5"),
        (1052, "1\u202f052", "1,052"),
        (1234567, "1\u202f234\u202f567", "1,234,567"),
        (738.5, "738,5", "738.5"),
        (Decimal("100"), "100", "100"),
        (-3, "\u22123", "\u22123"),
        (-0.001, "0", "0"),
        (2.005, "2,01", "2.01"),
    ],
)
def test_a_number_is_written_as_people_write_it(value, swedish, english):
    assert number(value) == swedish
    assert number(value, language="en") == english


def test_decimals_that_are_asked_for_are_written():
    assert number(3, 1) == "3,0"


@pytest.mark.parametrize(
    ("share", "decimals", "words"),
    [(0.314, 0, "31\u00a0%"), (0.314, 1, "31,4\u00a0%"), (0.125, 0, "13\u00a0%")],
)
def test_a_share_is_written_in_percent(share, decimals, words):
    assert percent(share, decimals) == words


def test_english_sets_no_space_before_the_sign():
    assert percent(0.31, language="en") == "31%"


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_whole_number_can_be_read_back(value):
    written = number(value).replace("\u202f", "").replace("\u2212", "-")
    assert int(written) == value
