import hashlib
from io import BytesIO

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from PIL import Image

from handslag.core.access import Actor
from handslag.core.audit.models import Entry
from handslag.core.files import services
from handslag.core.files.models import StoredFile
from handslag.core.files.services import FileRefusedError
from tests.core.files.samples import JPEG, PNG, pdf
from tests.together import at_once

pytestmark = pytest.mark.django_db
ANNA = Actor(name="Anna", person_id=7)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        }
    }
    return tmp_path


def kept(folder) -> list[str]:
    return sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()
    )


def test_a_file_is_kept_under_what_it_holds(folder):
    content = pdf()
    stored = services.store(ANNA, "../Löfte.pdf", content)
    name = hashlib.sha256(content).hexdigest()
    assert (stored.sha256, stored.size) == (name, len(content))
    assert (stored.media_type, stored.name) == ("application/pdf", "Löfte.pdf")
    assert kept(folder) == [f"{name[:2]}/{name[2:4]}/{name}"]
    assert services.content(stored) == content


def test_the_same_content_is_kept_once(folder):
    first = services.store(ANNA, "a.png", PNG)
    assert services.store(ANNA, "b.png", PNG) == first
    assert services.store(ANNA, "a.png", JPEG) != first
    assert len(kept(folder)) == 2
    assert Entry.objects.filter(action="file_stored").count() == 3


def test_the_kind_is_what_the_file_holds_and_not_its_name():
    assert services.store(ANNA, "a.pdf", PNG).media_type == "image/png"


def test_a_picture_is_kept_as_it_was_drawn_anew_and_without_its_name(folder):
    given = BytesIO()
    Image.new("RGB", (4, 4), "red").save(given, "JPEG", comment=b"hemligt")
    stored = services.store_picture(ANNA, given.getvalue())
    assert b"hemligt" not in services.content(stored)
    assert (stored.media_type, stored.name) == ("image/jpeg", "bild.jpg")
    assert kept(folder) == [f"{stored.sha256[:2]}/{stored.sha256[2:4]}/{stored.sha256}"]


def test_a_signed_original_stays_as_it_was_signed():
    given = BytesIO()
    Image.new("RGB", (4, 4), "red").save(given, "JPEG", comment=b"signerat")
    assert (
        services.content(services.store(ANNA, "a.jpg", given.getvalue()))
        == given.getvalue()
    )


def test_a_document_is_no_picture(folder):
    with pytest.raises(FileRefusedError) as error:
        services.store_picture(ANNA, pdf())
    assert error.value.code == "no_picture"
    assert kept(folder) == []


def test_a_refused_file_leaves_nothing_behind(folder, settings):
    settings.LARGEST_FILE = 20
    with pytest.raises(FileRefusedError):
        services.store(ANNA, "a.png", PNG)
    assert kept(folder) == []
    assert not StoredFile.objects.exists()


def test_a_file_that_someone_exchanged_is_noticed(folder):
    stored = services.store(ANNA, "a.png", PNG)
    (folder / kept(folder)[0]).write_bytes(JPEG)
    with pytest.raises(OSError, match="not what was stored"):
        services.content(stored)


def test_a_file_that_lost_its_row_is_taken_up_again(folder):
    name = hashlib.sha256(PNG).hexdigest()
    default_storage.save(f"{name[:2]}/{name[2:4]}/{name}", BytesIO(PNG))
    assert services.content(services.store(ANNA, "a.png", PNG)) == PNG
    assert len(kept(folder)) == 1


def test_someone_who_stored_the_same_a_moment_before_leaves_one_copy(folder, monkeypatch):
    services.store(ANNA, "a.png", PNG)
    answers, really = iter([False]), FileSystemStorage.exists
    monkeypatch.setattr(
        FileSystemStorage, "exists", lambda *asked: next(answers, really(*asked))
    )
    services.store(ANNA, "a.png", PNG)
    assert len(kept(folder)) == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_content_stored_twice_at_once_is_kept_once(folder):
    results = at_once(*[lambda: services.store(ANNA, "a.png", PNG)] * 4)
    assert {type(result) for result in results} == {StoredFile}
    assert len(kept(folder)) == 1
    assert StoredFile.objects.count() == 1
