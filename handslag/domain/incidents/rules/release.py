"""What of the reports may be drawn on the public map, and when. Pure.

Each number that is released is of a set of reports that no other released number
has any of, and each stands on its own: enough reports, from enough reporters, on
enough days, where enough people live. So there is nothing to subtract, neither
one number from another nor one month's map from the next.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from handslag.domain.incidents.rules.words import Channel, Top

SIZE = 500  # metres: the one grid
FEWEST_REPORTS = 5
FEWEST_REPORTERS = 5
FEWEST_DAYS = 3
FEWEST_INHABITANTS = 50
LONGEST = 24  # months: as long as reports are kept
# What is not a trouble is not counted among troubles.
NOT_DRAWN = frozenset({Top.SAFE_PLACE, Top.EVENT})
_IN_SERVICE = frozenset({Channel.REPORTER, Channel.STAFF})


@dataclass(frozen=True, slots=True)
class Waiting:
    """One incident that has not been in any released number: what a release asks of it."""

    incident: int
    report: int
    square: int
    received: date
    channel: Channel
    person: int | None
    by: int | None


class Reported(Protocol):
    """What is known of who reported something."""

    @property
    def channel(self) -> Channel: ...
    @property
    def person(self) -> int | None: ...
    @property
    def by(self) -> int | None: ...
    @property
    def received(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Released:
    """A number to release: so many reports in this square, and the incidents in them."""

    square: int
    n: int
    incidents: tuple[int, ...]


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def month_after(month: date) -> date:
    return month_of(month + timedelta(days=31))


def months_before(month: date, number: int) -> date:
    counted = month.year * 12 + month.month - 1 - number
    return date(counted // 12, counted % 12 + 1, 1)


def latest_closed(today: date) -> date:
    """The latest month that is over."""
    return months_before(month_of(today), 1)


def is_closed(month: date, today: date) -> bool:
    return month_after(month) <= month_of(today)


def reporter(one: Reported) -> tuple[object, ...]:
    """Who reported, as far as it is known. Residents are not known: all of them on the
    same day count as one, so that nobody is several by sending several."""
    if one.channel in _IN_SERVICE and one.person is not None:
        return ("person", one.person)
    if one.by is not None:
        return ("organisation", one.by)
    return ("day", one.received)


def may_release(waiting: Collection[Waiting], inhabitants: int | None) -> bool:
    """Whether the number of these reports may be seen by anyone. Unknown is not many."""
    return (
        inhabitants is not None
        and inhabitants >= FEWEST_INHABITANTS
        and len({one.report for one in waiting}) >= FEWEST_REPORTS
        and len({reporter(one) for one in waiting}) >= FEWEST_REPORTERS
        and len({one.received for one in waiting}) >= FEWEST_DAYS
    )


def to_release(
    waiting: Iterable[Waiting], inhabitants: Mapping[int, int]
) -> list[Released]:
    """The numbers of a month: each square where what waits is enough, by square."""
    by_square: dict[int, list[Waiting]] = defaultdict(list)
    for one in waiting:
        by_square[one.square].append(one)
    return [
        Released(
            square,
            len({one.report for one in those}),
            tuple(one.incident for one in those),
        )
        for square, those in sorted(by_square.items())
        if may_release(those, inhabitants.get(square))
    ]
