"""Where it is counted: the national grid in metres, and its squares.

SWEREF 99 TM is the Gauss-Krüger (transverse Mercator) projection of the ellipsoid
GRS 80 on the meridian 15 degrees east, scale 0.9996, with 500 000 m added to the
east. WGS 84 and SWEREF 99 are taken as one: they differ by less than a metre, which
is below what a telephone knows. A square is named by its south-west corner, as
Statistics Sweden names its own (rutor): east times ten million, plus north.

Points come and go as plain floats, longitude before latitude and east before north;
for many points, say `[to_sweref(lon, lat) for lon, lat in points]`. ValueError
("E_CRS") says that a position is none here, ("E_SIZE") that squares do not fit.
"""

from math import (
    asin,
    asinh,
    atan2,
    atanh,
    cos,
    cosh,
    degrees,
    isfinite,
    radians,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
)

SIZES = (100, 250, 500, 1000)

Ring = tuple[tuple[float, float], ...]

# GRS 80, and the one zone of SWEREF 99 TM.
_AXIS, _FLATTENING = 6_378_137.0, 1 / 298.257222101
_MERIDIAN, _SCALE, _FALSE_EASTING = radians(15.0), 0.9996, 500_000.0

_ECCENTRICITY = sqrt(_FLATTENING * (2 - _FLATTENING))
_THIRD = _FLATTENING / (2 - _FLATTENING)
_RADIUS = _AXIS / (1 + _THIRD) * (1 + _THIRD**2 / 4 + _THIRD**4 / 64)
# Krüger (1912), Konforme Abbildung des Erdellipsoids in der Ebene; as Lantmäteriet
# (Gauss Conformal Projection, 2008) and Karney (2011), J. Geodesy 85, 475-485, give it.
_THERE = (
    _THIRD / 2 - 2 * _THIRD**2 / 3 + 5 * _THIRD**3 / 16 + 41 * _THIRD**4 / 180,
    13 * _THIRD**2 / 48 - 3 * _THIRD**3 / 5 + 557 * _THIRD**4 / 1440,
    61 * _THIRD**3 / 240 - 103 * _THIRD**4 / 140,
    49561 * _THIRD**4 / 161280,
)
_BACK = (
    _THIRD / 2 - 2 * _THIRD**2 / 3 + 37 * _THIRD**3 / 96 - _THIRD**4 / 360,
    _THIRD**2 / 48 + _THIRD**3 / 15 - 437 * _THIRD**4 / 1440,
    17 * _THIRD**3 / 480 - 37 * _THIRD**4 / 840,
    4397 * _THIRD**4 / 161280,
)
_POLE = 90.0
_WIDEST = radians(30)  # from the meridian: wider, and the series says nothing true
_EAST = 10_000_000  # what east is multiplied by in the number of a square


def to_sweref(lon: float, lat: float) -> tuple[float, float]:
    """East and north in metres of a position in degrees; exact to 0.01 mm over Sweden.

    Raises ValueError("E_CRS"): at a pole, or more than 30 degrees from the meridian.
    """
    angle = radians(lon) - _MERIDIAN
    if not (abs(lat) < _POLE and abs(angle) < _WIDEST):
        raise ValueError("E_CRS")
    tangent = _conformal(tan(radians(lat)))
    up = atan2(tangent, cos(angle))
    right = asinh(sin(angle) / sqrt(tangent**2 + cos(angle) ** 2))
    north = up + sum(
        term * sin(2 * n * up) * cosh(2 * n * right) for n, term in enumerate(_THERE, 1)
    )
    east = right + sum(
        term * cos(2 * n * up) * sinh(2 * n * right) for n, term in enumerate(_THERE, 1)
    )
    return _SCALE * _RADIUS * east + _FALSE_EASTING, _SCALE * _RADIUS * north


def to_wgs84(east: float, north: float) -> tuple[float, float]:
    """Longitude and latitude in degrees of a position in metres; `to_sweref` undone.

    Raises ValueError("E_CRS"): farther away than the grid reaches.
    """
    _checked(east, north)
    right, up = (east - _FALSE_EASTING) / (_SCALE * _RADIUS), north / (_SCALE * _RADIUS)
    xi = up - sum(
        term * sin(2 * n * up) * cosh(2 * n * right) for n, term in enumerate(_BACK, 1)
    )
    eta = right - sum(
        term * cos(2 * n * up) * sinh(2 * n * right) for n, term in enumerate(_BACK, 1)
    )
    lon = degrees(_MERIDIAN + atan2(sinh(eta), cos(xi)))
    return lon, degrees(_geodetic(asin(sin(xi) / cosh(eta))))


def cell(east: float, north: float, size: int) -> int:
    """The square of `size` metres that a point lies in, by its south-west corner.

    The south and west sides belong to it, the north and east sides to its neighbours.
    Raises ValueError: E_SIZE for an unknown size, E_CRS for a point outside the grid.
    """
    _sized(size)
    _checked(east, north)
    return int(east // size) * size * _EAST + int(north // size) * size


def corner(square: int) -> tuple[int, int]:
    """The south-west corner of a square: east and north in metres."""
    return divmod(square, _EAST)


def centre(square: int, size: int) -> tuple[float, float]:
    """The middle of a square: longitude and latitude."""
    east, north = corner(square)
    return to_wgs84(east + size / 2, north + size / 2)


def outline(square: int, size: int) -> Ring:
    """A square as a ring of longitude and latitude: anticlockwise, the first point last."""
    _sized(size)
    east, north = corner(square)
    south_west = to_wgs84(east, north)
    south_east = to_wgs84(east + size, north)
    north_east = to_wgs84(east + size, north + size)
    north_west = to_wgs84(east, north + size)
    return south_west, south_east, north_east, north_west, south_west


def neighbours(square: int, size: int) -> tuple[int, ...]:
    """The eight squares around one, from the south-west, row by row northwards."""
    _sized(size)
    return tuple(
        square + size * (across * _EAST + along)
        for along in (-1, 0, 1)
        for across in (-1, 0, 1)
        if across or along
    )


def parent(square: int, larger: int, *, of: int) -> int:
    """The larger square that one of `of` metres lies in.

    Raises ValueError("E_SIZE") where none holds all of it: 250 m does not hold 100 m.
    """
    _sized(larger)
    _sized(of)
    if larger % of:
        raise ValueError("E_SIZE")
    return cell(*corner(square), larger)


def _conformal(tangent: float) -> float:
    """The tangent of the conformal latitude, from that of the geodetic one."""
    sine = tangent / sqrt(1 + tangent**2)
    return sinh(asinh(tangent) - _ECCENTRICITY * atanh(_ECCENTRICITY * sine))


def _geodetic(conformal: float) -> float:
    """The geodetic latitude of a conformal one, in radians. Each turn: 300 times closer."""
    goal = asinh(tan(conformal))
    latitude = conformal
    for _ in range(6):
        latitude = asin(tanh(goal + _ECCENTRICITY * atanh(_ECCENTRICITY * sin(latitude))))
    return latitude


def _checked(east: float, north: float) -> None:
    if not (
        isfinite(east) and isfinite(north) and 0 <= east < _EAST and 0 <= north < _EAST
    ):
        raise ValueError("E_CRS")


def _sized(size: int) -> None:
    if size not in SIZES:
        raise ValueError("E_SIZE")
