import pytest

from handslag.core.access import system
from handslag.domain.organisations import published, services
from handslag.domain.organisations.models import Kind, Tie
from handslag.domain.organisations.shipped import sweden
from tests import make

pytestmark = pytest.mark.django_db


def test_a_municipality_is_told_with_its_county_and_its_police(municipality, police):
    county = make.organisation("Lundby län", Kind.COUNTY, code="99")
    make.relation(municipality, Tie.LIES_IN, county)

    found = published.municipality("lundby")

    assert isinstance(found, published.Municipality)
    assert (found.county, found.county_code) == ("Lundby län", "99")
    assert [one.name for one in found.police] == ["Lokalpolisområde Lundby"]


def test_there_is_nothing_at_an_unknown_address(db):
    assert published.municipality("ingenstans") is None


def test_one_page_costs_two_queries_and_so_does_the_whole_country(
    municipality, police, django_assert_num_queries
):
    make.municipality()
    with django_assert_num_queries(2):
        published.municipality("lundby")
    with django_assert_num_queries(2):
        published.municipalities()


def test_municipalities_come_in_swedish_order(db):
    for name in ("Öckerö", "Ale", "Åre", "Ängelholm", "Ystad"):
        make.municipality(f"{name} kommun")

    order = [one.short_name for one in published.municipalities()]
    assert order == ["Ale", "Ystad", "Åre", "Ängelholm", "Öckerö"]


def test_municipalities_of_one_county_are_chosen_by_its_code(db):
    make.municipality("Karlskoga kommun", code="1883")
    make.municipality("Åsele kommun", code="2463")

    assert [one.code for one in published.municipalities(county_code="18")] == ["1883"]


def test_a_municipality_is_found_by_a_village_in_it(today):
    services.found_all(system("test"), sweden(), today=today)

    found = published.search_municipalities("Svarta", limit=3)
    assert "Degerfors" in [one.short_name for one in found]
    assert published.search_municipalities("Degefors")[0].slug == "degerfors"
    assert [one.short_name for one in published.counties()][-1] == "Östergötland"


def test_the_map_has_a_shape_for_every_municipality():
    country = published.map_shapes()

    assert {shape.code for shape in country.shapes} == {
        one.code for one in sweden().municipalities
    }
    assert all(shape.path.startswith("M") for shape in country.shapes)
    assert country.county_lines
