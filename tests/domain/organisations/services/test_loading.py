import pytest

from handslag.core.access import system
from handslag.core.audit.models import Entry
from handslag.domain.organisations import published, queries, services
from handslag.domain.organisations.models import (
    Kind,
    Organisation,
    Place,
    Relation,
)
from handslag.domain.organisations.shipped import sweden

INSTALLATION = system("test")

pytestmark = pytest.mark.django_db


def test_the_whole_country_is_founded_once(today, django_assert_max_num_queries):
    with django_assert_max_num_queries(1200):
        first = services.found_all(INSTALLATION, sweden(), today=today)
    again = services.found_all(INSTALLATION, sweden(), today=today)

    assert first.places == len(sweden().localities) == Place.objects.count()
    assert (again.organisations, again.relations, again.places) == (0, 0, 0)
    assert Organisation.objects.filter(kind=Kind.MUNICIPALITY).count() == 290
    assert Organisation.objects.filter(kind=Kind.COUNTY).count() == 21
    assert Organisation.objects.filter(kind=Kind.POLICE_REGION).count() == 7
    assert Entry.objects.filter(action="organisations.founded").count() == (
        first.organisations
    )


def test_the_country_leaves_what_was_changed_here_as_it_is(today):
    services.found_all(INSTALLATION, sweden(), today=today)
    degerfors = queries.municipality_by_code("1862")
    assert degerfors is not None
    police = queries.police_for(degerfors, today=today)
    assert police is not None
    assert police.name == "Lokalpolisområde Karlskoga"
    tie = Relation.objects.get(lower=police, upper=degerfors)
    services.end_relation(INSTALLATION, tie, last_day=today)
    services.rename(
        INSTALLATION, degerfors, name="Letälven kommun", short_name="Letälven", today=today
    )

    services.found_all(INSTALLATION, sweden(), today=today)

    assert queries.police_for(degerfors) is None
    assert published.municipality("degerfors") == published.Moved("letalven")
    slugs = {one.short_name: one.slug for one in published.municipalities()}
    assert (slugs["Habo"], slugs["Håbo"]) == ("habo", "haabo")
