"""What has been counted beforehand of one municipality's points. No database is asked."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from handslag.core.deadlines import months_after
from handslag.core.points.reading import table
from handslag.core.points.rules import SIDE, monday, week_number
from handslag.domain.analysis.rules import Question, kinds_of

Counts = NDArray[np.int64]
_NONE = np.empty(0, np.int64)
FEWEST_LATE = 50  # reports, to tell how late they usually come


@dataclass(frozen=True, slots=True, eq=False)
class Monthly:
    """How many in each month, from the first to the last."""

    first: date
    counts: Counts

    @property
    def months(self) -> list[date]:
        return [months_after(self.first, n) for n in range(len(self.counts))]


@dataclass(frozen=True, slots=True, eq=False)
class Weekly:
    """How many in each week (rows) of each kind that is asked for (columns)."""

    first: date
    counts: Counts

    @property
    def mondays(self) -> list[date]:
        return [self.first + timedelta(weeks=n) for n in range(len(self.counts))]


@dataclass(frozen=True, slots=True, eq=False)
class Hourly:
    """The hour of the week when it began, how many hours it lies within, how many such."""

    hour: Counts
    hours: Counts
    n: Counts


@dataclass(frozen=True, slots=True, eq=False)
class Squares:
    """South-west corners of squares of 250 metres, and how many in each."""

    east: Counts
    north: Counts
    n: Counts


def monthly(question: Question, *, first: date, today: date) -> Monthly:
    """The months from one that is known to the last that is over."""
    ends = today.replace(day=1)
    many = 12 * (ends.year - first.year) + ends.month - first.month
    counts = np.zeros(max(many, 0), np.int64)
    rows = _rows("months", question)
    if rows and many > 0:
        at = 12 * (rows["month"] // 100 - first.year) + rows["month"] % 100 - first.month
        inside = (at >= 0) & (at < many)
        np.add.at(counts, at[inside], rows["n"][inside])
    return Monthly(first, counts)


def weekly(question: Question, *, today: date) -> Weekly:
    """The weeks that are wholly known, to the last one that is over. The numbers of all
    that a municipality has received stay when reports are no longer kept, and go back
    further than those of some of it."""
    rows = _rows("past" if question.is_all_received else "weeks", question)
    ends = week_number(today)
    first = int(rows["week"].min()) + 1 if rows and len(rows["week"]) else ends
    counts = np.zeros((max(ends - first, 0), len(question.tops)), np.int64)
    if len(counts):
        at = rows["week"] - first
        inside = (at >= 0) & (at < len(counts))
        for nr, top in enumerate(question.tops):
            of = inside & np.isin(rows["kind"], kinds_of([top]))
            np.add.at(counts[:, nr], at[of], rows["n"][of])
    return Weekly(monday(first), counts)


def registered(question: Question, *, today: date) -> float | None:
    """The share of the reports of the last whole week that usually have come by now; none
    where too few tell."""
    rows = _rows("late", question)
    if not rows or rows["n"].sum() < FEWEST_LATE:
        return None
    since = today - monday(week_number(today))
    came = [rows["n"][rows["days"] <= since.days + n].sum() for n in range(1, 8)]
    return float(np.mean(came) / rows["n"].sum())


def hourly(question: Question) -> Hourly:
    """Of those whose time is known."""
    rows = _within("hours", question)
    if not rows:
        return Hourly(_NONE, _NONE, _NONE)
    return Hourly(rows["hour"], rows["hours"], rows["n"])


def squares(question: Question) -> Squares:
    """Where they lie; each square once."""
    rows = _within("squares", question)
    if not rows:
        return Squares(_NONE, _NONE, _NONE)
    keys = np.stack([rows["x"], rows["y"]])
    found, place = np.unique(keys, axis=1, return_inverse=True)
    n = np.bincount(place.ravel(), rows["n"], found.shape[1]).astype(np.int64)
    return Squares(found[0] * SIDE, found[1] * SIDE, n)


def heaps(question: Question, *, most: int = 10) -> list[tuple[int, int, int]]:
    """The coordinates that come back most: east, north, how many. They are no places:
    many reports may have been given the middle of something."""
    rows = _rows("heaps", question)
    if not rows:
        return []
    sums: dict[tuple[int, int], int] = {}
    for east, north, n in zip(
        rows["east"].tolist(), rows["north"].tolist(), rows["n"].tolist(), strict=True
    ):
        sums[east, north] = sums.get((east, north), 0) + n
    found = sorted(sums.items(), key=lambda one: (-one[1], one[0]))
    return [(east, north, n) for (east, north), n in found[:most]]


def _rows(cube: str, question: Question) -> dict[str, Counts]:
    found = table(
        question.source,
        cube,
        question.area,
        kinds=question.kinds,
        shared_only=question.shared_only,
    )
    return {name: column.astype(np.int64) for name, column in found.items()}


def _within(cube: str, question: Question) -> dict[str, Counts]:
    """Of the years that are asked for."""
    rows = _rows(cube, question)
    if not rows:
        return {}
    inside = (rows["ago"] >= 0) & (rows["ago"] < question.years)
    return {name: column[inside] for name, column in rows.items()}
