"""Which files are taken? Judged by what they hold, never by their name. Pure."""

import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from zipfile import is_zipfile

from handslag.core import text
from handslag.core.retention.rules import Statement

RETENTION = (
    Statement(
        model="files.StoredFile",
        keep="attachment",
        months=None,
        then="keep",
        why="Kept as long as what it is attached to: the signed original of a decision.",
    ),
)

SUFFIXES = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
}
PICTURES = frozenset(SUFFIXES) - {"application/pdf"}
REFUSALS = {
    "empty": text.gettext_noop("The file is empty."),
    "too_large": text.gettext_noop("The file is too large."),
    "kind": text.gettext_noop("The file must be a PDF, or a picture as PNG, JPEG or WebP."),
    "broken": text.gettext_noop(
        "The file is not whole. Open it, save it again and try once more."
    ),
    "two_things": text.gettext_noop(
        "The file is two kinds of file at once. Save it again as a picture or a PDF."
    ),
    "no_picture": text.gettext_noop("The file must be a picture: PNG, JPEG or WebP."),
    "pixels": text.gettext_noop(
        "The picture has too many points. Make it smaller and try again."
    ),
    "heic": text.gettext_noop(
        "The picture is of a kind that few programs can open (HEIC). On an iPhone: choose"
        " Settings, Camera, Formats, Most Compatible, or take a picture of the screen."
    ),
    "moves": text.gettext_noop("The picture moves. Save one frame of it and try again."),
    "active": text.gettext_noop(
        "The PDF holds programs or is locked. Print it to a new PDF and try again."
    ),
}

_STREAM = re.compile(rb"(<<(?:(?!<<|stream).)*?>>)\s*stream\r?\n(.*?)endstream", re.DOTALL)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_ACTIVE = re.compile(
    rb"/(JavaScript|JS|Launch|RichMedia|Encrypt)(?=[\s\x00()<>\[\]{}/%]|$)"
)
_HEIC = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"}
_PDF_BEGINS_WITHIN = 1024
_MOST_UNPACKED = 32 * 1024 * 1024


class FileRefusedError(Exception):
    """This file is not taken, and the sentence says what to do."""

    def __init__(self, code: str) -> None:
        super().__init__(REFUSALS[code])
        self.code = code
        self.sentence = REFUSALS[code]


def media_type(content: bytes, *, largest: int) -> str:
    """What kind of file this clearly is; anything doubtful is refused."""
    if not content:
        raise FileRefusedError("empty")
    if len(content) > largest:
        raise FileRefusedError("too_large")
    for kind, (is_kind, is_whole) in _KINDS.items():
        if is_kind(content):
            if not is_whole(content):
                raise FileRefusedError("broken")
            if kind == "application/pdf" and is_active(content):
                raise FileRefusedError("active")
            if is_also_something_else(content, kind):
                raise FileRefusedError("two_things")
            return kind
    raise FileRefusedError("heic" if is_heic(content) else "kind")


def is_heic(content: bytes) -> bool:
    """Whether it is a photo as telephones keep them, which Pillow does not open."""
    return content[4:8] == b"ftyp" and content[8:12] in _HEIC


def is_active(content: bytes) -> bool:
    """Whether a PDF can run something, or is locked so that nobody can tell."""
    if _ACTIVE.search(_spelled_out(_STREAM.sub(rb"\1", content))):
        return True
    return any(_ACTIVE.search(_spelled_out(part)) for part in _object_streams(content))


def is_also_something_else(content: bytes, kind: str) -> bool:
    """Whether another program would take the same file for an archive or a PDF."""
    if kind != "application/pdf" and b"%PDF-" in content[:_PDF_BEGINS_WITHIN]:
        return True
    return is_zipfile(io.BytesIO(content))


def plain_name(name: str) -> str:
    """The last part of a file's name, without signs that mean something elsewhere."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in last if sign.isprintable() and sign not in '<>:"|?*')
    return kept.strip(" .")[-120:] or "fil"


def path(sha256: str) -> str:
    """Where the content lies in the storage."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def _spelled_out(part: bytes) -> bytes:
    """Names in a PDF may hide their letters: /J#61vaScript."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), part)


def _object_streams(content: bytes) -> Iterator[bytes]:
    """The packed parts in which a PDF may keep its objects, unpacked up to a limit."""
    left = _MOST_UNPACKED
    for head, packed in _STREAM.findall(content):
        if b"ObjStm" not in _spelled_out(head):
            continue
        unpacker = zlib.decompressobj()
        try:
            part = unpacker.decompress(packed.strip(b"\r\n"), left)
        except zlib.error as error:
            raise FileRefusedError("broken") from error
        left -= len(part)
        if left <= 0 or unpacker.unconsumed_tail:
            raise FileRefusedError("active")
        yield part


def _whole_webp(content: bytes) -> bool:
    return int.from_bytes(content[4:8], "little") + 8 in {len(content), len(content) - 1}


_KINDS: Mapping[str, tuple[Callable[[bytes], bool], Callable[[bytes], bool]]] = {
    "application/pdf": (
        lambda content: content.startswith(b"%PDF-"),
        lambda content: b"%%EOF" in content[-1024:],
    ),
    "image/png": (
        lambda content: content.startswith(b"\x89PNG\r\n\x1a\n"),
        lambda content: content.endswith(b"IEND\xaeB`\x82"),
    ),
    "image/jpeg": (
        lambda content: content.startswith(b"\xff\xd8\xff"),
        lambda content: content.endswith(b"\xff\xd9"),
    ),
    "image/webp": (
        lambda content: content[:4] == b"RIFF" and content[8:12] == b"WEBP",
        _whole_webp,
    ),
}
