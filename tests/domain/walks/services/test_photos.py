"""A photo of what was seen is kept when nobody can be recognised in it."""

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from PIL import Image

from handslag.core.access import ForbiddenError, system
from handslag.core.files import services as files
from handslag.core.files.hiding import Box
from handslag.domain.walks import services
from handslag.domain.walks.models import FindingPhoto
from tests.make import walks
from tests.make.photos import noise, picture
from tests.refusing import code_of


@pytest.fixture
def found(coordinator, municipality):
    return walks.finding(coordinator, walks.walk(coordinator, municipality))


def take(actor, found, **more):
    words = {"key": uuid4(), "content": picture(), **more}
    return services.take_in_photo(actor, found, now=walks.NOW, **words)


def mark(actor, photo, alt="En trasig lampa.", *, nobody=True, boxes=()):
    return services.mark_photo(actor, photo, boxes=boxes, alt=alt, nobody=nobody)


def test_what_was_marked_is_gone_and_nothing_but_the_points_is_kept(coordinator, found):
    exif = Image.Exif()
    exif[0x010F] = "Telefonen"
    content = picture(noise(2), "JPEG", exif=exif, quality=95)
    assert b"Telefonen" in content
    photo = take(coordinator, found, content=content)
    assert b"Telefonen" not in bytes(photo.waiting or b"")
    kept = mark(coordinator, photo, boxes=[Box(0.4, 0.4, 0.6, 0.6)])
    assert kept.waiting is None
    assert kept.file is not None
    drawn = Image.open(BytesIO(files.content(kept.file)))
    assert not drawn.getexif()
    middle = drawn.getpixel((160, 120))
    assert isinstance(middle, tuple)
    assert all(abs(a - b) < 8 for a, b in zip(middle, (52, 58, 64), strict=True))


def test_a_photo_is_kept_only_with_words_and_when_somebody_has_looked(coordinator, found):
    photo = take(coordinator, found)
    refused = code_of(lambda: mark(coordinator, photo, nobody=False))
    assert refused == "walks.look_once_more"
    assert code_of(lambda: mark(coordinator, photo, " ")) == "walks.photo_without_words"
    named = code_of(lambda: mark(coordinator, photo, "Kim på gården"))
    assert named == "walks.answer_may_name_somebody"
    mark(coordinator, photo)
    assert code_of(lambda: mark(coordinator, photo)) == "walks.photo_is_kept"


def test_the_same_photo_sent_twice_is_one_and_three_are_enough(coordinator, found):
    key = uuid4()
    assert take(coordinator, found, key=key) == take(coordinator, found, key=key)
    take(coordinator, found)
    take(coordinator, found)
    assert code_of(lambda: take(coordinator, found)) == "walks.too_many_photos"


def test_a_photo_that_nobody_marks_in_time_is_forgotten(coordinator, found):
    late, kept = take(coordinator, found), take(coordinator, found)
    mark(coordinator, kept)
    timer = system("timer")
    assert services.forget_photos(timer, today=late.until) == 0
    assert services.forget_photos(timer, today=date(2026, 3, 17)) == 1
    assert list(FindingPhoto.objects.all()) == [kept]
    with pytest.raises(ForbiddenError):
        services.forget_photos(coordinator, today=late.until)


def test_nobody_elsewhere_adds_or_marks_a_photo(coordinator, elsewhere, found):
    with pytest.raises(ForbiddenError):
        take(elsewhere, found)
    photo = take(coordinator, found)
    with pytest.raises(ForbiddenError):
        mark(elsewhere, photo)
    services.remove_photo(coordinator, photo)
    assert not found.photos.exists()
