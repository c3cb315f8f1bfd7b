"""Photos for the walks of the demonstration: drawn here, of no real place."""

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

SIZE = (1200, 800)
NIGHT, PATH, LAMP = (22, 28, 40), (58, 60, 62), (250, 226, 150)
CONCRETE, PAINT, LEAF = (128, 126, 120), (176, 52, 96), (38, 62, 40)
MADE_UP = "Tecknad bild, ett exempel"


def path_at_night() -> bytes:
    """A path with three lamps, of which the middle one is out."""
    picture, draw = _begin(NIGHT)
    draw.polygon([(440, 800), (760, 800), (630, 330), (570, 330)], fill=PATH)
    for nr, (x, top, height) in enumerate(
        ((330, 250, 420), (480, 300, 240), (540, 320, 110))
    ):
        draw.rectangle([x, top, x + 12 - 3 * nr, top + height], fill=(84, 88, 94))
        is_lit = nr != 1
        lamp = LAMP if is_lit else (60, 62, 66)
        draw.ellipse([x - 22, top - 26, x + 34, top + 22], fill=lamp)
        if is_lit:
            draw.polygon(
                [(x + 6, top), (x - 120, top + height), (x + 200, top + height)],
                fill=(70, 70, 58),
            )
    return _done(picture, draw)


def bushes_by_the_path() -> bytes:
    """A path by day, with bushes that hide what is behind the bend."""
    picture, draw = _begin((178, 192, 200))
    draw.rectangle([0, 430, 1200, 800], fill=(112, 124, 84))
    draw.polygon([(300, 800), (820, 800), (700, 430), (640, 430)], fill=(150, 146, 138))
    dice = Random(7)  # noqa: S311 - leaves
    for _leaf in range(260):
        x, y = dice.randint(640, 1180), dice.randint(250, 720)
        green = tuple(one + dice.randint(-12, 26) for one in LEAF)
        draw.ellipse([x - 46, y - 38, x + 46, y + 38], fill=green)
    return _done(picture, draw)


def tunnel() -> bytes:
    """A tunnel under the railway with scrawls on its wall."""
    picture, draw = _begin(CONCRETE)
    draw.rectangle([0, 640, 1200, 800], fill=(92, 92, 90))
    draw.rounded_rectangle([420, 230, 780, 700], 150, fill=(34, 34, 36))
    dice = Random(11)  # noqa: S311 - scrawls
    for nr in range(9):
        x, y = 60 + 38 * nr, 420 + dice.randint(-40, 40)
        draw.arc([x, y, x + 110, y + 130], 40, 320, fill=PAINT, width=14)
    return _done(picture, draw)


def tunnel_cleaned() -> bytes:
    """The same tunnel some months later: the wall is clean, and there is light."""
    picture, draw = _begin((150, 148, 142))
    draw.rectangle([0, 640, 1200, 800], fill=(104, 104, 100))
    draw.rounded_rectangle([420, 230, 780, 700], 150, fill=(96, 92, 78))
    draw.rectangle([520, 250, 680, 268], fill=LAMP)
    return _done(picture, draw)


def _begin(ground: tuple[int, int, int]) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    picture = Image.new("RGB", SIZE, ground)
    return picture, ImageDraw.Draw(picture)


def _done(picture: Image.Image, draw: ImageDraw.ImageDraw) -> bytes:
    """It says on the picture itself that it is made up."""
    draw.rectangle([0, 748, 1200, 800], fill=(16, 18, 20))
    draw.text((24, 758), MADE_UP, fill=(240, 240, 236), font_size=28)
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
