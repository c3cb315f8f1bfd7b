import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.organisations import rules
from handslag.domain.organisations.rules import Kind, Size, Tie
from handslag.domain.organisations.shipped import sweden

days = st.none() | st.dates(date(2015, 1, 1), date(2015, 3, 1))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Hällefors", "hallefors"),
        ("Åsele", "asele"),
        ("Östhammar", "osthammar"),
        ("Upplands Väsby", "upplands-vasby"),
        ("Dals-Ed", "dals-ed"),
        ("Habo", "habo"),
        ("Håbo", "haabo"),
    ],
)
def test_the_address_of_a_municipality_is_its_name_without_dots_and_rings(name, slug):
    assert rules.propose_slug(name, ()) == slug


@pytest.mark.parametrize("order", [["Habo", "Håbo"], ["Håbo", "Habo"]])
def test_habo_and_haabo_get_the_same_addresses_whoever_comes_first(order):
    taken: set[str] = set()
    for name in order:
        taken.add(rules.propose_slug(name, taken))

    assert taken == {"habo", "haabo"}
    assert rules.propose_slugs(order, ()) == {"Habo": "habo", "Håbo": "haabo"}


@given(st.permutations([one.short_name for one in sweden().municipalities]))
def test_the_order_of_the_shipped_list_changes_no_address(names):
    assert rules.propose_slugs(names, ()) == rules.propose_slugs(sorted(names), ())


def test_no_shipped_municipality_needs_a_number_or_has_anothers_address():
    names = [one.short_name for one in sweden().municipalities]
    slugs = rules.propose_slugs(names, ())

    assert len(set(slugs.values())) == len(names) == 290
    assert not [slug for slug in slugs.values() if re.search(r"\d|-kommun$", slug)]


@given(name=st.text(max_size=120), taken=st.sets(st.text("abo-2", max_size=5), max_size=20))
def test_a_proposed_address_is_free_and_can_stand_in_an_address(name, taken):
    slug = rules.propose_slug(name, taken)

    assert re.fullmatch(r"[a-z0-9]+(-+[a-z0-9]+)*-?", slug) or slug.endswith("-kommun")
    assert len(slug) <= rules.LONGEST_SLUG
    assert slug not in taken
    assert slug not in rules.RESERVED_SLUGS


@pytest.mark.parametrize("word", ["om", "api", "arbete", "en", "kommuner", "logga-in"])
def test_the_products_own_words_are_never_an_address(word):
    assert rules.propose_slug(word, ()) == f"{word}-kommun"


def test_an_address_that_is_taken_gets_a_number_at_last():
    taken = {"lundby", "lundby-kommun", "lundby-2"}

    assert rules.propose_slug("Lundby", taken) == "lundby-3"


@pytest.mark.parametrize(
    ("lower", "tie", "upper", "allowed"),
    [
        (Kind.POLICE_DISTRICT, Tie.SERVES, Kind.MUNICIPALITY, True),
        (Kind.MUNICIPALITY, Tie.SERVES, Kind.POLICE_DISTRICT, False),
        (Kind.COUNCIL, Tie.COVERS, Kind.MUNICIPALITY, True),
        (Kind.MUNICIPALITY, Tie.LIES_IN, Kind.COUNTY, True),
        (Kind.MUNICIPALITY, Tie.LIES_IN, Kind.MUNICIPALITY, False),
        (Kind.ASSOCIATION, Tie.MEMBER_OF, Kind.COUNCIL, True),
        (Kind.COUNCIL, Tie.MEMBER_OF, Kind.COUNCIL, False),
        (Kind.HOUSING_COMPANY, Tie.OWNED_BY, Kind.MUNICIPALITY, True),
        (Kind.POLICE_DISTRICT, Tie.OWNED_BY, Kind.MUNICIPALITY, False),
    ],
)
def test_only_ties_that_the_field_knows_are_allowed(lower, tie, upper, allowed):
    assert rules.may_tie(lower, tie, upper) is allowed


def test_those_who_answer_for_a_place_may_promise_and_helpers_may_not():
    assert rules.may_be_party(Kind.MUNICIPALITY)
    assert rules.may_be_party(Kind.POLICE_DISTRICT)
    assert not rules.may_be_party(Kind.HOUSING_COMPANY)
    assert not rules.may_be_party(Kind.COUNCIL)


def test_what_a_coordinator_adds_can_never_promise():
    assert not [kind for kind in rules.MAY_BE_ADDED if rules.may_be_party(kind)]


@given(days, days, days, days)
def test_two_stretches_meet_when_they_have_a_day_in_common(starts, ends, other, other_ends):
    for first, last in ((starts, ends), (other, other_ends)):
        if first and last and last < first:
            return
    span = [date(2014, 12, 31) + timedelta(days=count) for count in range(64)]
    common = [
        day
        for day in span
        if rules.holds(starts, ends, day) and rules.holds(other, other_ends, day)
    ]

    assert rules.meet(starts, ends, other, other_ends) is bool(common)


@pytest.mark.parametrize(
    ("people", "size"),
    [
        (0, Size.UNDER_10),
        (9_999, Size.UNDER_10),
        (10_000, Size.TO_20),
        (49_999, Size.TO_50),
        (50_000, Size.TO_100),
        (99_999, Size.TO_100),
        (100_000, Size.OVER_100),
        (None, None),
    ],
)
def test_a_municipality_is_compared_with_those_of_its_size(people, size):
    assert rules.size_of(people) == size


@given(st.integers(0, 1_000_000))
def test_the_limits_of_a_size_hold_exactly_those_of_that_size(people):
    size = rules.size_of(people)
    assert size is not None
    fewest, too_many = rules.size_limits(size)

    assert fewest <= people
    assert too_many is None or people < too_many
