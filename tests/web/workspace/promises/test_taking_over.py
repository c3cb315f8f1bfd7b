"""A summary of a public page becomes the municipality's own, and objections are settled."""

import pytest

from handslag.core.access import ANYONE
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from tests import make
from tests.web.pages import opened, sent


@pytest.fixture
def summary(municipality) -> PromiseSet:
    return make.retold(municipality, "Vi städar torget.")


@pytest.fixture
def here(summary) -> str:
    return f"/arbete/loften/{summary.public_id}/"


def test_the_municipality_takes_over_the_summary(at_work, summary, here, now):
    assert f"{here}ta-over/" in opened(at_work, here).links
    page = opened(at_work, f"{here}ta-over/")
    assert page.says("Vi städar torget.")
    page = sent(at_work, f"{here}ta-over/")
    assert page.says("Löftena är era nu.")
    summary.refresh_from_db()
    assert summary.taken_over_at == now
    assert f"{here}andra/revision/" in page.links
    assert sent(at_work, f"{here}ta-over/").status == 422


def test_what_the_parties_decided_here_is_not_taken_over(at_work, published):
    page = sent(at_work, f"/arbete/loften/{published.public_id}/ta-over/")
    assert page.status == 422


def test_a_taken_over_set_that_is_being_changed_waits_like_any_draft(
    at_work, summary, here
):
    sent(at_work, f"{here}ta-over/")
    sent(at_work, f"{here}andra/revision/", reason="Vi skriver om det.")
    assert opened(at_work, "/arbete/").says("Fortsätt med utkastet: Medborgarlöften 2024")


def test_an_objection_is_read_and_settled(at_work, summary, here, now):
    objection = services.request_correction(
        ANYONE, summary, text="Vi lovade aldrig det.", contact="", now=now
    )
    assert f"{here}invandningar/" in opened(at_work, here).links
    page = opened(at_work, f"{here}invandningar/")
    assert page.says("Vi lovade aldrig det.")
    assert page.says("Personen lämnade ingen kontaktväg.")
    page = sent(at_work, f"{here}invandningar/{objection.public_id}/")
    assert page.says("Invändningen är avslutad.")
    objection.refresh_from_db()
    assert objection.settled_at == now
    assert sent(at_work, f"{here}invandningar/{objection.public_id}/").status == 422


def test_a_summary_is_taken_down_and_shown_again(at_work, summary, here, client):
    public = f"/{summary.home.slugs.get().slug}/loften/2024/"
    assert client.get(public).status_code == 200
    assert f"{here}ta-ned/" in opened(at_work, here).links
    page = sent(at_work, f"{here}ta-ned/")
    assert page.says("Sammanfattningen är borttagen. På dess adress står det.")
    assert f"{here}ta-over/" not in page.links
    again = at_work.post(f"{here}ta-ned/")
    assert again.status_code == 422
    assert client.get(public).status_code == 410
    page = sent(at_work, f"{here}ta-ned/")
    assert page.says("Sammanfattningen visas igen.")
    assert client.get(public).status_code == 200


def test_only_the_municipality_itself_answers_for_it(reading, away, here):
    for part in ("ta-over/", "ta-ned/", "invandningar/"):
        assert reading.get(here + part).status_code == 403
        assert away.get(here + part).status_code == 404
