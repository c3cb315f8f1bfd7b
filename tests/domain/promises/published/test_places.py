"""Every municipality is on the map, and its colour says only what is known."""

from datetime import date

import pytest

from handslag.core.access import system
from handslag.domain.organisations.models import Kind
from handslag.domain.promises import services
from handslag.domain.promises.published.places import by_focus, country, indexable
from handslag.domain.promises.rules.bank import Presence
from handslag.domain.promises.rules.words import Origin, Rhythm, Verdict
from handslag.domain.promises.services import publishing
from tests import make

SPRING = date(2026, 3, 2)


@pytest.fixture
def places(db):
    make.organisation("Örebro län", Kind.COUNTY, "18")
    make.organisation("Ale län", Kind.COUNTY, "14")

    def there(today=SPRING):
        return {place.name: place for place in country(today=today).places}

    return there


def test_municipalities_stand_by_county_in_swedish_order(places):
    for name, code in [("Örebro", "1880"), ("Askersund", "1882"), ("Ale", "1440")]:
        make.municipality(f"{name} kommun", code, population=100)
    found = country(today=SPRING).counties
    assert [county.name for county in found] == ["Ale län", "Örebro län"]
    assert [place.name for place in found[1].places] == ["Askersund", "Örebro"]
    assert found[1].places[0].presence is Presence.NOTHING


def test_a_summary_colours_its_municipality_only_as_a_summary(places):
    of = make.municipality("Ale kommun", "1440")
    make.retold(of, "Ett.", "Två.", outcomes={0: Verdict.NOT_KEPT})
    found = places(date(2040, 1, 1))["Ale"]
    assert (found.presence, found.promises) == (Presence.SUMMARY, 2)


def test_a_restated_set_is_no_more_than_a_summary(places):
    make.retold(make.municipality("Ale kommun"), origin=Origin.RESTATED)
    assert places()["Ale"].presence is Presence.SUMMARY


def test_only_what_is_decided_here_can_be_late(
    places,
    draft,
    coordinator,
    municipal_approver,
    police_approver,
    municipality,
    police,
):
    services.plan_follow_ups(coordinator, draft, Rhythm.YEAR, function="samordnare")
    make.publish(
        draft, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    assert places()["Lundby"].presence is Presence.PROMISES
    assert places(date(2027, 1, 31))["Lundby"].presence is Presence.PROMISES
    assert places(date(2027, 2, 1))["Lundby"].presence is Presence.LATE


def test_the_country_counts_municipalities_and_what_became_of_their_promises(places):
    make.municipality("Ale kommun", "1440")
    make.retold(make.municipality("Kil kommun"), "Ett.", "Två.", outcomes={1: Verdict.KEPT})
    found = country(today=SPRING)
    assert (found.municipalities, found.sum.tally.total) == (1, 2)
    assert (found.sum.tally.known, found.sum.tally.of(Verdict.KEPT)) == (1, 1)


def test_a_joint_set_is_in_each_of_its_municipalities_and_counted_once(places, now):
    set_ = make.retold(make.municipality("Ale kommun"))
    set_.areas.create(municipality=make.municipality("Kil kommun"), position=1)
    publishing.publish(system("import"), set_, make.frozen(set_), now=now)
    found = country(today=SPRING)
    assert (found.municipalities, found.sum.tally.total) == (2, 1)


def test_the_whole_country_costs_five_queries(places, django_assert_max_num_queries):
    make.retold(make.municipality("Kil kommun"))
    with django_assert_max_num_queries(5):
        country(today=SPRING)


def test_what_promises_are_about_is_counted_by_focus_area(places):
    of = make.municipality("Kil kommun")
    make.retold(of, "Ett.", "Två.", "Tre.", focus="TRAFIK")
    make.retold(of, "Fyra.", focus="UNGA")
    make.retold(of, "Fem.")
    assert by_focus() == {"TRAFIK": 3, "UNGA": 1}


def test_search_engines_may_keep_only_what_is_the_parties_own(places, published):
    make.retold(make.municipality("Kil kommun"))
    assert indexable() == ["lundby/", "lundby/loften/2026/"]
