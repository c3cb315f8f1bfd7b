"""Next year's promises are made from these, and every promise's fate is said."""

import pytest

from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.words import Change
from tests.web.pages import opened, sent


@pytest.fixture
def following(at_work, published) -> PromiseSet:
    """The set for 2027, made from that for 2026."""
    sent(at_work, f"/arbete/loften/{published.public_id}/fornya/")
    return PromiseSet.objects.get(predecessor=published)


def test_the_next_year_is_filled_in_beforehand(at_work, published):
    address = f"/arbete/loften/{published.public_id}/fornya/"
    fields = opened(at_work, address).form(having="name").fields
    assert fields["name"] == ["Medborgarlöfte 2027"]
    assert fields["period_stated"] == ["2027"]
    page = sent(at_work, address)
    assert page.says("Nästa omgång är påbörjad. Säg vad som händer med varje löfte.")
    assert page.says("Minst fyra trygghetsvandringar")
    assert page.says("Kvar")


def test_a_name_is_needed_and_the_rest_is_kept(at_work, published):
    address = f"/arbete/loften/{published.public_id}/fornya/"
    page = sent(at_work, address, name="", period_stated="2028")
    assert page.status == 422
    assert page.form(having="name").fields["period_stated"] == ["2028"]
    assert not PromiseSet.objects.filter(predecessor=published).exists()


def test_a_changed_promise_is_shown_beside_the_earlier_and_asks_why(
    at_work, published, following
):
    here = f"/arbete/loften/{following.public_id}/"
    promise = following.promises.get()
    sent(at_work, f"{here}lofte/{promise.public_id}/", text="Vi går sex vandringar.")
    page = opened(at_work, f"{here}slakt/")
    assert page.says("Ett är ändrat.")
    assert page.says("Ändrat")
    assert page.says("Skriv varför. Invånarna läser det.") or page.says("Säg varför.")
    earlier = published.promises.get()
    address = f"{here}slakt/{earlier.public_id}/"
    assert address in page.links
    assert sent(at_work, address, change="changed", why="").status == 422
    page = sent(at_work, address, change="changed", why="Fler ville gå.")
    assert page.says("Fler ville gå.")
    assert following.lineage.get().change == Change.CHANGED


def test_a_dropped_promise_keeps_its_why(at_work, published, following):
    here = f"/arbete/loften/{following.public_id}/"
    promise = following.promises.get()
    sent(at_work, f"{here}lofte/{promise.public_id}/ta-bort/", why="Torget är ombyggt.")
    earlier = published.promises.get()
    address = f"{here}slakt/{earlier.public_id}/"
    assert sent(at_work, address, why="").status == 422
    page = sent(at_work, address, why="Torget byggs om.")
    assert page.says("Borttaget")
    assert page.says("Torget byggs om.")


def test_a_set_without_a_set_before_it_says_so(at_work, draft):
    page = opened(at_work, f"/arbete/loften/{draft.public_id}/slakt/")
    assert page.says("Det finns ingen omgång före den här.")


def test_others_see_the_lineage_or_nothing_at_all(reading, away, published, following):
    here = f"/arbete/loften/{following.public_id}/"
    earlier = published.promises.get().public_id
    assert opened(reading, f"{here}slakt/").says("Minst fyra trygghetsvandringar")
    assert reading.post(f"{here}slakt/{earlier}/", {"why": "x"}).status_code == 403
    assert away.get(f"{here}slakt/").status_code == 404
    renew = f"/arbete/loften/{published.public_id}/fornya/"
    assert reading.post(renew, {"name": "x"}).status_code == 403
    assert away.post(renew, {"name": "x"}).status_code == 404
