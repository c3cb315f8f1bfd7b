"""A photo on its way: the one who took it, the moderator, those who see the report."""

from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from handslag.core.access import Role
from handslag.domain.incidents.models import Photo
from tests import make
from tests.make import incidents as made
from tests.make.photos import picture
from tests.web.workspace.reporting.test_page import HERE


@pytest.fixture
def taken(outdoors: Client, reporter, housing, municipality) -> Photo:
    """Added on the page of the report, without a script."""
    report = made.report(municipality, actor=reporter, by=housing)
    page = f"{HERE}mina/{report.public_id}/"
    form = outdoors.get(page).context["incidents"][0]["form"]
    file = BytesIO(picture(Image.new("RGB", (400, 300), "white")))
    file.name = "bild.png"
    said = {"key": str(form.initial["key"]), "event": 0, "photo": file}
    answer = outdoors.post(page, said)
    photo = Photo.objects.get()
    assert answer.headers["Location"] == f"{HERE}bild/{photo.public_id}/"
    return photo


def points(client: Client, photo: Photo, *at: tuple[int, int]) -> list[bool]:
    """Which of these points are light: they are painted over in dark."""
    answer = client.get(f"{HERE}bild/{photo.public_id}/fil/")
    assert answer.status_code == 200
    drawn = Image.open(BytesIO(answer.content)).convert("L")
    return [drawn.crop((x, y, x + 1, y + 1)).tobytes() > bytes([100]) for x, y in at]


def test_from_the_one_who_took_it_to_those_who_see_the_report(
    taken, outdoors, at_work, signed_in, housing, reading
):
    page, file = f"{HERE}bild/{taken.public_id}/", f"{HERE}bild/{taken.public_id}/fil/"
    colleague = signed_in(make.member(housing, Role.REPORTER))
    moderation = f"{HERE}bilder/{taken.public_id}/"
    assert at_work.get(file).status_code == colleague.get(file).status_code == 404
    assert at_work.get(moderation).status_code == 404
    assert outdoors.get(page).status_code == 200

    wordless = outdoors.post(page, {"squares": ["0", "1"], "do": "mark"})
    assert wordless.status_code == 422
    assert 'value="1" checked' in wordless.content.decode()
    outdoors.post(page, {"squares": ["0"], "alt": "Lampan vid gången.", "do": "mark"})
    assert points(at_work, taken, (5, 5), (390, 290)) == [False, True]
    assert colleague.get(file).status_code == 404

    waiting = at_work.get(f"{HERE}bilder/").content.decode()
    assert f"{HERE}bilder/{taken.public_id}/" in waiting
    boxes = "[[0.9, 0.9, 1, 1]]"
    at_work.post(moderation, {"boxes": boxes, "alt": "Lampan.", "do": "show"})
    assert points(colleague, taken, (390, 290), (200, 150)) == [False, True]
    assert reading.get(file).status_code == 404
    assert (
        "Visas för dem som får se rapporten"
        in outdoors.get(f"{HERE}mina/").content.decode()
    )


def test_refused_it_is_gone_for_everyone(taken, outdoors, at_work):
    page, moderation = f"{HERE}bild/{taken.public_id}/", f"{HERE}bilder/{taken.public_id}/"
    outdoors.post(page, {"alt": "Lampan.", "do": "mark"})
    at_work.post(moderation, {"do": "refuse"})
    assert at_work.get(moderation).status_code == 404
    assert outdoors.get(f"{page}fil/").status_code == 404
    assert "Visas inte, och är raderad" in outdoors.get(f"{HERE}mina/").content.decode()


def test_the_one_who_took_it_can_take_it_back(taken, outdoors):
    outdoors.post(f"{HERE}bild/{taken.public_id}/", {"do": "remove"})
    assert not Photo.objects.exists()
