"""A picture drawn anew: what one sees of it, and nothing else that lay in the file.

A photograph carries where it was taken, when and by whose telephone. Only the
points are taken over into a new file; whatever else the old one held is left behind.
"""

import io
import struct
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageOps

from handslag.core.files.rules import FileRefusedError

MOST_PIXELS = 50_000_000  # the largest pictures that telephones take
LONGEST_SIDE = 2400

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
    kind, how = _FORMATS[media_type]
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as picture:
            _check(picture)
            drawn = _plain(ImageOps.exif_transpose(picture))
    except _TOO_LARGE as error:
        raise FileRefusedError("pixels") from error
    except _BROKEN as error:
        raise FileRefusedError("broken") from error
    drawn.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
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
