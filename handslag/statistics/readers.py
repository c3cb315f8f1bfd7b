"""What a reader of a release can work out: the counts that are left out, as unknowns in
equations, and the least and the largest number that each of them can be.

The solver takes a second to load: this module is for tasks, not for pages.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from handslag.statistics.releases import Release
from handslag.statistics.weighting import Numbers

EXACT = {"mip_rel_gap": 0.0}

Out = frozenset[int]


@dataclass(frozen=True, slots=True)
class Row:
    """An equation, or with `is_sum` false a bound: coefficients by place, against 0."""

    terms: tuple[tuple[int, int], ...]
    is_sum: bool


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Hidden counts that say something of each other, as a reader's equations."""

    places: tuple[int, ...]
    lower: Numbers
    upper: Numbers
    sums: LinearConstraint

    def furthest(self, place: int, way: int) -> dict[int, float]:
        """A solution in which one count is as large (1) or as small (-1) as can be."""
        found = self.furthest_of([place], way)
        # It has no largest: the true counts always solve it.
        return {place: inf} if found is None else found

    def furthest_of(self, places: Sequence[int], way: int) -> dict[int, float] | None:
        """The same for the sum of several; nothing when it has no largest."""
        chosen = set(places)
        goal = np.array([-way if one in chosen else 0 for one in self.places], np.float64)
        solved = milp(
            goal,
            integrality=np.ones(len(self.places)),
            bounds=Bounds(self.lower, self.upper),
            constraints=self.sums,
            options=EXACT,
        )
        if solved.x is None:
            return None
        return dict(zip(self.places, np.round(solved.x).tolist(), strict=True))


class Problem:
    """A release as rows and places."""

    def __init__(self, release: Release) -> None:
        self.keys = tuple(release.counts)
        self.place = {key: place for place, key in enumerate(self.keys)}
        self.counts = tuple(int(release.counts[key]) for key in self.keys)
        if min(self.counts, default=0) < 0:
            raise ValueError("E_NEGATIVE")
        try:
            self.rows = tuple(self._rows(release))
            self.owner = {self.place[a]: self.place[b] for a, b in release.owners.items()}
            below = {self.place[key]: limit for key, limit in release.below.items()}
            self.shown = frozenset(self.place[key] for key in release.shown)
            self.hidden = frozenset(self.place[key] for key in release.hidden)
            self.unknown = frozenset(self.place[key] for key in release.unknown)
        except KeyError as error:
            raise ValueError("E_UNKNOWN") from error
        self.below = [below.get(place, 0) for place in range(len(self.keys))]
        self.touching: dict[int, list[Row]] = {}
        for row in self.rows:
            for place, _ in row.terms:
                self.touching.setdefault(place, []).append(row)

    def _rows(self, release: Release) -> Iterator[Row]:
        for relation in release.relations:
            total = (self.place[relation.total], -1)
            parts = [(self.place[part], 1) for part in relation.parts]
            found = (
                [Row((total, *parts), is_sum=True)]
                if relation.adds_up
                else [Row((total, part), is_sum=False) for part in parts]
            )
            for row in found:
                value = sum(self.counts[place] * sign for place, sign in row.terms)
                if value > 0 or (row.is_sum and value):
                    raise ValueError("E_SUM")
                yield row

    def is_small(self, place: int) -> bool:
        """Whether the rule says that it is not shown."""
        return self.counts[place] < self.below[place]

    def first(self) -> Out:
        """What the rule leaves out, and what follows from that."""
        small = {place for place in range(len(self.keys)) if self.is_small(place)}
        return self.closed(frozenset(small - self.shown) | self.hidden | self.unknown)

    def closed(self, out: Out) -> Out:
        """With what is shown only beside something that is left out."""
        found, last = set(out), -1
        while len(found) != last:
            last = len(found)
            found |= {part for part, own in self.owner.items() if own in found}
            found -= self.shown
        return frozenset(found)

    def known(self, place: int, out: Out) -> tuple[float, float]:
        """What the rule says of a hidden count: nothing if its group is not shown."""
        if self.owner.get(place) in out or not self.below[place]:
            return 0, inf
        if self.is_small(place):
            return 0, self.below[place] - 1
        return self.below[place], inf

    def around(self, place: int) -> Out:
        """Everything that has to do with it, and that may be left out."""
        seen, queue = {place}, deque([place])
        while queue:
            for row in self.touching.get(queue.popleft(), ()):
                new = {other for other, _ in row.terms} - seen - self.shown
                seen |= new
                queue.extend(sorted(new))
        return frozenset(seen)

    def parts(self, out: Out) -> Iterator[Part]:
        """Hidden counts in groups that say nothing of each other."""
        left = set(out)
        while left:
            first = min(left)
            seen, queue = {first}, deque([first])
            while queue:
                for row in self.touching.get(queue.popleft(), ()):
                    new = {other for other, _ in row.terms if other in out} - seen
                    seen |= new
                    queue.extend(sorted(new))
            left -= seen
            yield self._part(tuple(sorted(seen)), out)

    def _part(self, places: tuple[int, ...], out: Out) -> Part:
        bounds = np.array([self.known(place, out) for place in places], np.float64)
        rest = {
            place: 0 if place in out else self.counts[place] for place in self.near(places)
        }
        return Part(
            places,
            bounds[:, 0],
            bounds[:, 1],
            self.equations(
                places, lambda row: -sum(rest[p] * sign for p, sign in row.terms)
            ),
        )

    def near(self, places: tuple[int, ...]) -> set[int]:
        """Every place in a row with one of these."""
        rows = (row for place in places for row in self.touching.get(place, ()))
        return {place for row in rows for place, _ in row.terms} | set(places)

    def equations(
        self, places: tuple[int, ...], right: Callable[[Row], float]
    ) -> LinearConstraint:
        """The rows that these are in, as a matrix with a column for each."""
        columns = {place: column for column, place in enumerate(places)}
        rows = list(
            dict.fromkeys(row for place in places for row in self.touching.get(place, ()))
        )
        entries = [
            (at, columns[place], sign)
            for at, row in enumerate(rows)
            for place, sign in row.terms
            if place in columns
        ]
        at, to, signs = zip(*entries, strict=True) if entries else ((), (), ())
        matrix = coo_array((signs, (at, to)), (len(rows), len(places)), dtype=np.float64)
        upper = np.array([right(row) for row in rows], np.float64)
        lower = np.where([row.is_sum for row in rows], upper, -inf) if rows else upper
        return LinearConstraint(matrix.tocsr(), lower, upper)
