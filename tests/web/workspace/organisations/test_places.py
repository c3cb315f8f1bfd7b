"""A place is named, chosen in a promise and shown on the map."""

import json

import pytest

from handslag.domain.organisations.models import Organisation, Place, PlaceKind
from tests import make
from tests.web.pages import opened, sent

WAY = {"type": "LineString", "coordinates": [[14.43, 59.23], [14.44, 59.24]]}
WHERE = "59.2372, 14.4306"


@pytest.fixture
def here(municipality) -> str:
    """Lundby lies where Degerfors does."""
    Organisation.objects.filter(pk=municipality.pk).update(code="1862")
    return f"/arbete/organisationer/{municipality.public_id}/platser/"


def test_a_place_is_put_on_the_map(at_work, here, municipality):
    assert here in opened(at_work, here.removesuffix("platser/")).links
    assert f"{here}ny/" in opened(at_work, here).links
    page = sent(at_work, f"{here}ny/", name="Torget", kind="square", position=WHERE)
    assert page.says("Nu kan ni välja Torget i löftena.")
    assert page.says("59,2372, 14,4306")
    place = Place.objects.get()
    assert (place.name, place.kind, place.lat, place.lon) == (
        "Torget",
        PlaceKind.SQUARE,
        59.2372,
        14.4306,
    )


def test_a_way_lies_where_its_middle_is(at_work, here, municipality):
    larger = make.place(municipality, "Centrum", PlaceKind.NEIGHBOURHOOD)
    way = json.dumps(WAY)
    parent = str(larger.public_id)
    new = {"name": "Gångvägen", "kind": "street", "parent": parent, "outline": way}
    sent(at_work, f"{here}ny/", **new)
    place = Place.objects.get(name="Gångvägen")
    assert place.parent == larger
    assert place.shape == WAY
    assert place.lon == pytest.approx(14.435)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"position": "vid torget"}, "Vi hittar inget läge där."),
        ({"position": "59.3293, 18.0686"}, "Det ligger inte i Lundby."),
        ({"outline": "{}"}, "Vi hittar inget område och ingen väg där."),
        ({"outline": json.dumps({**WAY, "coordinates": [[1, 2], [3, 4]]})}, "utanför"),
        ({"kind": ""}, "Välj vad det är för plats."),
    ],
)
def test_what_cannot_be_placed_is_said_and_nothing_is_lost(at_work, here, typed, sentence):
    page = sent(at_work, f"{here}ny/", **{"name": "Torget", "kind": "square", **typed})
    assert page.status == 422
    assert page.says(sentence)
    assert page.form(having="outline").fields["name"] == ["Torget"]
    assert not Place.objects.exists()


def test_a_place_without_a_position_is_a_name_alone(at_work, here):
    page = sent(at_work, f"{here}ny/", name="Hela centrum", kind="area")
    assert page.says("inte på kartan")


def test_readers_see_the_places_and_name_none(reading, away, here):
    assert opened(reading, here).status == 200
    assert f"{here}ny/" not in opened(reading, here).links
    assert reading.get(f"{here}ny/").status_code == 403
    assert away.get(here).status_code == 404


def test_a_promise_with_a_place_has_a_map_and_without_has_none(
    at_work,
    here,
    draft,
    coordinator,
    municipality,
    police,
    client,
    municipal_approver,
    police_approver,
):
    square = make.place(municipality, "Torget")
    Place.objects.update(lon=14.4306, lat=59.2372)
    promise = draft.promises.get()
    editor = f"/arbete/loften/{draft.public_id}/lofte/{promise.public_id}/"
    page = sent(at_work, editor, place=str(square.public_id), place_stated="på torget")
    assert page.status == 200
    promise.refresh_from_db()
    assert promise.place == square
    make.publish(
        draft, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    shown = client.get("/lundby/loften/2026/1/").content.decode()
    assert "på torget" in shown
    assert "Torget på kartan över Lundby" in shown
    assert 'class="ring"' in shown
    Place.objects.update(name="Ett annat torg", lon=14.5)
    assert "Ett annat torg" not in client.get("/lundby/loften/2026/1/").content.decode()


def test_a_promise_is_not_about_a_place_in_another_municipality(
    at_work, draft, municipality
):
    elsewhere = make.place(make.municipality("Sjövik kommun"), "Hamnen")
    promise = draft.promises.get()
    editor = f"/arbete/loften/{draft.public_id}/lofte/{promise.public_id}/"
    page = sent(at_work, editor, place=str(elsewhere.public_id))
    assert page.status == 422
    promise.refresh_from_db()
    assert promise.place is None
