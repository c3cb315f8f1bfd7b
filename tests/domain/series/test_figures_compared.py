from dataclasses import replace
from decimal import Decimal

import pytest

from handslag.domain.series.figures import Wanted, comparison
from handslag.domain.series.queries import POPULATION
from handslag.domain.series.rules import (
    Direction,
    IndicatorDraft,
    Measured,
    Origin,
    Rhythm,
    SeriesDraft,
    Source,
    State,
    Theme,
)
from handslag.domain.series.rules.peers import Beside, Expected, Hindrance
from handslag.domain.series.services import make_indicator, make_series, weigh_peers
from tests.make import compared as make

DRAFT = IndicatorDraft(
    name="Stölder",
    shows="Hur många stölder som anmäls.",
    direction=Direction.DOWN,
    origin=Origin.SERIES,
    theme=Theme.PROPERTY,
    responsible="Säkerhetssamordnaren",
)
FOUR = Wanted(peers=4)


@pytest.fixture
def followed(coordinator, municipality):
    make.country(municipality)
    series = make.thefts(municipality)
    draft = replace(DRAFT, series=series.public_id)
    return make_indicator(coordinator, municipality, draft)


def test_each_is_divided_by_its_inhabitants_of_the_same_year(followed, municipality):
    make.inhabitants(municipality)
    found = comparison(followed, FOUR)
    own = found.own.rate
    assert own is not None
    assert own.estimate == 5
    # Garwood (1936) of 50: 37.11 to 65.92
    assert (own.lower, own.upper) == pytest.approx((3.711, 6.592), abs=1e-3)
    around = {one.beside: one.shown for one in found.around}
    assert around == {Beside.COUNTY: 2.8, Beside.NATION: 2.0}
    assert found.missing_year is None
    assert comparison(followed, Wanted(per=100_000)).own.shown == 500


def test_another_years_inhabitants_are_never_used(followed, municipality):
    make.inhabitants(municipality, of=make.YEAR - 1)
    found = comparison(followed, FOUR)
    assert found.missing_year == make.YEAR
    assert found.hindrance is Hindrance.NO_PEOPLE
    assert found.own.amount == 50
    assert found.own.rate is None
    assert found.tunnel is None


def test_the_nearest_come_first_and_a_secret_one_stays_in_its_place(followed, municipality):
    make.inhabitants(municipality)
    found = comparison(followed, FOUR)
    assert [one.code for one in found.peers] == ["A2", "A1", "A3", "A4"]
    assert found.peers[2].state is State.SECRET
    assert found.tunnel is not None
    assert [one.code for one in found.tunnel.placed[1:]] == ["A2", "A1", "A4"]
    assert found.tunnel.rate == pytest.approx((50 + 22 + 20 + 31) / 44)
    assert found.tunnel.found.place[0] > 0


def test_weights_are_what_the_reader_says(followed, municipality):
    people = make.inhabitants(municipality)
    told = {municipality.code: 30, "A1": 31, "A2": 60, "A3": 33, "A5": 30}
    draft = SeriesDraft(Source.KOLADA, "N1", "Unga", "procent", measured=Measured.SHARE)
    young = make.figures(draft, told)
    weigh_peers(make.TASK, young, Decimal(1))
    usual = comparison(followed, FOUR).alike
    assert {round(sum(one), 9) for one in usual.shares} == {1}
    assert usual.codes[0] == "A1"
    assert (usual.among, usual.left_out) == (4, 1)
    other = Wanted(peers=4, weights={people.public_id: 0.0})
    assert comparison(followed, other).alike.codes[0] == "A5"


def test_a_share_is_compared_as_it_is(coordinator, municipality):
    make.country(municipality)
    make.inhabitants(municipality)
    told = {municipality.code: 30, "A1": 0, "A2": 35}
    draft = SeriesDraft(Source.KOLADA, "N2", "Andel", "procent", measured=Measured.SHARE)
    series = make.figures(draft, told)
    indicator = make_indicator(
        coordinator, municipality, replace(DRAFT, series=series.public_id)
    )
    found = comparison(indicator, FOUR)
    assert found.per == 0
    assert found.own.shown == 30
    assert found.own.rate is None
    assert {one.code: one.state for one in found.peers}["A1"] is State.ZERO
    assert {one.code: one.state for one in found.peers}["A4"] is None
    assert found.tunnel is None
    assert found.hindrance is Hindrance.FEW


def test_what_koladas_model_says_stands_beside_it(followed, municipality):
    draft = SeriesDraft(Source.KOLADA, "U00490", "Avvikelse", "kod")
    make.figures(replace(draft, measured=Measured.DEVIATION), {municipality.code: 0})
    found = comparison(followed).model
    assert found is not None
    assert (found.said, found.year, found.amount) == (Expected.MORE, make.YEAR, Decimal(0))


def test_what_one_counts_oneself_is_divided_by_ones_own_inhabitants(
    coordinator, municipality
):
    make.country(municipality)
    make.inhabitants(municipality)
    own = SeriesDraft(Source.OWN, POPULATION, "Egen folkmängd", "invånare")
    make.figures(own, {municipality.code: 5_000}, owner=municipality)
    mine = replace(own, external_id="egna", name="Egna", unit="antal")
    series = make.figures(mine, {municipality.code: 10}, owner=municipality)
    draft = replace(DRAFT, series=series.public_id)
    found = comparison(make_indicator(coordinator, municipality, draft))
    assert found.own.shown == 2


def test_months_are_not_compared(coordinator, municipality):
    make.country(municipality)
    draft = replace(DRAFT, series=make.thefts(municipality).public_id)
    indicator = make_indicator(coordinator, municipality, draft)
    monthly = SeriesDraft(Source.OWN, "m", "Månader", "antal", rhythm=Rhythm.MONTH)
    indicator.series = make_series(make.TASK, monthly, owner=municipality)
    assert comparison(indicator).hindrance is Hindrance.NOT_YEARLY
