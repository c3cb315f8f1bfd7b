"""Photos of reports, ready to use."""

from datetime import datetime
from io import BytesIO
from random import Random
from typing import Any
from uuid import uuid4

from PIL import Image

from handslag.core.access import Actor
from handslag.domain.incidents.models import Photo, Report
from handslag.domain.incidents.services.photos import mark_photo, take_in_photo
from tests.make.incidents import NOW

SIZE = (320, 240)


def noise(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """A picture in which every point is another."""
    return Image.frombytes("RGB", size, Random(seed).randbytes(size[0] * size[1] * 3))


def picture(image: Image.Image | None = None, kind: str = "PNG", **more: Any) -> bytes:
    """The file of a picture."""
    file = BytesIO()
    (image or noise(1)).save(file, kind, **more)
    return file.getvalue()


def photo(
    actor: Actor, report: Report, content: bytes = b"", *, now: datetime = NOW
) -> Photo:
    """A photo that only the one who took it has seen."""
    return take_in_photo(
        actor, report, number=0, key=uuid4(), content=content or picture(), now=now
    )


def marked_photo(actor: Actor, report: Report, *, now: datetime = NOW) -> Photo:
    """A photo that waits for the moderator."""
    taken = photo(actor, report, now=now)
    return mark_photo(actor, taken, boxes=[], alt="En trasig lampa.", now=now)
