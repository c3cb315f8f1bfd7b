from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from handslag.core.access import ForbiddenError, Role, system
from handslag.core.audit.models import Entry
from handslag.domain.organisations import published, queries, services
from handslag.domain.organisations.models import (
    Kind,
    Membership,
    Organisation,
    Place,
    PlaceKind,
    Relation,
    Slug,
    Tie,
)
from handslag.domain.organisations.rules import NotAllowedError, holds
from handslag.domain.organisations.services.founding import Point
from handslag.domain.organisations.services.refusals import SENTENCES
from handslag.domain.organisations.shipped import sweden
from tests import make

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


def test_contact_ways_are_public_and_of_a_function(administrator, municipality):
    services.set_contact(
        administrator,
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


def test_a_district_comes_to_serve_a_second_municipality_and_stops(
    administrator, municipality, police, today
):
    neighbour = make.municipality()
    tie = services.relate(INSTALLATION, police, Tie.SERVES, neighbour, valid_from=today)

    assert queries.police_for(neighbour, today=today) == police
    assert queries.police_for(municipality, today=today) == police
    services.end_relation(INSTALLATION, tie, last_day=today)
    assert queries.police_for(neighbour, today=today) == police
    assert queries.police_for(neighbour, today=today + timedelta(days=1)) is None


@pytest.mark.parametrize("first", [None, date(2026, 1, 1)])
def test_two_organisations_are_not_tied_twice_at_a_time(municipality, first):
    district = make.police_district()
    services.relate(
        INSTALLATION,
        district,
        Tie.SERVES,
        municipality,
        valid_from=first,
        valid_to=date(2026, 6, 30),
    )

    with pytest.raises(NotAllowedError, match="already_tied"):
        services.relate(
            INSTALLATION, district, Tie.SERVES, municipality, valid_from=date(2026, 6, 30)
        )
    services.relate(
        INSTALLATION, district, Tie.SERVES, municipality, valid_from=date(2026, 7, 1)
    )
    assert Relation.objects.count() == 2


def test_a_tie_that_the_field_does_not_know_is_refused(municipality, police, coordinator):
    with pytest.raises(NotAllowedError, match="kinds_cannot_be_tied"):
        services.relate(INSTALLATION, municipality, Tie.SERVES, police)
    with pytest.raises(NotAllowedError, match="ends_before_it_begins"):
        services.relate(
            INSTALLATION,
            make.organisation("Rådet", Kind.COUNCIL),
            Tie.COVERS,
            municipality,
            valid_from=date(2026, 2, 1),
            valid_to=date(2026, 1, 1),
        )
    with pytest.raises(ForbiddenError):
        services.relate(
            coordinator,
            make.organisation("Rådet", Kind.COUNCIL),
            Tie.COVERS,
            municipality,
        )


def test_a_tie_is_not_ended_before_it_began_nor_a_second_time(municipality, today):
    district = make.police_district()
    tie = services.relate(
        INSTALLATION, district, Tie.SERVES, municipality, valid_from=today
    )

    with pytest.raises(NotAllowedError, match="ends_before_it_begins"):
        services.end_relation(INSTALLATION, tie, last_day=today - timedelta(days=1))
    services.end_relation(INSTALLATION, tie, last_day=today)
    with pytest.raises(NotAllowedError, match="already_ended"):
        services.end_relation(INSTALLATION, tie, last_day=today + timedelta(days=1))


def test_an_administrator_appoints_and_someone_leaves(administrator, municipality, today):
    someone = make.person()
    held = services.appoint(
        administrator, someone, municipality, Role.COORDINATOR, since=today
    )

    assert queries.actor_for(someone, today=today).roles == {
        (municipality.pk, Role.COORDINATOR)
    }
    services.end_membership(administrator, held, last_day=today)
    tomorrow = today + timedelta(days=1)
    assert queries.actor_for(someone, today=tomorrow).roles == frozenset()
    entry = Entry.objects.get(action="organisations.appointed")
    assert entry.details == {
        "person": someone.pk,
        "organisation": municipality.pk,
        "role": "coordinator",
    }


def test_a_role_is_not_held_twice_at_a_time(administrator, municipality, today):
    someone = make.person()
    services.appoint(administrator, someone, municipality, Role.READER, since=today)

    with pytest.raises(NotAllowedError, match="already_appointed"):
        services.appoint(administrator, someone, municipality, Role.READER, since=today)
    services.appoint(administrator, someone, municipality, Role.APPROVER, since=today)


@pytest.mark.parametrize("who", ["coordinator", "elsewhere", "reader", "stranger"])
def test_only_an_administrator_of_the_organisation_appoints(
    request, who, municipality, today
):
    with pytest.raises(ForbiddenError):
        services.appoint(
            request.getfixturevalue(who),
            make.person(),
            municipality,
            Role.ADMINISTRATOR,
            since=today,
        )


def test_whoever_is_invited_gets_an_account_without_a_password(
    administrator, municipality, today
):
    person = services.invite(
        administrator,
        municipality,
        Role.APPROVER,
        email=" Ordforande@Lundby.example",
        name="Ordförande",
        since=today,
    )

    assert person.email == "ordforande@lundby.example"
    assert not person.has_usable_password()
    assert Membership.objects.get(person=person).role == Role.APPROVER


def test_an_invitation_never_changes_an_account_that_exists(
    administrator, municipality, today
):
    there = make.person("Riktigt namn", "finns@lundby.example", "a long old password")
    person = services.invite(
        administrator,
        municipality,
        Role.READER,
        email="finns@lundby.example",
        name="Annat namn",
        since=today,
        password="another password",
    )

    assert person == there
    person.refresh_from_db()
    assert person.name == "Riktigt namn"
    assert person.check_password("a long old password")


def test_publishing_raises_the_revision_of_each_organisation_once(municipality, police):
    services.bump_public(municipality, police, municipality)

    assert (revision(municipality), revision(police)) == (1, 1)


def test_every_refusal_has_a_sentence():
    codes = [
        "already_appointed",
        "already_ended",
        "already_tied",
        "ends_before_it_begins",
        "kind_comes_with_the_installation",
        "kinds_cannot_be_tied",
        "name_missing",
        "place_lies_elsewhere",
    ]
    assert sorted(SENTENCES) == codes
    assert services.sentence(NotAllowedError("name_missing")) == "Skriv ett namn."


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


def test_the_database_itself_refuses_what_must_never_be(municipality, police, today):
    person = make.person()
    wrong: list[Membership | Relation | Slug | Place | Organisation] = [
        Relation(lower=police, upper=police, kind=Tie.SERVES),
        Relation(lower=police, upper=municipality, kind=Tie.SERVES),
        Relation(
            lower=police,
            upper=municipality,
            kind=Tie.SERVES,
            valid_from=today,
            valid_to=today - timedelta(days=1),
        ),
        Membership(
            person=person,
            organisation=municipality,
            role=Role.READER,
            since=today,
            until=today - timedelta(days=1),
        ),
        Membership(person=person, organisation=municipality, role="king", since=today),
        Slug(organisation=municipality, slug="annan", since=today),
        Slug(organisation=police, slug="lundby", since=today),
        Place(within=municipality, kind=PlaceKind.PARK, name="Parken", lon=15.0),
        Organisation(kind=Kind.MUNICIPALITY, name="", short_name=""),
        Organisation(
            kind=Kind.MUNICIPALITY, name="En", short_name="En", code=municipality.code
        ),
    ]
    for row in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


class TiesOverTime(TestCase):
    """However ties are made and ended, at most one of them holds on any day."""

    spans = st.lists(
        st.tuples(
            st.none() | st.dates(date(2026, 1, 1), date(2026, 2, 1)),
            st.none() | st.dates(date(2026, 1, 1), date(2026, 2, 1)),
        ),
        max_size=6,
    )

    @settings(max_examples=25, deadline=None)
    @given(spans)
    def test_no_day_has_two_ties_of_one_kind(self, spans):
        district, municipality = make.police_district(), make.municipality()
        for starts, ends in spans:
            try:
                services.relate(
                    INSTALLATION,
                    district,
                    Tie.SERVES,
                    municipality,
                    valid_from=starts,
                    valid_to=ends,
                )
            except NotAllowedError:
                continue
        ties = list(Relation.objects.filter(lower=district))
        for count in range(-1, 33):
            day = date(2026, 1, 1) + timedelta(days=count)
            holding = [tie for tie in ties if holds(tie.valid_from, tie.valid_to, day)]
            assert len(holding) <= 1
            found = queries.police_for(municipality, today=day)
            assert found == (district if holding else None)
