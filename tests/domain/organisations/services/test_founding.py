from datetime import date

import pytest

from handslag.core.access import ForbiddenError, system
from handslag.core.audit.models import Entry
from handslag.domain.organisations import published, services
from handslag.domain.organisations.models import (
    Kind,
    Organisation,
    PlaceKind,
    Slug,
)
from handslag.domain.organisations.rules import NotAllowedError
from handslag.domain.organisations.services.founding import Point
from tests import make
from tests.together import at_once

INSTALLATION = system("test")

pytestmark = pytest.mark.django_db


def revision(organisation: Organisation) -> int:
    return Organisation.objects.get(pk=organisation.pk).public_revision


def test_the_installation_founds_a_municipality_with_an_address(today):
    made = services.found(
        INSTALLATION,
        kind=Kind.MUNICIPALITY,
        name="Håbo kommun",
        short_name="Håbo",
        code="0305",
        today=today,
    )

    found = published.municipality("haabo")
    assert isinstance(found, published.Municipality)
    assert found.name == "Håbo kommun"
    assert [one.slug for one in published.search_municipalities("habo")] == ["haabo"]
    entry = Entry.objects.get(action="organisations.founded")
    assert entry.subject_id == str(made.public_id)


def test_a_coordinator_adds_a_housing_company_but_no_police(
    coordinator, municipality, today
):
    made = services.found(
        coordinator,
        kind=Kind.HOUSING_COMPANY,
        name="Lundbybostäder",
        home=municipality,
        today=today,
    )

    assert made.short_name == "Lundbybostäder"
    assert not Slug.objects.filter(organisation=made).exists()
    with pytest.raises(NotAllowedError, match="kind_comes_with_the_installation"):
        services.found(
            coordinator,
            kind=Kind.POLICE_DISTRICT,
            name="Egen polis",
            home=municipality,
            today=today,
        )
    with pytest.raises(ForbiddenError):
        services.found(coordinator, kind=Kind.ASSOCIATION, name="X", today=today)


def test_no_one_from_elsewhere_adds_an_organisation(elsewhere, reader, municipality, today):
    for actor in (elsewhere, reader):
        with pytest.raises(ForbiddenError):
            services.found(
                actor, kind=Kind.ASSOCIATION, name="X", home=municipality, today=today
            )


def test_an_organisation_needs_a_name(coordinator, municipality, today):
    with pytest.raises(NotAllowedError, match="name_missing"):
        services.found(
            coordinator, kind=Kind.ASSOCIATION, name=" ", home=municipality, today=today
        )


def test_the_old_address_leads_to_the_new_after_a_change_of_name(
    administrator, municipality, today
):
    before = revision(municipality)
    services.rename(
        administrator,
        municipality,
        name="Storlundby kommun",
        short_name="Storlundby",
        today=today,
    )

    assert published.municipality("lundby") == published.Moved("storlundby")
    assert isinstance(published.municipality("storlundby"), published.Municipality)
    assert revision(municipality) == before + 1
    assert [one.slug for one in published.search_municipalities("storlundby")] == [
        "storlundby"
    ]


def test_a_name_taken_back_takes_back_its_address(administrator, municipality, today):
    for short_name in ("Storlundby", "Lundby"):
        services.rename(
            administrator,
            municipality,
            name=f"{short_name} kommun",
            short_name=short_name,
            today=today,
        )

    assert isinstance(published.municipality("lundby"), published.Municipality)
    assert published.municipality("storlundby") == published.Moved("lundby")


def test_another_municipality_never_gets_an_address_that_was_used(
    administrator, municipality, today
):
    services.rename(
        administrator, municipality, name="Ny kommun", short_name="Ny", today=today
    )
    services.found(
        INSTALLATION,
        kind=Kind.MUNICIPALITY,
        name="Lundby kommun",
        short_name="Lundby",
        today=today,
    )

    assert published.municipality("lundby") == published.Moved("ny")
    assert isinstance(published.municipality("lundby-kommun"), published.Municipality)


def test_only_its_administrator_names_a_municipality(coordinator, elsewhere, municipality):
    for actor in (coordinator, elsewhere):
        with pytest.raises(ForbiddenError):
            services.rename(
                actor, municipality, name="X", short_name="X", today=date(2026, 1, 1)
            )


def test_contact_ways_are_public_and_of_a_function(
    coordinator, reader, elsewhere, municipality
):
    """Who leads the work is the one to turn to, and says so without an administrator."""
    for actor in (reader, elsewhere):
        with pytest.raises(ForbiddenError):
            services.set_contact(actor, municipality, name="X", email="", phone="")
    services.set_contact(
        coordinator,
        municipality,
        name="Samordnaren",
        email="trygg@lundby.example",
        phone="010-000 00 00",
    )

    found = published.municipality("lundby")
    assert isinstance(found, published.Municipality)
    assert found.contact == published.Contact(
        "Samordnaren", "trygg@lundby.example", "010-000 00 00"
    )


def test_population_is_told_with_its_year(administrator, municipality):
    services.set_population(administrator, municipality, population=12_300, year=2025)

    found = published.municipality("lundby")
    assert isinstance(found, published.Municipality)
    assert (found.population, found.population_year) == (12_300, 2025)


def test_a_place_lies_in_its_municipality(coordinator, municipality, elsewhere):
    town = services.name_place(
        coordinator, municipality, kind=PlaceKind.LOCALITY, name="Lundby"
    )
    square = services.name_place(
        coordinator,
        municipality,
        kind=PlaceKind.SQUARE,
        name="Torget",
        point=Point(15.0, 59.5),
        parent=town,
    )

    assert square.parent == town
    other = Organisation.objects.exclude(pk=municipality.pk).get()
    foreign = make.place(other)
    with pytest.raises(NotAllowedError, match="place_lies_elsewhere"):
        services.name_place(
            coordinator, municipality, kind=PlaceKind.PARK, name="Parken", parent=foreign
        )
    with pytest.raises(ForbiddenError):
        services.name_place(elsewhere, municipality, kind=PlaceKind.PARK, name="Parken")


@pytest.mark.django_db(transaction=True)
def test_two_founded_at_once_get_an_address_each(today):
    def found(code: str) -> Organisation:
        return services.found(
            INSTALLATION, kind=Kind.MUNICIPALITY, name="Nyby", code=code, today=today
        )

    for _ in range(10):
        made = at_once(lambda: found("9901"), lambda: found("9902"))
        assert {type(one) for one in made} == {Organisation}
        assert Slug.objects.filter(slug__startswith="nyby", current=True).count() == 2
        alike = at_once(lambda: found("9903"), lambda: found("9903"))
        refused = [one for one in alike if isinstance(one, NotAllowedError)]
        assert [one.code for one in refused] == ["code_taken"]
        assert Organisation.objects.filter(code="9903").count() == 1
        Slug.objects.filter(organisation__code__startswith="99").delete()
        Organisation.objects.filter(code__startswith="99").delete()
