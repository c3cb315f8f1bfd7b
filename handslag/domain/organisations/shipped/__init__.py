"""The geography that comes with Handslag, read from the files beside this one.

Municipalities, counties, police regions and localities of Sweden, with their
official codes. README.md says where each file comes from and on what terms.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class County:
    """A county and the police region that serves it."""

    code: str
    name: str
    short_name: str
    police_region: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with its four-digit code. The population has no stated year."""

    code: str
    name: str
    short_name: str
    county: str
    population: int


@dataclass(frozen=True, slots=True)
class District:
    """Which local police district serves a municipality, and who says so."""

    municipality: str
    district: str
    area: str
    source: str


@dataclass(frozen=True, slots=True)
class Locality:
    """A town or village of at least two hundred people (tätort)."""

    code: str
    name: str
    municipality: str
    population: int
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Sweden:
    """All of it."""

    counties: tuple[County, ...]
    municipalities: tuple[Municipality, ...]
    districts: tuple[District, ...]
    localities: tuple[Locality, ...]


@cache
def sweden() -> Sweden:
    """Everything that is shipped, read once."""
    return Sweden(
        counties=tuple(County(*row) for row in _rows("counties")),
        municipalities=tuple(
            Municipality(code, name, short_name, county, int(population))
            for code, name, short_name, county, population in _rows("municipalities")
        ),
        districts=tuple(District(*row) for row in _rows("police_districts")),
        localities=tuple(
            Locality(code, name, municipality, int(people), float(lon), float(lat))
            for code, name, municipality, people, lon, lat in _rows("localities")
        ),
    )


def _rows(name: str) -> Iterator[list[str]]:
    with (_HERE / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows
