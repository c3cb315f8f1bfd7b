"""Who may lead a council, and what is lacking in who sits there. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from handslag.core.refusals import NotAllowedError
from handslag.domain.council.rules.words import Layer, SeatPlace
from handslag.domain.organisations.rules import POLICE, Kind


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat, as the law looks at it."""

    place: SeatPlace
    kind: Kind
    function: str
    is_leading: bool
    is_covered: bool  # of a municipality that the council covers


class Flaw(StrEnum):
    """What should be mended, without stopping anything."""

    NO_CHAIR = "no_chair"
    NO_POLICE = "no_police"
    NOT_LEADING = "not_leading"
    FOREIGN_CHAIR = "foreign_chair"


# Those who speak for a partner. The secretary and the adjuncts serve the council.
_REPRESENTS = frozenset({SeatPlace.CHAIR, SeatPlace.VICE_CHAIR, SeatPlace.MEMBER})


def check_chair(layer: Layer, place: SeatPlace, *, is_covered: bool) -> None:
    """By law (2023:196, 10 §) the municipality leads the council."""
    if layer is Layer.STRATEGIC and place is SeatPlace.CHAIR and not is_covered:
        raise NotAllowedError("council.chair_not_municipal")


def check_led(layer: Layer, seats: Iterable[Sitting]) -> None:
    """A council is not called without somebody of a municipality to lead it."""
    chairs = [seat for seat in seats if seat.place is SeatPlace.CHAIR]
    if layer is Layer.STRATEGIC and not chairs:
        raise NotAllowedError("council.no_chair")
    for chair in chairs:
        check_chair(layer, chair.place, is_covered=chair.is_covered)


def flaws(layer: Layer, seats: Iterable[Sitting]) -> list[tuple[Flaw, list[str]]]:
    """What is lacking, and in which functions. Only the council itself is judged."""
    if layer is not Layer.STRATEGIC:
        return []
    seats = list(seats)
    chairs = [seat for seat in seats if seat.place is SeatPlace.CHAIR]
    found: list[tuple[Flaw, list[str]]] = []
    if not chairs:
        found.append((Flaw.NO_CHAIR, []))
    foreign = [seat.function for seat in chairs if not seat.is_covered]
    if foreign:
        found.append((Flaw.FOREIGN_CHAIR, foreign))
    if not any(seat.kind in POLICE and seat.place in _REPRESENTS for seat in seats):
        found.append((Flaw.NO_POLICE, []))
    below = not_leading(seats)
    if below:
        found.append((Flaw.NOT_LEADING, below))
    return found


def not_leading(seats: Iterable[Sitting]) -> list[str]:
    """The functions of partners who are not in a leading position."""
    return [
        seat.function
        for seat in seats
        if seat.place in _REPRESENTS and not seat.is_covered and not seat.is_leading
    ]
