from datetime import timedelta

import pytest

from handslag.core.access import ForbiddenError, Role
from handslag.core.accounts.models import Person
from handslag.core.audit.models import Entry
from handslag.domain.organisations import queries, services
from handslag.domain.organisations.models import (
    Membership,
)
from handslag.domain.organisations.rules import NotAllowedError
from tests import make
from tests.together import at_once

pytestmark = pytest.mark.django_db


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


def test_one_chooses_language_and_password_for_oneself_alone(coordinator, reader):
    person = Person.objects.get(pk=coordinator.person_id)
    services.choose_language(coordinator, person, "en")
    services.choose_password(coordinator, person, "en lång fras att minnas")
    person.refresh_from_db()
    assert person.language == "en"
    assert person.check_password("en lång fras att minnas")
    with pytest.raises(ForbiddenError):
        services.choose_language(reader, person, "sv")
    with pytest.raises(ForbiddenError):
        services.choose_password(reader, person, "någon annans fras")


@pytest.mark.django_db(transaction=True)
def test_two_who_invite_the_same_person_at_once_make_one_account(
    administrator, municipality, today
):
    def invite(role: Role) -> Person:
        return services.invite(
            administrator,
            municipality,
            role,
            email="ny@lundby.example",
            name="Ny",
            since=today,
        )

    for _ in range(10):
        alike = at_once(lambda: invite(Role.READER), lambda: invite(Role.READER))
        assert [type(one) for one in alike].count(Person) == 1
        refused = next(one for one in alike if isinstance(one, NotAllowedError))
        assert refused.code == "already_appointed"
        other = at_once(lambda: invite(Role.APPROVER), lambda: invite(Role.REPORTER))
        assert len(set(other)) == 1
        Membership.objects.filter(person__email="ny@lundby.example").delete()
        Person.objects.filter(email="ny@lundby.example").delete()
