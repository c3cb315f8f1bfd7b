from datetime import date

import pytest

from handslag.core.access import Act, Role
from handslag.core.accounts.models import Person
from handslag.domain.organisations import queries
from handslag.domain.organisations.models import Kind, Membership, Tie
from tests import make


def test_a_person_holds_the_roles_of_today_only(municipality, police, today):
    someone = make.person()
    for where, role, since, until in (
        (municipality, Role.COORDINATOR, date(2025, 1, 1), today),
        (municipality, Role.READER, date(2024, 1, 1), date(2026, 3, 1)),
        (police, Role.READER, date(2026, 3, 3), None),
        (police, Role.APPROVER, today, None),
    ):
        Membership.objects.create(
            person=someone, organisation=where, role=role, since=since, until=until
        )

    actor = queries.actor_for(someone, today=today)

    assert actor.roles == {
        (municipality.pk, Role.COORDINATOR),
        (police.pk, Role.APPROVER),
    }
    assert (actor.person_id, actor.name) == (someone.pk, someone.name)


def test_a_closed_account_holds_no_role(municipality, today):
    someone = make.person()
    Membership.objects.create(
        person=someone, organisation=municipality, role=Role.READER, since=today
    )
    someone.is_active = False

    assert queries.actor_for(someone, today=today).roles == frozenset()


def test_one_sees_the_workspace_of_ones_own_organisations(
    coordinator, elsewhere, stranger, municipality
):
    assert list(queries.visible_to(coordinator)) == [municipality]
    assert municipality not in queries.visible_to(elsewhere)
    assert list(queries.visible_to(stranger)) == []


def test_a_municipality_is_found_by_its_code_and_a_county_is_not(db):
    degerfors = make.municipality("Degerfors kommun", code="1862")
    make.organisation("Örebro län", Kind.COUNTY, code="18")

    assert queries.municipality_by_code("1862") == degerfors
    assert queries.municipality_by_code("18") is None


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "serves"),
    [
        (None, None, True),
        (date(2026, 3, 2), date(2026, 3, 2), True),
        (date(2026, 3, 3), None, False),
        (None, date(2026, 3, 1), False),
    ],
)
def test_the_police_district_is_the_one_that_serves_today(
    municipality, today, valid_from, valid_to, serves
):
    district = make.police_district()
    make.relation(district, Tie.SERVES, municipality, valid_from, valid_to)

    found = queries.police_for(municipality, today=today)

    assert found == (district if serves else None)


def test_one_district_serves_several_municipalities(municipality, police, today):
    neighbour = make.municipality()
    make.relation(police, Tie.SERVES, neighbour)

    assert queries.police_for(municipality, today=today) == police
    assert queries.police_for(neighbour, today=today) == police


def test_those_tied_to_a_municipality_may_take_part(municipality, police, today):
    make.organisation("Annan förening")
    council = make.organisation("Brottsförebyggande rådet", Kind.COUNCIL)
    make.relation(council, Tie.COVERS, municipality)

    assert set(queries.party_organisations(municipality, today=today)) == {
        municipality,
        police,
        council,
    }


def test_those_around_share_police_or_council_and_not_merely_a_county(
    municipality, police, today
):
    neighbour = make.municipality("Strandby kommun")
    make.relation(police, Tie.SERVES, neighbour)
    council = make.organisation("Lokalt Brå", Kind.COUNCIL)
    partner = make.municipality("Skogby kommun")
    for one in (municipality, partner):
        make.relation(council, Tie.COVERS, one)
    county = make.organisation("Sjö län", Kind.COUNTY)
    far = make.municipality("Fjärran kommun")
    for one in (municipality, far):
        make.relation(one, Tie.LIES_IN, county)
    around = queries.around(municipality, today=today)
    assert set(around) == {municipality, police, neighbour, council, partner, county}
    assert set(queries.that_may_promise(around, also=[far])) == {
        municipality,
        police,
        neighbour,
        partner,
        far,
    }


def test_those_who_hold_a_role_now_or_soon_are_members(municipality, today):
    make.member(municipality, Role.COORDINATOR, "Samordnare (demo)")
    gone = make.member(municipality, Role.READER, "Slutade (demo)")
    Membership.objects.filter(person=gone.person_id).update(until=date(2026, 3, 1))
    members = queries.members_of(municipality, today=today)
    assert [one.person.name for one in members] == ["Samordnare (demo)"]


def test_one_acts_where_ones_role_lets_one(coordinator, municipality):
    coordinator = make.also(coordinator, make.municipality(), Role.READER)
    assert list(queries.where(coordinator, Act.WRITE_PROMISE)) == [municipality]


def test_roles_are_listed_with_where_they_are_held(coordinator, municipality, today):
    person = Person.objects.get(pk=coordinator.person_id)
    assert queries.roles_of(person, today=today) == [(municipality, Role.COORDINATOR)]
    assert queries.names_of([person.pk, 0]) == {person.pk: person.name}
