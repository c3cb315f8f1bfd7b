"""What may be said of what others have reported, so that one can say the same. Pure.

Only this: what sort of thing, at which named place out of doors, in which month. Never
how many, when, or in which words; and nothing before so many have said it that no single
report shows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from handslag.domain.incidents.rules.words import Top

AT_LEAST = 5  # reports
ON_DAYS = 3
MONTHS_BACK = 3
# A gathering is people, and a few of them are known in a small place.
SAID_OF = frozenset({Top.DAMAGE, Top.DISORDER, Top.UNSAFE_PLACE, Top.SAFE_PLACE})


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """One thing that several have reported: at a place, in a month that has ended."""

    month: date
    place: int
    top: Top


def code_of(place: UUID, known: Known) -> str:
    """What stands in the button that says the same of this."""
    return f"{place}/{known.top}/{known.month:%Y-%m}"


def window(today: date) -> tuple[date, date]:
    """The first and the last day of the months that may be spoken of: they have ended,
    so that nobody sees the list change when one report comes in."""
    last = today.replace(day=1) - timedelta(days=1)
    first = last.replace(day=1)
    for _ in range(MONTHS_BACK - 1):
        first = (first - timedelta(days=1)).replace(day=1)
    return first, last


def sayable(days: Mapping[Known, Iterable[tuple[int, date]]]) -> list[Known]:
    """Those with enough reports on enough days, the latest month first.

    `days` are the number of the report and the day, for each incident."""
    return sorted(
        (
            known
            for known, told in days.items()
            if known.top in SAID_OF and _enough(list(told))
        ),
        reverse=True,
    )


def _enough(told: list[tuple[int, date]]) -> bool:
    reports = {report for report, _ in told}
    return len(reports) >= AT_LEAST and len({day for _, day in told}) >= ON_DAYS
