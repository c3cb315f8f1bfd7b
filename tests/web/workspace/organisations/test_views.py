"""Who does what in one's organisation, and how the public reaches it."""

import re
from datetime import date

import pytest

from handslag.core.access import Role
from handslag.core.accounts.models import Person
from handslag.domain.organisations.models import Membership
from tests import make
from tests.web.pages import opened, sent


@pytest.fixture
def here(municipality) -> str:
    return f"/arbete/organisationer/{municipality.public_id}/"


@pytest.fixture
def keeper(signed_in, administrator):
    return signed_in(administrator)


def test_one_sees_ones_own_organisations(reading, municipality, police, here):
    page = opened(reading, "/arbete/organisationer/")
    assert here in page.links
    assert not page.says(police.name)


def test_the_page_says_who_does_what_and_what_it_belongs_with(
    reading, coordinator, police, here
):
    page = opened(reading, here)
    assert page.says(f"{coordinator.name} samordnare")
    assert page.says(f"{police.name} lokalpolisområde")


def test_the_administrator_says_how_the_public_reaches_it(keeper, municipality, here):
    typed = {"name": "Trygghetssamordnaren", "email": "trygg@lundby.example"}
    page = sent(keeper, f"{here}kontakt/", **typed)
    assert page.says("trygg@lundby.example")
    municipality.refresh_from_db()
    assert municipality.contact_name == "Trygghetssamordnaren"
    page = sent(keeper, f"{here}kontakt/", email="trygg", phone="0582-1")
    assert page.says("Skriv en e-postadress")
    assert page.form(having="phone").fields["phone"] == ["0582-1"]


INVITED = {"name": "Samordnare (demo)", "email": "ny@example.org", "role": "coordinator"}


def test_someone_new_gets_a_role_and_a_first_password_shown_once(
    keeper, municipality, here
):
    page = sent(keeper, f"{here}bjud-in/", **INVITED)
    source = page.answer.content.decode()
    (password,) = re.findall(r"<output[^>]*>(\w{16})</output>", source)
    person = Person.objects.get(email="ny@example.org")
    assert person.check_password(password)
    held = Membership.objects.get(person=person)
    assert (held.organisation, held.role) == (municipality, Role.COORDINATOR)
    assert password not in opened(keeper, here).words


def test_someone_with_an_account_keeps_their_password(keeper, here):
    someone = make.person("Har konto (demo)", "ny@example.org", "deras egna lösenord")
    page = sent(keeper, f"{here}bjud-in/", **INVITED)
    assert page.says("Personen har redan ett konto")
    someone.refresh_from_db()
    assert someone.check_password("deras egna lösenord")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"email": "ny"}, "Skriv en e-postadress"),
        ({"role": ""}, "Välj en roll."),
        ({"since": "i dag"}, "Skriv ett datum"),
    ],
)
def test_an_invitation_that_lacks_something_is_not_sent(keeper, here, typed, sentence):
    page = sent(keeper, f"{here}bjud-in/", **{**INVITED, **typed})
    assert page.status == 422
    assert page.says(sentence)
    assert page.form(having="email").fields["name"] == ["Samordnare (demo)"]
    assert not Person.objects.filter(email="ny@example.org").exists()


def test_nobody_is_given_the_same_role_twice(keeper, here):
    sent(keeper, f"{here}bjud-in/", **INVITED)
    page = sent(keeper, f"{here}bjud-in/", **INVITED)
    assert page.status == 422
    assert Membership.objects.filter(person__email="ny@example.org").count() == 1


def test_a_role_ends_on_a_day(keeper, coordinator, here):
    (link,) = [link for link in opened(keeper, here).links if "avsluta" in link][:1]
    held = Membership.objects.exclude(role=Role.ADMINISTRATOR).get()
    ends = [link for link in opened(keeper, here).links if "avsluta" in link]
    for link in ends:
        if opened(keeper, link).says(coordinator.name):
            sent(keeper, link, last_day="2026-03-31")
    held.refresh_from_db()
    assert held.until == date(2026, 3, 31)
    assert not any(str(held.pk) in link.split("/") for link in ends)


def test_a_role_that_is_not_there_cannot_end(keeper, here):
    assert keeper.get(f"{here}avsluta/0/").status_code == 404


def test_others_appoint_nobody(at_work, away, here):
    assert at_work.post(f"{here}bjud-in/", INVITED).status_code == 403
    for part in ("kontakt/", "bjud-in/"):
        assert away.post(here + part, INVITED).status_code == 404
    assert not Person.objects.filter(email="ny@example.org").exists()
