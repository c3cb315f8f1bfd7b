"""From what was said of the place to a point in whole metres."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.rules import SMALL_PLACES, Precision, Where
from handslag.domain.organisations.models import Place
from handslag.statistics.grid import to_sweref

# Sweden, with some sea around it: degrees east and north.
_EAST = (10.0, 25.0)
_NORTH = (55.0, 69.5)


@dataclass(frozen=True, slots=True)
class Placed:
    """A point in degrees and in whole metres, and how well it is known."""

    precision: Precision
    place: int | None = None
    lon: float | None = None
    lat: float | None = None
    east: int | None = None
    north: int | None = None
    # The named place and the one it lies in: whose task it is may depend on either.
    around: frozenset[int] = frozenset()


def places_named(within: int, keys: Iterable[UUID | None]) -> Mapping[UUID, Place]:
    """The municipality's own places with these public keys. No query for none."""
    wanted = {key for key in keys if key is not None}
    if not wanted:
        return {}
    found = Place.objects.filter(within=within, public_id__in=wanted)
    return {one.public_id: one for one in found}


def placed(where: Where, places: Mapping[UUID, Place]) -> Placed:
    """A point of the device or the map; else that of a small place; else no point."""
    place = _place(where, places)
    if where.lon is not None and where.lat is not None:
        return _at(where.lon, where.lat, Precision.POINT, place)
    if place is None:
        return Placed(Precision.NONE)
    small = place.kind in SMALL_PLACES
    if small and place.lon is not None and place.lat is not None:
        return _at(place.lon, place.lat, Precision.PLACE, place)
    return Placed(Precision.PLACE, place=place.pk, around=_around(place))


def _around(place: Place | None) -> frozenset[int]:
    if place is None:
        return frozenset()
    return frozenset(one for one in (place.pk, place.parent_id) if one is not None)


def _place(where: Where, places: Mapping[UUID, Place]) -> Place | None:
    if where.place is None:
        return None
    if where.place not in places:
        raise NotAllowedError("incidents.unknown_place")
    return places[where.place]


def _at(lon: float, lat: float, precision: Precision, place: Place | None) -> Placed:
    inside = _EAST[0] <= lon <= _EAST[1] and _NORTH[0] <= lat <= _NORTH[1]
    if not inside:
        raise NotAllowedError("incidents.not_in_sweden")
    east, north = to_sweref(lon, lat)
    return Placed(
        precision,
        place.pk if place else None,
        lon,
        lat,
        int(east),
        int(north),
        _around(place),
    )
