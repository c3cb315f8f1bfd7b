"""The signed original belongs to the set and is approved with it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handslag.domain.promises import queries
from tests.web.matrix.world import PDF
from tests.web.pages import opened, sent


@pytest.fixture(autouse=True)
def _kept_here(settings, tmp_path) -> None:
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memory}


@pytest.fixture
def here(draft) -> str:
    return f"/arbete/loften/{draft.public_id}/filer/"


def original(content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile("Samordnarens beslut.pdf", content, "application/pdf")


def test_a_file_is_attached_fetched_and_taken_out(at_work, draft, here):
    page = sent(at_work, here, title="Undertecknat original", file=original())
    assert page.says("Filen är bifogad.")
    (row,) = draft.attachments.all()
    assert queries.content(draft)["attachments"] == [
        {
            "sha256": row.file.sha256,
            "title": "Undertecknat original",
            "type": "application/pdf",
        }
    ]
    answer = at_work.get(f"{here}{row.file.sha256}/")
    assert answer.content == PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "beslut" not in answer.headers["Content-Disposition"]
    at_work.post(f"{here}{row.file.sha256}/ta-bort/")
    assert not draft.attachments.exists()
    assert at_work.get(f"{here}{row.file.sha256}/").status_code == 404


def test_what_is_no_pdf_is_refused_by_what_it_holds(at_work, draft, here):
    page = sent(
        at_work, here, title="Original", file=original(b"<script>alert(1)</script>")
    )
    assert page.status == 422
    assert page.says("Filen måste vara en PDF")
    assert page.form(having="title").fields["title"] == ["Original"]
    assert not draft.attachments.exists()


def test_nothing_is_attached_without_a_file_or_twice(at_work, draft, here):
    assert sent(at_work, here, title="Original").says("Välj en fil.")
    sent(at_work, here, file=original())
    assert sent(at_work, here, file=original()).says("Filen är redan bifogad.")
    assert draft.attachments.count() == 1


def test_a_closed_text_takes_no_more_files(at_work, published):
    here = f"/arbete/loften/{published.public_id}/filer/"
    assert not opened(at_work, here).says("Bifoga en fil")
    answer = at_work.post(here, {"title": "Original", "file": original()})
    assert answer.status_code == 422
    assert "Texten är godkänd och publicerad." in answer.content.decode()


def test_others_fetch_and_attach_nothing(at_work, reading, away, draft, here):
    sent(at_work, here, file=original())
    (row,) = draft.attachments.all()
    assert reading.get(f"{here}{row.file.sha256}/").content == PDF
    assert away.get(f"{here}{row.file.sha256}/").status_code == 404
    for address in (here, f"{here}{row.file.sha256}/ta-bort/"):
        assert reading.post(address, {"file": original()}).status_code == 403
        assert away.post(address, {"file": original()}).status_code == 404
    assert draft.attachments.count() == 1
