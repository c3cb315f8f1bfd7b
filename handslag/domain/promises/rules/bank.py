"""How all promises of the country are sorted, so that one can find what worked."""

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum

from handslag.domain.promises.rules.words import Origin

LONG_AGO = date(1900, 1, 1)


class Size(StrEnum):
    """How many live in the municipality: those alike have most to learn of each other."""

    UNDER_10 = "under-10000"
    TO_20 = "10000-19999"
    TO_50 = "20000-49999"
    TO_100 = "50000-99999"
    OVER_100 = "over-100000"


_LIMITS = (
    (10_000, Size.UNDER_10),
    (20_000, Size.TO_20),
    (50_000, Size.TO_50),
    (100_000, Size.TO_100),
)


def size_of(population: int | None) -> Size | None:
    """The size class of a municipality. None: its population is not known."""
    if population is None:
        return None
    return next((size for below, size in _LIMITS if population < below), Size.OVER_100)


class FacetKind(StrEnum):
    """What a promise can have several of."""

    ACTIVITY = "activity"
    OPERATOR = "operator"


class Presence(StrEnum):
    """What there is to read of a municipality. All that its colour on the map may say."""

    NOTHING = "nothing"
    SUMMARY = "summary"  # somebody's public page, retold
    PROMISES = "promises"  # decided in Handslag
    LATE = "late"  # decided in Handslag, and a follow-up has not come in time


def presence(sets: Iterable[tuple[Origin, date | None]], today: date) -> Presence:
    """What the map says of a municipality, from each set's origin and next planned day.

    A summary of somebody's page is never late: nobody has promised us an answer.
    """
    found = Presence.NOTHING
    for origin, due_on in sets:
        if origin is not Origin.DECIDED:
            found = Presence.SUMMARY if found is Presence.NOTHING else found
        elif due_on is not None and due_on < today:
            return Presence.LATE
        else:
            found = Presence.PROMISES
    return found


def whose(sides: Collection[str]) -> str:
    """Whose stroke of the handshake is lit: municipality, police, together or others."""
    if {"municipality", "police"} <= set(sides):
        return "together"
    return next((one for one in ("municipality", "police") if one in sides), "others")


def newest(starts: date | None, ends: date | None) -> date:
    """The day that a promise is sorted by. Those without any day come last."""
    return starts or ends or LONG_AGO
