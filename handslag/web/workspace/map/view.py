"""What is to be seen in a box: rings of many, squares, or each report, in words as well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

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
from handslag.domain.organisations.landmarks import landmarks
from handslag.domain.organisations.published import names_in
from handslag.statistics.grid import SIZES, to_wgs84
from handslag.web.ui.tables import counted
from handslag.web.words.incidents import PHASES
from handslag.web.workspace.map.asking import Asked, Span, list_of

PIXELS = 700  # how wide a map is when nobody says
HECTOMETRE, KILOMETRE = 100, 1000
LARGEST = SIZES[-1]


class Mark(NamedTuple):
    """One thing on the map, and one line of the table."""

    key: str
    cells: tuple[str, ...]  # of the line; the first is its name
    href: str  # the list of what is in it, or the one report
    n: int = 0
    said: str = ""  # what it says on the map, if it is not its line
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
    naming = Naming(home, asked)
    if size:
        marks = [naming.square(at, n, size) for at, n in _most(counts)]
        caption = _("Squares of %(size)s metres") % {"size": counted(size)}
    else:
        many = rings(counts, metres, of=LARGEST)
        many.sort(key=lambda one: (-one.n, one.east, one.north))
        marks = [naming.ring(one) for one in many]
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


class Naming:
    """The words of many squares at once: what is the same for several is found once."""

    def __init__(self, home: Home, asked: Asked) -> None:
        self._near = landmarks(names_in(home.code)).near
        self._list = f"{list_of(asked, home)}&ruta="
        self._square = pgettext("map", "%(place)s, square %(east)s/%(north)s")
        self._ring = pgettext("map", "%(place)s, %(wide)s km around")
        self._nowhere = _("No name near")
        self._numbers: dict[int, tuple[str, str]] = {}

    def square(self, at: int, n: int, size: int) -> Mark:
        box = box_of(at, size)
        name = self._square % {
            "place": self._place(box.west + size // 2, box.south + size // 2),
            "east": box.west // HECTOMETRE,
            "north": box.south // HECTOMETRE,
        }
        return self._mark(f"{size}-{at}", name, n, box)._replace(square=(at, size))

    def ring(self, one: Ring) -> Mark:
        name = self._ring % {
            "place": self._place(one.east, one.north),
            "wide": counted(max(1, one.box.width // KILOMETRE)),
        }
        at = to_wgs84(one.east, one.north)
        return self._mark(f"{one.box}", name, one.n, one.box)._replace(at=at)

    def _place(self, east: int, north: int) -> str:
        return self._near(east, north) or self._nowhere

    def _mark(self, key: str, name: str, n: int, box: Box) -> Mark:
        if n not in self._numbers:
            self._numbers[n] = counted(n), events(n)
        number, many = self._numbers[n]
        href = f"{self._list}{box}"
        return Mark(key, (name, number), href, n, f"{name}: {many}.", box=box)


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
        at = (
            (one.lon, one.lat)
            if one.lon is not None and one.lat is not None
            else to_wgs84(one.east, one.north)
        )
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
