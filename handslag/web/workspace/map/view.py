"""What is to be seen in a box: rings of many, squares, or each report, in words as well."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.urls import reverse
from django.utils.dateformat import format as date_words
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from handslag.domain.incidents.queries.cells import Home, Spot, cells, names_of, spots
from handslag.domain.incidents.rules.sight import Sight
from handslag.domain.incidents.rules.squares import (
    Box,
    Ring,
    are_points,
    box_of,
    rings,
    size_at,
)
from handslag.domain.organisations.landmarks import Landmarks, landmarks
from handslag.domain.organisations.published import names_in
from handslag.statistics.grid import SIZES, corner, to_wgs84
from handslag.web.ui.tables import counted
from handslag.web.words.incidents import PHASES
from handslag.web.workspace.map.asking import Asked, Span, list_of

PIXELS = 700  # how wide a map is when nobody says
HECTOMETRE, KILOMETRE = 100, 1000
LARGEST = SIZES[-1]
Leads = Callable[[Box], str]  # to the list of what lies in a box


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on the map, and one line of the table."""

    key: str
    cells: tuple[str, ...]  # of the line; the first is its name
    href: str  # the list of what is in it, or the one report
    n: int = 0
    square: tuple[int, int] | None = None  # its number and its size
    at: tuple[float, float] | None = None  # degrees, of what is no square
    box: Box | None = None  # what one sees on coming closer


@dataclass(frozen=True, slots=True)
class View:
    """All that is to be seen, and what it is."""

    marks: Sequence[Mark]
    spots: Sequence[Spot]
    caption: str
    columns: tuple[str, ...]
    total: int


def view_of(sight: Sight, home: Home, asked: Asked, box: Box, *, today: date) -> View:
    """Points where one looks closely and they are few enough; else squares; else rings."""
    if are_points(box):
        found = spots(sight, asked.sought, box, today=today)
        if found is not None:
            return _points(home, found)
    metres = asked.metres or box.width / PIXELS
    size = size_at(metres)
    counts = cells(sight, asked.sought, size or LARGEST, box=box, today=today)
    near = landmarks(names_in(home.code))

    every = f"{list_of(asked, home)}&ruta="

    def leads(inside: Box) -> str:
        return f"{every}{inside}"

    if size:
        marks = [_square(at, n, size, near, leads) for at, n in _most(counts)]
        caption = _("Squares of %(size)s metres") % {"size": counted(size)}
    else:
        found_rings = rings(counts, metres, of=LARGEST)
        found_rings.sort(key=lambda one: (-one.n, one.east, one.north))
        marks = [_ring(one, near, leads) for one in found_rings]
        caption = _("Many together: come closer to see squares")
    return View(
        marks,
        [],
        caption,
        (pgettext("map", "Nearest to"), pgettext("map", "Reports")),
        sum(counts.values()),
    )


def _most(counts: Mapping[int, int]) -> list[tuple[int, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def _square(at: int, n: int, size: int, near: Landmarks, leads: Leads) -> Mark:
    east, north = corner(at)
    box = box_of(at, size)
    name = pgettext("map", "%(place)s, square %(east)s/%(north)s") % {
        "place": near.near(east + size // 2, north + size // 2) or _("No name near"),
        "east": east // HECTOMETRE,
        "north": north // HECTOMETRE,
    }
    cells_ = (name, counted(n))
    return Mark(f"{size}-{at}", cells_, leads(box), n, square=(at, size), box=box)


def _ring(one: Ring, near: Landmarks, leads: Leads) -> Mark:
    place = near.near(one.east, one.north) or _("No name near")
    name = pgettext("map", "%(place)s, %(wide)s km around") % {
        "place": place,
        "wide": counted(max(1, one.box.width // KILOMETRE)),
    }
    at = to_wgs84(one.east, one.north)
    key = f"{one.box}"
    return Mark(key, (name, counted(one.n)), leads(one.box), one.n, at=at, box=one.box)


def _points(home: Home, found: Sequence[Spot]) -> View:
    """Each report by itself. What the same for many is said once."""
    kinds, places = names_of(home.pk, found)
    named = {pk: (get_language() == "en" and en) or sv for pk, (sv, en) in kinds.items()}
    phases = {one.value: str(word) for one, word in PHASES.items()}
    days = {day: date_words(day, "j b Y") for day in {one.day for one in found}}
    nowhere = _("No place is named")
    lies = reverse("workspace:reports")
    marks = []
    for one in found:
        key = dashed(one.public)
        line = (
            named.get(one.category_id, ""),
            places.get(one.place_id or 0, nowhere),
            days[one.day],
            phases.get(one.phase, one.phase),
        )
        at = (one.lon, one.lat) if one.lon and one.lat else to_wgs84(one.east, one.north)
        marks.append(Mark(key, line, f"{lies}{key}/", at=at))
    heads = (_("What"), _("Where"), _("When"), _("How far it has come"))
    return View(marks, found, _("Each report by itself"), heads, len(found))


def dashed(key: str) -> str:
    """A public key as addresses have it: SQLite stores it without its dashes."""
    if "-" in key:
        return key
    return f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"


def events(n: int) -> str:
    return ngettext("%(n)s event", "%(n)s events", n) % {"n": counted(n)}


def span_words(span: Span) -> str:
    """ "november 2026", "december 2025–november 2026", "till och med november 2026"."""
    last = date_words(span.last, "F Y")
    if span.first is None:
        return _("up to and including %(month)s") % {"month": last}
    if span.is_one:
        return last
    first = date_words(span.first, "F Y" if span.first.year != span.last.year else "F")
    return f"{first}–{last}"


@lru_cache(maxsize=50_000)
def lattice(east: int, north: int) -> tuple[float, float]:
    """A corner of the grid in degrees; each belongs to four squares."""
    lon, lat = to_wgs84(east, north)
    return round(lon, 6), round(lat, 6)
