"""The log of a set in words: who did what."""

from handslag.core.accounts.models import Person
from tests.web.pages import opened, sent


def test_what_was_done_is_told_with_who_did_it(at_work, coordinator, published):
    page = opened(at_work, f"/arbete/loften/{published.public_id}/logg/")
    for deed in ("Började utkastet", "La till ett löfte", "Bad om godkännande", "Sa ja"):
        assert page.says(deed)
    assert page.says(coordinator.name)
    assert page.says("inloggad")
    assert not page.says("promises.")


def test_what_belongs_to_the_set_is_in_its_log(at_work, published):
    promise = published.promises.get()
    sent(at_work, f"/arbete/framsteg/{promise.public_id}/", amount="1")
    page = opened(at_work, f"/arbete/loften/{published.public_id}/logg/")
    assert page.says("Antecknade framsteg")


def test_someone_who_has_left_has_no_name(at_work, municipal_approver, published):
    Person.objects.filter(pk=municipal_approver.person_id).delete()
    page = opened(at_work, f"/arbete/loften/{published.public_id}/logg/")
    assert page.says("Någon som har slutat")


def test_it_is_for_those_who_write(reading, away, published):
    address = f"/arbete/loften/{published.public_id}/logg/"
    assert reading.get(address).status_code == 403
    assert away.get(address).status_code == 404
