"""A picture drawn anew: what one sees of it, and nothing else that lay in the file.

A photograph carries where it was taken, when and by whose telephone. Only the
points are taken over into a new file; whatever else the old one held is left behind.
"""

import io
import struct
from collections.abc import Iterable, Mapping
from typing import Any

from PIL import Image, ImageOps

from handslag.core.files import rules
from handslag.core.files.rules import FileRefusedError

MOST_PIXELS = 50_000_000  # the largest pictures that telephones take
LONGEST_SIDE = 2400
PHOTO_SIDE = 1600  # enough to see what is broken, and soon sent

_FORMATS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "image/png": ("PNG", {"optimize": True}),
    "image/jpeg": ("JPEG", {"quality": 88, "optimize": True, "progressive": True}),
    "image/webp": ("WEBP", {"quality": 88}),
}
# Pillow looks at the size in the head of the file too, before any point is unpacked.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
_TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error)


def redrawn(content: bytes, media_type: str) -> bytes:
    """The same picture in a new file of the same kind, upright and not too large."""
    drawn = _unpacked(content, media_type)
    drawn.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return _packed(drawn, media_type)


def photograph(content: bytes, *, largest: int) -> bytes:
    """An uploaded photo drawn anew as JPEG, small enough for a telephone."""
    kind = rules.media_type(content, largest=largest)
    if kind not in rules.PICTURES:
        raise FileRefusedError("no_picture")
    drawn = _unpacked(content, kind)
    drawn.thumbnail((PHOTO_SIDE, PHOTO_SIDE))
    return _packed(drawn, "image/jpeg")


def painted_over(
    content: bytes, media_type: str, parts: Iterable[tuple[int, int, int, int]]
) -> bytes:
    """The picture in a new file, with these rectangles (left, top, right, bottom) of one
    colour: of what was there, nothing is left."""
    drawn = _unpacked(content, media_type).convert("RGB")
    for part in parts:
        drawn.paste(PAINT, part)
    return _packed(drawn, media_type)


def size_of(content: bytes) -> tuple[int, int]:
    """The width and height of a picture that was drawn here."""
    with Image.open(io.BytesIO(content)) as picture:
        return picture.size


PAINT = (52, 58, 64)


def _unpacked(content: bytes, media_type: str) -> Image.Image:
    """The points of a picture, upright, or a refusal that says what to do."""
    kind, _ = _FORMATS[media_type]
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as picture:
            _check(picture)
            return _plain(ImageOps.exif_transpose(picture))
    except _TOO_LARGE as error:
        raise FileRefusedError("pixels") from error
    except _BROKEN as error:
        raise FileRefusedError("broken") from error


def _packed(drawn: Image.Image, media_type: str) -> bytes:
    kind, how = _FORMATS[media_type]
    if kind == "JPEG" and drawn.mode != "L":
        drawn = drawn.convert("RGB")
    new = io.BytesIO()
    drawn.save(new, kind, **how)
    return new.getvalue()


def _check(picture: Image.Image) -> None:
    """Before a point is unpacked: how large it says it is, and whether it moves."""
    if picture.width * picture.height > MOST_PIXELS:
        raise FileRefusedError("pixels")
    if getattr(picture, "n_frames", 1) > 1:
        raise FileRefusedError("moves")


def _plain(picture: Image.Image) -> Image.Image:
    """The points alone, in a picture that knows nothing of where they came from."""
    if picture.mode.startswith("I"):  # sixteen bits of grey
        picture = picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    see_through = picture.mode in {"LA", "PA", "RGBA"} or "transparency" in picture.info
    mode = "RGBA" if see_through else "L" if picture.mode in {"1", "L"} else "RGB"
    points = picture.convert(mode)
    bare = Image.new(mode, points.size)
    bare.paste(points)
    return bare
