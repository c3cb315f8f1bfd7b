"""A picture is taken over as what one sees of it, and nothing else."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, ImageStat
from PIL.PngImagePlugin import PngInfo

from handslag.core.files import pictures
from handslag.core.files.pictures import redrawn
from handslag.core.files.rules import FileRefusedError
from tests.core.files.samples import PNG

KINDS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
SECRET = b"Anna Andersson, Storgatan 1"
GPS, ORIENTATION, ARTIST = 0x8825, 0x0112, 0x013B
ON_ITS_SIDE = 6


def picture(
    kind: str, mode: str = "RGB", size: tuple[int, int] = (60, 40), **more
) -> bytes:
    """Left red, right blue, with a secret wherever the kind can hold one."""
    drawn = Image.new("RGB", size, "blue")
    drawn.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[ARTIST] = SECRET.decode()
    exif[ORIENTATION] = more.pop("orientation", 1)
    exif.get_ifd(GPS)[1] = SECRET.decode()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + SECRET
    if kind == "PNG":
        text = PngInfo()
        text.add_text("Author", SECRET.decode())
        text.add_itxt("XML:com.adobe.xmp", SECRET.decode(), zip=False)
        more["pnginfo"] = text
    if kind == "JPEG":
        more["comment"] = SECRET
    file = io.BytesIO()
    drawn.convert(mode).save(file, kind, exif=exif, icc_profile=profile, **more)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("media_type", KINDS)
def test_nothing_but_what_one_sees_is_taken_over(media_type):
    given = picture(KINDS[media_type])
    assert SECRET in given
    new = redrawn(given, media_type)
    assert SECRET not in new
    seen = opened(new)
    assert (seen.format, seen.size) == (KINDS[media_type], (60, 40))
    assert not seen.getexif()
    assert {"icc_profile", "exif", "xmp", "comment", "Author"} & set(seen.info) == set()


def test_a_picture_that_lies_on_its_side_is_turned_upright():
    new = opened(redrawn(picture("JPEG", orientation=ON_ITS_SIDE), "image/jpeg"))
    assert new.size == (40, 60)
    red = new.convert("RGB").getchannel("R")
    top, bottom = (
        ImageStat.Stat(red.crop((0, first, 40, first + 10))) for first in (0, 50)
    )
    assert top.mean[0] > 200 > bottom.mean[0]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA"])
def test_every_way_of_keeping_points_is_read(mode):
    file = io.BytesIO()
    Image.new("L", (8, 8), 128).convert(mode).save(file, "PNG")
    assert opened(redrawn(file.getvalue(), "image/png")).size == (8, 8)


def test_grey_of_sixteen_bits_is_still_grey():
    file = io.BytesIO()
    Image.new("I;16", (2, 2), 128 * 256).save(file, "PNG")
    assert opened(redrawn(file.getvalue(), "image/png")).getpixel((0, 0)) == 128


def test_see_through_stays_see_through():
    file = io.BytesIO()
    Image.new("RGBA", (8, 8), (255, 0, 0, 0)).save(file, "PNG")
    assert opened(redrawn(file.getvalue(), "image/png")).getpixel((0, 0)) == (255, 0, 0, 0)


def test_print_colours_become_screen_colours():
    assert opened(redrawn(picture("JPEG", "CMYK"), "image/jpeg")).mode == "RGB"


def test_a_large_picture_is_made_smaller(monkeypatch):
    monkeypatch.setattr(pictures, "LONGEST_SIDE", 30)
    assert opened(redrawn(picture("PNG"), "image/png")).size == (30, 20)


def bomb(width: int, height: int) -> bytes:
    """A head that promises more points than anybody can hold, and a small body."""

    def chunk(name: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\x00" * 1000))
    return PNG[:8] + head + body + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [7_072, 12_000, 60_000])
def test_a_picture_of_too_many_points_is_refused_before_it_is_unpacked(side):
    with pytest.raises(FileRefusedError) as error:
        redrawn(bomb(side, side), "image/png")
    assert error.value.code == "pixels"


def test_a_picture_that_moves_is_refused():
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    file = io.BytesIO()
    frames[0].save(file, "WEBP", save_all=True, append_images=frames[1:])
    with pytest.raises(FileRefusedError) as error:
        redrawn(file.getvalue(), "image/webp")
    assert error.value.code == "moves"


@pytest.mark.parametrize("media_type", KINDS)
def test_a_picture_that_is_only_half_there_is_refused(media_type):
    given = picture(KINDS[media_type], size=(600, 400))
    with pytest.raises(FileRefusedError) as error:
        redrawn(given[: len(given) // 2], media_type)
    assert error.value.code == "broken"


def test_a_picture_of_another_kind_than_it_was_taken_for_is_refused():
    with pytest.raises(FileRefusedError):
        redrawn(picture("PNG"), "image/jpeg")
