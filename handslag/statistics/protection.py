"""What must not be shown, so that nobody can work out a small number from the rest.

Whoever reads a release knows the sums, and knows the rule by which small numbers are
left out. For every count that is left out at least `k` different numbers have to be
possible still. It is counts that are protected: a share and its number of answers give
them back.

The solver takes a second to load: this module is for tasks, not for pages.

Willenborg & de Waal (2001), Elements of Statistical Disclosure Control, 6.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from handslag.statistics.releases import Key, Release
from handslag.statistics.weighting import Numbers

_EXACT = {"mip_rel_gap": 0.0}
_MOST_WAYS = 12  # to widen one interval: by how much downwards, the rest upwards


def attack(release: Release, hidden: frozenset[Key]) -> dict[Key, tuple[int, float]]:
    """The least and the largest number that each hidden count can be, to a reader who
    knows all that is shown, all sums, and of each hidden count whether it was left out
    for being small. The largest may be infinite."""
    problem = _Problem(release)
    found = {}
    for part in problem.parts(frozenset(problem.place[key] for key in hidden)):
        for place in part.places:
            least, most = (part.furthest(place, way)[place] for way in (-1, 1))
            found[problem.keys[place]] = (int(least), most)
    return found


def protect(release: Release, *, k: int) -> frozenset[Key]:
    """The counts to leave out: those that the rule says, and as many more as it takes,
    few and small ones first. The same release always gives the same answer.

    A count that the rule lets be fewer than `k` numbers has to be able to be all of
    them. Raises ValueError: E_SUM for counts that do not add up, E_NEGATIVE, E_UNKNOWN
    for a key without a count, E_CANNOT_PROTECT when what was shown before gives it away.
    """
    if k < 1:
        raise ValueError("E_NEGATIVE")
    problem = _Problem(release)
    search = _Search(problem, k)
    out = problem.first()
    while weak := search.weakest(out):
        more = problem.closed(out | search.cover(weak, out))
        if more == out:
            more = problem.closed(out | problem.around(weak.place))
        if more == out:
            raise ValueError("E_CANNOT_PROTECT")
        out = more
    return frozenset(problem.keys[place] for place in search.thinned(out))


Out = frozenset[int]


@dataclass(frozen=True, slots=True)
class _Row:
    """An equation, or with `is_sum` false a bound: coefficients by place, against 0."""

    terms: tuple[tuple[int, int], ...]
    is_sum: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Hidden counts that say something of each other, as a reader's equations."""

    places: tuple[int, ...]
    lower: Numbers
    upper: Numbers
    sums: LinearConstraint

    def furthest(self, place: int, way: int) -> dict[int, float]:
        """A solution in which one count is as large (1) or as small (-1) as can be."""
        goal = np.zeros(len(self.places))
        goal[self.places.index(place)] = -way
        solved = milp(
            goal,
            integrality=np.ones(len(self.places)),
            bounds=Bounds(self.lower, self.upper),
            constraints=self.sums,
            options=_EXACT,
        )
        if solved.x is None:  # it has no largest: the true counts always solve it
            return {place: inf}
        return dict(zip(self.places, np.round(solved.x).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class _Weak:
    """A hidden count that can be too few numbers, and which they are."""

    place: int
    least: int
    most: int
    needed: int


class _Problem:
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
        except KeyError as error:
            raise ValueError("E_UNKNOWN") from error
        self.below = [below.get(place, 0) for place in range(len(self.keys))]
        self.touching: dict[int, list[_Row]] = {}
        for row in self.rows:
            for place, _ in row.terms:
                self.touching.setdefault(place, []).append(row)

    def _rows(self, release: Release) -> Iterator[_Row]:
        for relation in release.relations:
            total = (self.place[relation.total], -1)
            parts = [(self.place[part], 1) for part in relation.parts]
            found = (
                [_Row((total, *parts), is_sum=True)]
                if relation.adds_up
                else [_Row((total, part), is_sum=False) for part in parts]
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
        return self.closed(frozenset(small - self.shown) | self.hidden)

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

    def parts(self, out: Out) -> Iterator[_Part]:
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

    def _part(self, places: tuple[int, ...], out: Out) -> _Part:
        bounds = np.array([self.known(place, out) for place in places], np.float64)
        rest = {
            place: 0 if place in out else self.counts[place] for place in self.near(places)
        }
        return _Part(
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
        self, places: tuple[int, ...], right: Callable[[_Row], float]
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


class _Search:
    """Looks for what else to leave out."""

    def __init__(self, problem: _Problem, k: int) -> None:
        self.problem = problem
        self.k = k
        self._found: dict[tuple[object, ...], _Weak | None] = {}

    def weakest(self, out: Out) -> _Weak | None:
        """A hidden count that can be too few numbers, if there is one."""
        for part in self.problem.parts(out):
            key = (part.places, tuple(part.lower), tuple(part.upper))
            if key not in self._found:
                self._found[key] = self._weak(part)
            if weak := self._found[key]:
                return weak
        return None

    def _weak(self, part: _Part) -> _Weak | None:
        """Each solution that is met shows something of every count in it, so that most
        need not be solved for; the true counts are the first."""
        counts = self.problem.counts
        least = {place: float(counts[place]) for place in part.places}
        most = dict(least)
        limits = zip(part.lower, part.upper, strict=True)
        needed = {
            place: int(min(self.k, upper - lower + 1))
            for place, (lower, upper) in zip(part.places, limits, strict=True)
        }
        for place in sorted(part.places, key=lambda place: (counts[place], place)):
            for way in (1, -1):
                if most[place] - least[place] + 1 >= needed[place]:
                    break
                for other, value in part.furthest(place, way).items():
                    least[other] = min(least[other], value)
                    most[other] = max(most[other], value)
            else:
                if most[place] - least[place] + 1 < needed[place]:
                    return _Weak(place, int(least[place]), int(most[place]), needed[place])
        return None

    def cover(self, weak: _Weak, out: Out) -> Out:
        """The cheapest counts to leave out, for a weak one to be what it has to be."""
        widening = _Widening(self.problem, weak.place, out)
        lower, upper = self.problem.known(weak.place, out)
        lowest = max(lower, weak.most - weak.needed + 1)
        highest = min(weak.least, upper - weak.needed + 1)
        starts = np.unique(np.linspace(lowest, highest, _MOST_WAYS).round().astype(int))
        best: tuple[float, int, Out] | None = None
        for start in starts.tolist():
            ends = (start, start + weak.needed - 1)
            found = [widening.to(end) for end in ends if not weak.least <= end <= weak.most]
            reached = [places for places in found if places is not None]
            if len(reached) < len(found):
                continue
            more = frozenset().union(*reached)
            cost = (sum(widening.cost(place) for place in more), start, more)
            best = cost if best is None or cost[:2] < best[:2] else best
        return best[2] if best else frozenset()

    def thinned(self, out: Out) -> Out:
        """Without what turned out not to be needed, the largest first."""
        problem = self.problem
        must = problem.first()
        for place in sorted(out - must, key=lambda place: (-problem.counts[place], place)):
            fewer = out - {place}
            if problem.closed(fewer) == fewer and not self.weakest(fewer):
                out = fewer
        return out


class _Widening:
    """What else moves when one count is taken to be another number."""

    def __init__(self, problem: _Problem, place: int, out: Out) -> None:
        self.problem, self.place, self.out = problem, place, out
        self.places = tuple(sorted(problem.around(place)))
        owned: dict[int, int] = {}
        for part, own in problem.owner.items():
            owned[own] = owned.get(own, 0) + problem.counts[part] + 1
        self._owned = owned
        known = [problem.known(one, out) for one in self.places]
        counts = np.array([problem.counts[one] for one in self.places], np.float64)
        self._down = np.maximum(counts - [lower for lower, _ in known], 0.0)
        self._up = np.maximum(np.array([upper for _, upper in known]) - counts, 0.0)
        self._costs = np.array([self.cost(one) for one in self.places], np.float64)
        sums = problem.equations(
            self.places,
            lambda row: 0.0 if row.is_sum else -_value(row, problem.counts),
        )
        both = coo_array(sums.A)
        self._sums = LinearConstraint(
            coo_array(
                (
                    np.concatenate([both.data, -both.data]),
                    (
                        np.concatenate([both.row, both.row]),
                        np.concatenate([both.col, both.col + len(self.places)]),
                    ),
                ),
                (both.shape[0], 2 * both.shape[1]),
            ).tocsr(),
            sums.lb,
            sums.ub,
        )
        self._known: dict[int, Out | None] = {}

    def cost(self, place: int) -> int:
        """What is lost when it is left out: large numbers and whole groups are much."""
        if place in self.out:
            return 0
        return 1 + self.problem.counts[place] + self._owned.get(place, 0)

    def to(self, value: int) -> Out | None:
        """What has to be left out for the count to be able to be `value`."""
        if value not in self._known:
            self._known[value] = self._solved(value)
        return self._known[value]

    def _solved(self, value: int) -> Out | None:
        at = self.places.index(self.place)
        step = value - self.problem.counts[self.place]
        upper = np.concatenate([self._up, self._down])
        lower = np.zeros_like(upper)
        for column, by in ((at, max(step, 0)), (at + len(self.places), max(-step, 0))):
            lower[column] = upper[column] = by
        solved = milp(
            np.concatenate([self._costs, self._costs]),
            integrality=np.ones(len(upper)),
            bounds=Bounds(lower, upper),
            constraints=self._sums,
            options=_EXACT,
        )
        if solved.x is None:
            return None
        up, down = np.round(solved.x).reshape(2, -1)
        moved = np.flatnonzero(up != down)
        return frozenset(self.places[column] for column in moved.tolist()) - self.out


def _value(row: _Row, counts: tuple[int, ...]) -> int:
    return sum(counts[place] * sign for place, sign in row.terms)
