from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.core.files import rules
from handslag.core.files.rules import FileRefusedError
from tests.core.files.samples import (
    JPEG,
    PNG,
    SVG,
    WEBP,
    object_stream,
    pdf,
    stream,
)

LARGEST = 100_000
WHOLE = {
    "image/png": PNG,
    "image/jpeg": JPEG,
    "image/webp": WEBP,
    "application/pdf": pdf(),
}


def kind(content: bytes) -> str:
    return rules.media_type(content, largest=LARGEST)


def refusal(content: bytes) -> str:
    with pytest.raises(FileRefusedError) as error:
        kind(content)
    assert error.value.sentence == rules.REFUSALS[error.value.code]
    return error.value.code


@pytest.mark.parametrize("media_type", WHOLE)
def test_a_kind_is_known_by_what_the_file_holds(media_type):
    assert kind(WHOLE[media_type]) == media_type


@pytest.mark.parametrize("media_type", WHOLE)
def test_a_file_that_was_cut_off_is_refused(media_type):
    content = WHOLE[media_type]
    assert refusal(content[: len(content) // 2]) == "broken"


@pytest.mark.parametrize(
    "content",
    [
        SVG,
        b"<!doctype html><p>hej",
        b"GIF89a",
        b"MZ\x90\x00",
        b"PK\x03\x04",
        b"\n" + pdf(),
        b"<script>" + pdf(),
        b"GIF89a" + PNG,
        b"RIFF\x04\x00\x00\x00WAVE",
    ],
)
def test_anything_that_does_not_begin_as_one_of_the_kinds_is_refused(content):
    assert refusal(content) == "kind"


@given(st.binary(min_size=1))
def test_nothing_else_is_ever_taken(content):
    try:
        found = kind(content)
    except FileRefusedError:
        return
    assert content.startswith((b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"RIFF"))
    assert found in rules.SUFFIXES


def test_an_empty_file_and_one_that_is_too_large_are_refused():
    assert refusal(b"") == "empty"
    assert refusal(PNG + b"\x00" * LARGEST) == "too_large"


@pytest.mark.parametrize(
    "hidden",
    [
        b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>",
        b"<</S/JavaScript/JS(app.alert\\(1\\))>>",
        b"<< /S /J#61vaScript >>",
        b"<< /#4aS 5 0 R >>",
        b"<< /Type /Action /S /Launch /F (cmd.exe) >>",
        b"<< /Subtype /RichMedia >>",
        b"<< /Encrypt 9 0 R >>",
        object_stream(b"5 0 << /S /JavaScript /JS (x) >>"),
        object_stream(b"5 0 << /S /L#61unch >>"),
    ],
)
def test_a_pdf_with_programs_or_a_lock_is_refused(hidden):
    assert refusal(pdf(hidden)) == "active"


@pytest.mark.parametrize(
    "harmless",
    [
        b"<< /Title (JavaScript och /JSON) >>",
        b"<< /JSON 1 /Launcher 2 /JavaScripts 3 >>",
        stream(b"\x00/JS \xff/Launch \x01"),
        object_stream(b"5 0 << /Type /Font >>"),
        b"<< /Type /EmbeddedFile >>",
    ],
)
def test_a_pdf_that_only_mentions_them_is_taken(harmless):
    assert kind(pdf(harmless)) == "application/pdf"


def archived(content: bytes) -> bytes:
    """The same file, which is a ZIP as well."""
    file = BytesIO(content)
    with ZipFile(file, "a") as archive:
        archive.writestr("x.html", "<script>1</script>")
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        archived(pdf()) + b"%%EOF",
        archived(PNG) + PNG[-12:],
        archived(JPEG) + b"\xff\xd9",
        JPEG[:6] + pdf() + JPEG[6:],
        PNG[:33] + pdf() + PNG[33:],
    ],
)
def test_a_file_that_is_two_kinds_at_once_is_refused(content):
    assert refusal(content) == "two_things"


def test_a_packed_part_that_grows_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(rules, "_MOST_UNPACKED", 10_000)
    assert refusal(pdf(object_stream(b" " * 10_001))) == "active"


def test_a_packed_part_that_cannot_be_unpacked_is_refused():
    assert refusal(pdf(stream(b"no zlib", b"/Type /ObjStm"))) == "broken"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Löfte 2026.pdf", "Löfte 2026.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\löfte.pdf", "löfte.pdf"),
        ('a"<b>\r\n\x00.pdf', "ab.pdf"),
        ("", "fil"),
        ("...", "fil"),
        ("x" * 200 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_keeps_no_sign_that_means_something_elsewhere(given, kept):
    assert rules.plain_name(given) == kept
