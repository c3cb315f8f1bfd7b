"""The places in Degerfors that the made-up promises are about."""

from dataclasses import dataclass
from typing import Any

from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.stage import Stage
from handslag.domain.organisations import positions, services
from handslag.domain.organisations.models import Place, PlaceKind
from handslag.domain.organisations.services import Point

CENTRE, PATH = "Degerfors centrum", "Gångvägen vid Letälven"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, by its name and the outline of it; longitude first."""

    name: str
    kind: PlaceKind
    outline: dict[str, Any]


SPOTS = (
    Spot(
        CENTRE,
        PlaceKind.AREA,
        {
            "type": "Polygon",
            "coordinates": [
                [
                    [14.4262, 59.2352],
                    [14.4352, 59.2352],
                    [14.4358, 59.2398],
                    [14.4268, 59.2402],
                    [14.4262, 59.2352],
                ]
            ],
        },
    ),
    Spot(
        PATH,
        PlaceKind.STREET,
        {
            "type": "LineString",
            "coordinates": [[14.4392, 59.2296], [14.4408, 59.2352], [14.4386, 59.2428]],
        },
    ),
)


def name_places(stage: Stage) -> None:
    """Put them on the map, by the coordinator."""
    for spot in SPOTS:
        services.name_place(
            stage.actor("samordnare"),
            stage.org(DEGERFORS),
            kind=spot.kind,
            name=spot.name,
            point=Point(*positions.middle(spot.outline)),
            shape=spot.outline,
            source="påhittat exempel",
        )


def place_at(name: str) -> int | None:
    """The number of a place by its name; none for no name."""
    return Place.objects.get(within__name=DEGERFORS, name=name).pk if name else None
