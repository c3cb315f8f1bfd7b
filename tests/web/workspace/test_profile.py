"""One's own account."""

import pytest

from handslag.core.accounts.models import Person
from tests.web.pages import opened, sent

OLD, NEW = "en gammal fras att minnas", "en ny fras som är lång"


@pytest.fixture
def person(coordinator) -> Person:
    someone = Person.objects.get(pk=coordinator.person_id)
    someone.set_password(OLD)
    someone.save()
    return someone


def test_the_workspace_speaks_the_language_one_chooses(at_work, coordinator):
    page = sent(at_work, "/arbete/jag/", language="en")
    assert page.says("Your roles")
    assert page.says("Saved.")
    assert opened(at_work, "/arbete/").says("This waits for you")
    assert sent(at_work, "/arbete/jag/", language="fi").status == 422


def test_ones_roles_are_listed(at_work, coordinator):
    assert opened(at_work, "/arbete/jag/").says("samordnare, Lundby kommun")


def test_the_password_is_changed_and_one_stays_signed_in(person, at_work):
    typed = {"old_password": OLD, "new_password1": NEW, "new_password2": NEW}
    page = sent(at_work, "/arbete/jag/losenord/", **typed)
    assert page.says("Lösenordet är bytt.")
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert opened(at_work, "/arbete/jag/").status == 200


@pytest.mark.parametrize(
    "typed",
    [
        {"old_password": "fel", "new_password1": NEW, "new_password2": NEW},
        {"old_password": OLD, "new_password1": "kort", "new_password2": "kort"},
        {"old_password": OLD, "new_password1": NEW, "new_password2": "något annat långt"},
    ],
)
def test_a_password_that_does_not_do_is_refused(person, at_work, typed):
    page = sent(at_work, "/arbete/jag/losenord/", **typed)
    assert page.status == 422
    person.refresh_from_db()
    assert person.check_password(OLD)
    kept = page.form(having="old_password").fields
    assert [kept[name] for name in typed] == [[""], [""], [""]]
