"""Which records are about the same set, which of them leads, and what the set is called."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from handslag.core.periods import Period, Rule
from handslag.core.text import fold, seen
from handslag.domain.promises.rules.words import DocumentKind

LONGEST_NAME = 200

# A page by those who promise is nearer to their words than what others write of it.
_AT_SECOND_HAND = frozenset({"media", "press"})
# Promises that can concern a handful of people: victims, treatment, health.
_SENSITIVE_FOCUS = frozenset({"VNR", "BROTTSOFFER", "SEX", "PSYK"})
_SENSITIVE_ACTIVITIES = frozenset({"brottsofferstöd", "behandling_stöd", "SIG", "SSPF"})


@dataclass(frozen=True, slots=True)
class SetKey:
    """Same municipalities, same time, same district: one set, however many pages."""

    municipalities: frozenset[int]
    time: str
    district: str = ""


def set_key(municipalities: Iterable[int], period: Period, district: str) -> SetKey:
    return SetKey(frozenset(municipalities), _time(period), _plain(district))


def _time(period: Period) -> str:
    """The dates, so that "2019" and "2019-01-01--2019-12-31" are one; else the words."""
    words = " ".join(sorted(re.findall(r"\w+", _plain(period.stated))))
    if period.starts is None and period.ends is None:
        return words
    roughly = words if period.rule is Rule.APPROXIMATE else ""
    return f"{period.starts or ''}--{period.ends or ''} {roughly}".strip()


def _plain(text: str) -> str:
    return fold(seen(text))


@dataclass(frozen=True, slots=True)
class Page:
    """What decides which of a set's documents leads."""

    kind: str
    publisher: str
    promises: int
    partly_read: bool
    id: str


def precedence(page: Page) -> tuple[bool, bool, int, bool, str]:
    """Sorts the leading one first, in whichever order they came.

    Promises before follow-ups, the parties' own pages before what others write,
    the fullest first, and a whole page before one that was cut off.
    """
    return (
        page.kind != DocumentKind.PROMISE,
        page.publisher in _AT_SECOND_HAND,
        -page.promises,
        page.partly_read,
        page.id,
    )


def set_name(period: Period, district: str) -> str:
    """What an imported set is called: "Medborgarlöfte 2020-2021, Rosengård"."""
    when = period.stated.strip() or "utan angiven period"
    name = f"Medborgarlöfte {when}"
    whole = f"{name}, {district}" if district else name
    return whole if len(whole) <= LONGEST_NAME else f"{whole[: LONGEST_NAME - 1]}…"


def can_concern_few(focus: str, activities: Collection[str]) -> bool:
    """Can a result of this promise point at single persons?"""
    return focus in _SENSITIVE_FOCUS or not _SENSITIVE_ACTIVITIES.isdisjoint(activities)
