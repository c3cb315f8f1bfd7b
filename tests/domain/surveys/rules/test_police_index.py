"""The police index against the values that are known of it (F6.3-F6.6)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.surveys.figures.police_index import SHIPPED, bands
from handslag.domain.surveys.rules.bank import bank
from handslag.domain.surveys.rules.police_index import (
    BandsError,
    indicators,
    points,
    total,
)

LITTER = next(one for one in bands(SHIPPED) if one.code == "litter")
HEAD = (
    "indicator,sv,en,question,row,answers,"
    "from_1,from_2,from_3,from_4,from_5,from_6,is_example"
)


@pytest.mark.parametrize(
    ("percent", "wanted"), [(25, 1), (27, 1), (29, 2), (31, 2), (36, 2)]
)
def test_litter_gets_the_points_that_are_known(percent, wanted):
    assert points(Decimal(percent), LITTER.bands) == wanted


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ([1] * 11 + [2] * 5, "1.31"),  # 21 / 16 = 1.3125
        ([1, 2], "1.50"),
        ([1] * 4 + [2] * 5, "1.56"),  # 14 / 9 = 1.5555...
        ([0], "0.00"),
    ],
)
def test_the_total_is_the_mean_with_two_decimals(found, wanted):
    assert str(total(found)) == wanted


@given(st.decimals(0, 100, places=1), st.decimals(0, 100, places=1))
def test_a_larger_share_never_gets_fewer_points(one, other):
    low, high = sorted((one, other))
    assert points(low, LITTER.bands) <= points(high, LITTER.bands)
    assert 0 <= points(high, LITTER.bands) <= 6


def test_what_is_shipped_is_an_example_and_fits_the_question_bank():
    questions = bank().questions
    for one in bands(SHIPPED):
        assert one.is_example
        question = questions[one.question]
        assert set(one.answers) <= {option.key for option in question.options}
        assert one.row in ({row.key for row in question.rows} or {""})


@pytest.mark.parametrize(
    "line",
    [
        "litter,Skräp,Litter,problems,litter,very_big,10,28,28,55,70,85,no",  # not rising
        "litter,Skräp,Litter,problems,litter,very_big,0,28,40,55,70,85,no",
        "litter,Skräp,Litter,problems,litter,very_big,10,28,40,55,70,101,no",
        "litter,Skräp,Litter,problems,litter,very_big,tio,28,40,55,70,85,no",
        "litter,Skräp,Litter,problems,litter,,10,28,40,55,70,85,no",
    ],
)
def test_bands_that_cannot_be_are_refused_with_their_line(line):
    with pytest.raises(BandsError) as refused:
        indicators([HEAD, line])
    assert refused.value.line == 2
