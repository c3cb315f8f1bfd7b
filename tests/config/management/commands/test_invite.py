from datetime import date

import pytest
from django.core.management import CommandError, call_command

from handslag.config.management.commands import invite
from handslag.core.access import Role
from handslag.core.accounts.models import Person
from handslag.domain.organisations.queries import actor_for


def type_in(monkeypatch, *passwords):
    typed = iter(passwords)
    monkeypatch.setattr(invite, "getpass", lambda _prompt: next(typed))


def test_the_first_administrator_is_invited_from_the_command_line(
    municipality, monkeypatch
):
    type_in(monkeypatch, "en lång och egen mening", "en lång och egen mening")
    call_command(
        "invite", "admin@lundby.example", "Administratör", "lundby", "administrator"
    )

    person = Person.objects.get(email="admin@lundby.example")
    assert person.check_password("en lång och egen mening")
    assert actor_for(person, today=date.max).roles == {
        (municipality.pk, Role.ADMINISTRATOR)
    }


@pytest.mark.parametrize("typed", [("kort", "kort"), ("en lång mening", "en annan mening")])
def test_a_bad_password_makes_no_account(municipality, monkeypatch, typed):
    type_in(monkeypatch, *typed)
    with pytest.raises(CommandError):
        call_command("invite", "admin@lundby.example", "A", "lundby", "administrator")

    assert not Person.objects.exists()


def test_an_unknown_municipality_and_a_second_time_are_refused_in_words(municipality):
    words = [
        "invite",
        "admin@lundby.example",
        "A",
        "lundby",
        "administrator",
        "--no-password",
    ]
    call_command(*words)
    with pytest.raises(CommandError, match="har redan den här rollen"):
        call_command(*words)
    with pytest.raises(CommandError, match="Ingen kommun"):
        call_command("invite", "a@b.example", "A", "nowhere", "reader", "--no-password")
