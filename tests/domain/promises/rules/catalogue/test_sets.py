"""When are two records about one set, and which of them leads?"""

import itertools

import pytest

from handslag.core.periods import parse
from handslag.domain.promises.rules.catalogue.sets import (
    LONGEST_NAME,
    Page,
    can_concern_few,
    precedence,
    set_key,
    set_name,
)


def key(time, district="", places=(1,)):
    return set_key(places, parse(time), district)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2019", "2019-01-01--2019-12-31"),
        ("2019 ", "januari-december 2019"),
        ("2020-2021", "2020-01-01--2021-12-31"),
        ("2019-06-01--", "från 1 juni 2019"),
        ("hösten 2020", "2020 (hösten)"),
        ("löpande", "Löpande"),
        ("", ""),
    ],
)
def test_the_same_time_in_other_words_is_the_same_set(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2019", "2020"),
        ("2019", "2019-2020"),
        ("hösten 2020", "2020"),
        ("hösten 2020", "våren 2020"),
        ("2019-06-01--", "2019-06-01--2019-12-31"),
        ("löpande", ""),
        ("31 juni 2023", "31 juni 2024"),
    ],
)
def test_another_time_is_another_set(one, other):
    assert key(one) != key(other)


def test_the_order_of_municipalities_does_not_matter_but_the_municipalities_do():
    assert key("2019", places=(1, 2)) == key("2019", places=(2, 1))
    assert key("2019", places=(1, 2)) != key("2019", places=(1,))


def test_a_district_has_its_own_set():
    assert key("2019", "Rosengård") == key("2019", " rosengård")
    assert key("2019", "Rosengård") != key("2019")


PAGES = [
    Page("promise", "kommun", 6, partly_read=False, id="P2"),
    Page("promise", "polisen", 6, partly_read=False, id="P3"),
    Page("promise", "polisen", 6, partly_read=True, id="P1"),
    Page("promise", "kommun", 2, partly_read=False, id="P0"),
    Page("promise", "media", 9, partly_read=False, id="A1"),
    Page("followup", "polisen", 9, partly_read=False, id="A0"),
]


def test_the_leading_page_is_the_same_in_whichever_order_they_came():
    for order in itertools.permutations(PAGES):
        assert sorted(order, key=precedence) == PAGES


def test_a_set_is_named_after_its_time_and_district():
    assert set_name(parse("2020-2021"), "") == "Medborgarlöfte 2020-2021"
    assert set_name(parse("2016"), "Sofielund") == "Medborgarlöfte 2016, Sofielund"
    assert set_name(parse(""), "") == "Medborgarlöfte utan angiven period"
    assert len(set_name(parse("x" * 300), "y" * 300)) == LONGEST_NAME


@pytest.mark.parametrize(
    ("focus", "activities", "sensitive"),
    [
        ("VNR", [], True),
        ("NARK", ["behandling_stöd"], True),
        ("TRAF", ["trafikkontroll"], False),
        ("", [], False),
    ],
)
def test_victims_and_treatment_can_be_a_handful_of_people(focus, activities, sensitive):
    assert can_concern_few(focus, activities) is sensitive
