"""Places that somebody points out: on the map, by name, or in words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

# How far around the point one means: metres.
SIZES = (50, 150, 400)
# Degrees that are in Sweden, roughly: what lies outside is a slip.
WEST, SOUTH, EAST, NORTH = 10.5, 55.0, 24.5, 69.5


@dataclass(frozen=True, slots=True)
class Where:
    """One place as it was typed: degrees, metres around, a named place, words."""

    lon: str
    lat: str
    size: str
    place: str
    words: str


def read_places(typed: Sequence[Where]) -> list[dict[str, Any]] | None:
    """The places as they are kept; nothing if a point cannot be read or lies abroad."""
    found = []
    for one in typed:
        place: dict[str, Any] = {}
        try:
            if one.lon or one.lat:
                place["at"] = _point(one)
                place["size"] = int(one.size) if one.size else SIZES[0]
            if one.place:
                place["place"] = str(UUID(one.place))
        except ValueError:
            return None
        if place.get("size", SIZES[0]) not in SIZES:
            return None
        if one.words:
            place["words"] = one.words
        if place:
            found.append(place)
    return found


def _point(one: Where) -> list[float]:
    """Five decimals: a metre is as near as anybody points."""
    lon, lat = (round(float(part.replace(",", ".")), 5) for part in (one.lon, one.lat))
    if not (WEST <= lon <= EAST and SOUTH <= lat <= NORTH):
        raise ValueError
    return [lon, lat]
