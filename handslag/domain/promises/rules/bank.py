"""How all promises of the country are sorted, so that one can find what worked."""

import secrets
from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum

from handslag.domain.promises.rules.words import Origin

LONG_AGO = date(1900, 1, 1)


def new_mark() -> int:
    """A number that no other writing has, small enough to add up."""
    return secrets.randbits(44)


def spaced(codes: Iterable[str]) -> str:
    """Codes as one text in which each can be found whole: " a b "."""
    told = dict.fromkeys(code for code in codes if code)
    return f" {' '.join(told)} " if told else ""


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
