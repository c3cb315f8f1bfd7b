from decimal import Decimal

import pytest

from handslag.domain.series.rules import Source, Theme
from handslag.domain.series.rules.peers import Expected, against_model, model_for, per_of


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (Decimal(2), Expected.FEWER),
        (Decimal(1), Expected.AS_MANY),
        (Decimal(0), Expected.MORE),
        (Decimal(3), None),
        (None, None),
    ],
)
def test_a_nought_of_kolada_says_more_than_expected(code, said):
    assert against_model(code) is said


def test_a_deviation_belongs_to_what_it_is_about():
    kolada = Source.KOLADA
    assert model_for(kolada, "U00490", Theme.CONDITIONS) == "U00490"
    assert model_for(kolada, "N07403", Theme.CRIME) == "U00489"
    assert model_for(Source.BRA, "stold", Theme.PROPERTY) == "U00490"
    assert model_for(Source.BRA, "stold", Theme.WORK) == ""


def test_what_is_asked_goes_before_what_the_indicator_says():
    assert per_of(100_000, 1_000) == 100_000
    assert per_of(7, 100_000) == 100_000
    assert per_of(0, 0) == 1_000
