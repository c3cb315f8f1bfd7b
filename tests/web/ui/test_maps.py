"""A map is a way in for the hand and the eye; the list beside it is the text."""

import hashlib
from xml.etree import ElementTree

from handslag.web.ui.maps import Dot, Shape, draw
from handslag.web.ui.themes import TOKENS_FILE

SQUARE = "M0 0H10V10H0Z"


def drawn(*places: Shape | Dot, lines: str = "") -> ElementTree.Element:
    svg = draw(places, "0 0 10 10", lines=lines)
    return ElementTree.fromstring(svg)  # noqa: S314 - our own drawing


def test_a_place_is_drawn_with_its_name_and_its_mark():
    (shape,) = drawn(Shape(SQUARE, "Lundby", mark="on"))
    assert shape.attrib == {"class": "on", "d": SQUARE}
    assert shape.findtext("title") == "Lundby"


def test_a_place_can_be_coloured_by_a_verdict():
    (dot,) = drawn(Dot(1.25, 2, 0.5, "Torget", verdict="kept"))
    assert dot.get("data-verdict") == "kept"
    assert (dot.get("cx"), dot.get("cy"), dot.get("r")) == ("1.2", "2", "0.5")


def test_the_tab_key_and_screen_readers_go_to_the_list_instead():
    root = drawn(Shape(SQUARE, "Lundby", href="/lundby/"))
    assert root.get("aria-hidden") == "true"
    (link,) = root
    assert (link.get("href"), link.get("tabindex")) == ("/lundby/", "-1")


def test_borders_lie_above_the_places():
    root = drawn(Shape(SQUARE, "Lundby"), lines="M5 0V10")
    assert root[-1].attrib == {"class": "borders", "d": "M5 0V10"}


def test_a_name_cannot_break_out_of_the_drawing():
    nasty = '"></title><script>"'
    root = drawn(Shape(SQUARE, nasty, href=nasty, mark=nasty, verdict=nasty))
    assert root.findtext("a/path/title") == nasty
    assert "script" not in {one.tag for one in root.iter()}


def test_what_others_have_made_is_what_the_list_says():
    vendor = TOKENS_FILE.parent / "vendor"
    lines = (vendor / "list.txt").read_text().splitlines()
    listed = [line.split() for line in lines if not line.startswith("#")]
    lying = {
        path.relative_to(vendor).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in vendor.rglob("*")
        if path.is_file() and path.name != "list.txt"
    }
    assert {name: sign for name, _version, _licence, sign in listed} == lying
    assert any(name.endswith("LICENSE.txt") for name in lying)
