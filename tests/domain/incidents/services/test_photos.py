"""A photo is drawn anew, hidden in before anyone else sees it, and gone when refused."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from handslag.core.access import Actor, ForbiddenError, Role
from handslag.core.audit.models import Entry
from handslag.core.files import rules as files
from handslag.core.files.hiding import Box
from handslag.core.files.rules import FileRefusedError
from handslag.core.files.services import remove
from handslag.domain.incidents.models import Photo, Report
from handslag.domain.incidents.services.photos import (
    mark_photo,
    refuse_photo,
    show_photo,
    take_in_photo,
    withdraw_photo,
)
from tests import make
from tests.make import incidents as made
from tests.make.photos import marked_photo, noise, photo, picture
from tests.refusing import code_of

NOW = made.NOW
HEIC = b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40
FACE = Box(0.4, 0.4, 0.5, 0.5)


@dataclass
class Lundby:
    reporter: Actor
    moderator: Actor
    report: Report


@pytest.fixture
def lundby(municipality, coordinator) -> Lundby:
    made.desk(municipality)
    reporter = make.member(municipality, Role.REPORTER)
    report = made.report(municipality, actor=reporter, by=municipality)
    return Lundby(reporter, coordinator, report)


def stored(lundby: Lundby, content: bytes) -> bytes:
    """What is stored of a photo when its middle has been painted over."""
    taken = photo(lundby.reporter, lundby.report, content)
    given: dict[str, Any] = {"boxes": [FACE], "alt": "Torget.", "now": NOW}
    waiting = mark_photo(lundby.reporter, taken, **given).waiting
    taken.delete()
    assert waiting is not None
    return bytes(waiting)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_of_what_was_painted_over_nothing_is_left(lundby, kind):
    """Two pictures that differ only in the face are stored as the same bytes."""
    one, other = noise(1), noise(1)
    other.paste(noise(2, (32, 24)), (128, 96))  # within the face
    first, second = (picture(each, kind, quality=95) for each in (one, other))
    assert first != second
    assert stored(lundby, first) == stored(lundby, second)


def test_where_and_by_what_it_was_taken_is_gone(lundby):
    hidden = Image.Exif()
    hidden[0x010F] = "Telefonen"
    taken = photo(lundby.reporter, lundby.report, picture(kind="JPEG", exif=hidden))
    held = bytes(taken.waiting or b"")
    assert b"Telefonen" not in held
    assert not Image.open(BytesIO(held)).getexif()


def test_a_large_photo_is_made_smaller(lundby):
    large = picture(Image.new("RGB", (4000, 3000)), "JPEG")
    taken = photo(lundby.reporter, lundby.report, large)
    assert Image.open(BytesIO(bytes(taken.waiting or b""))).size == (1600, 1200)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (HEIC, "heic"),
        (b"%PDF-1.7\n%%EOF", "no_picture"),
        (b"hej", "kind"),
        (picture() + b"PK\x05\x06" + b"\x00" * 18, "broken"),
        (picture(Image.new("1", (8000, 8000))), "pixels"),
    ],
)
def test_what_is_no_photo_is_refused(lundby, content, code):
    with pytest.raises(FileRefusedError) as refused:
        photo(lundby.reporter, lundby.report, content)
    assert refused.value.code == code
    assert code in files.REFUSALS
    assert not Photo.objects.exists()


def test_a_photo_is_taken_in_once_and_three_at_most(lundby):
    key = uuid4()
    given: dict[str, Any] = {"number": 0, "content": picture(), "now": NOW}
    for _ in range(2):
        take_in_photo(lundby.reporter, lundby.report, key=key, **given)
    assert Photo.objects.count() == 1
    photo(lundby.reporter, lundby.report)
    photo(lundby.reporter, lundby.report)
    again = lambda: photo(lundby.reporter, lundby.report)  # noqa: E731
    assert code_of(again) == "incidents.photo_too_many"
    nothing: dict[str, Any] = {**given, "number": 1}
    assert (
        code_of(
            lambda: take_in_photo(lundby.reporter, lundby.report, key=uuid4(), **nothing)
        )
        == "incidents.photo_of_nothing"
    )


def test_only_the_one_who_took_it_marks_it_and_once(lundby):
    taken = photo(lundby.reporter, lundby.report)
    given: dict[str, Any] = {"boxes": [], "alt": "Torget.", "now": NOW}
    with pytest.raises(ForbiddenError):
        mark_photo(lundby.moderator, taken, **given)
    mark_photo(lundby.reporter, taken, **given)
    assert code_of(lambda: mark_photo(lundby.reporter, taken, **given)) == (
        "incidents.photo_is_handed_on"
    )
    bare = photo(lundby.reporter, lundby.report)
    wordless: dict[str, Any] = {**given, "alt": " "}
    assert code_of(lambda: mark_photo(lundby.reporter, bare, **wordless)) == (
        "incidents.photo_without_words"
    )
    named: dict[str, Any] = {**given, "alt": "Ring 070-123 45 67"}
    assert code_of(lambda: mark_photo(lundby.reporter, bare, **named)) == (
        "incidents.personal_data"
    )


def test_the_moderator_shows_it_and_can_hide_more(lundby):
    taken = photo(lundby.reporter, lundby.report)
    given: dict[str, Any] = {"boxes": [FACE], "alt": "Torget.", "now": NOW}
    with pytest.raises(ForbiddenError):
        show_photo(lundby.reporter, taken, **given)
    assert code_of(lambda: show_photo(lundby.moderator, taken, **given)) == (
        "incidents.photo_is_decided"
    )
    before = bytes(mark_photo(lundby.reporter, taken, **given).waiting or b"")
    shown = show_photo(lundby.moderator, taken, **{**given, "boxes": [Box(0, 0, 0.1, 0.1)]})
    assert shown.waiting is None
    assert shown.file is not None
    with default_storage.open(files.path(shown.file.sha256)) as file:
        assert file.read() != before
    assert code_of(lambda: show_photo(lundby.moderator, taken, **given)) == (
        "incidents.photo_is_decided"
    )
    words = str(list(Entry.objects.values_list("details", flat=True)))
    assert "Torget" not in words


def test_refused_or_taken_back_it_is_gone(lundby):
    refused = marked_photo(lundby.reporter, lundby.report)
    refuse_photo(lundby.moderator, refused)
    withdraw_photo(lundby.reporter, photo(lundby.reporter, lundby.report))
    kept = Photo.objects.get()
    assert (kept.pk, kept.waiting, kept.alt, kept.file) == (refused.pk, None, "", None)


def test_a_file_that_is_removed_leaves_the_disk(lundby, django_capture_on_commit_callbacks):
    waits = marked_photo(lundby.reporter, lundby.report)
    given: dict[str, Any] = {"boxes": [], "alt": "Torget.", "now": NOW}
    file = show_photo(lundby.moderator, waits, **given).file
    assert file is not None
    path = files.path(file.sha256)
    waits.delete()
    with django_capture_on_commit_callbacks(execute=True):
        remove(lundby.moderator, file)
    assert not default_storage.exists(path)
