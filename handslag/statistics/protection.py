"""What must not be shown, so that nobody can work out a small number from the rest.

Whoever reads a release knows the sums, and knows the rule by which small numbers are
left out. For every count that is left out at least `k` different numbers have to be
possible still. It is counts that are protected: a share and its number of answers give
them back.

The solver takes a second to load: this module is for tasks, not for pages.

Willenborg & de Waal (2001), Elements of Statistical Disclosure Control, 6.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from handslag.statistics.readers import EXACT, Out, Part, Problem, Row
from handslag.statistics.releases import Key, Release

_MANY = 20  # from so many counts it pays to look at their sum first
_BOTH = (1, -1)
_MOST_WAYS = 12  # to widen one interval: by how much downwards, the rest upwards


class CannotProtectError(ValueError):
    """Whatever else is left out, `key` can be too few numbers."""

    def __init__(self, key: Key) -> None:
        super().__init__("E_CANNOT_PROTECT")
        self.key = key


def attack(release: Release, hidden: frozenset[Key]) -> dict[Key, tuple[int, float]]:
    """The least and the largest number that each hidden count can be, to a reader who
    knows all that is shown, all sums, and of each hidden count whether it was left out
    for being small. The largest may be infinite."""
    problem = Problem(release)
    places = frozenset(problem.place[key] for key in hidden)
    found = {}
    for part in problem.parts(places | problem.unknown):
        for place in places.intersection(part.places):
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
    search = _Search(Problem(release), k)
    out = search.widened(search.problem.first(), is_last_way_out=True)
    return search.named(search.thinned(out))


def protect_together(release: Release, alone: frozenset[Key], *, k: int) -> frozenset[Key]:
    """The same for much at once, each part of which has been protected by itself by
    leaving out `alone`: what has to be left out besides, when all of it is read together.

    Raises CannotProtectError, which says what cannot be protected.
    """
    search = _Search(Problem(release), k)
    problem = search.problem
    out = problem.closed(problem.first() | {problem.place[key] for key in alone})
    return search.named(search.widened(out, is_last_way_out=False))


@dataclass(frozen=True, slots=True)
class _Weak:
    """A hidden count that can be too few numbers, and which they are."""

    place: int
    least: int
    most: int
    needed: int


class _Seen:
    """What has been found of the counts of a part so far: their least and largest."""

    def __init__(self, part: Part, counts: Sequence[int], *, k: int, unknown: Out) -> None:
        self.part = part
        self.least = {place: float(counts[place]) for place in part.places}
        self.most = dict(self.least)
        limits = zip(part.lower, part.upper, strict=True)
        self.needed = {
            place: int(min(k, upper - lower + 1))
            for place, (lower, upper) in zip(part.places, limits, strict=True)
            if place not in unknown
        }

    def add(self, solution: Mapping[int, float]) -> None:
        for place, value in solution.items():
            self.least[place] = min(self.least[place], value)
            self.most[place] = max(self.most[place], value)

    def is_narrow(self, place: int) -> bool:
        return self.most[place] - self.least[place] + 1 < self.needed[place]

    def look_at_all(self) -> None:
        """The sums of all at once, which settles most of them."""
        for way in _BOTH:
            narrow = [one for one in self.needed if self.is_narrow(one)]
            self.add(self.part.furthest_of(narrow, way) or {})


class _Search:
    """Looks for what else to leave out."""

    def __init__(self, problem: Problem, k: int) -> None:
        if k < 1:
            raise ValueError("E_NEGATIVE")
        self.problem = problem
        self.k = k
        self._found: dict[tuple[object, ...], _Weak | None] = {}

    def named(self, out: Out) -> frozenset[Key]:
        """The keys of what is left out of the tables."""
        return frozenset(self.problem.keys[one] for one in out - self.problem.unknown)

    def widened(self, out: Out, *, is_last_way_out: bool) -> Out:
        """With as much more left out as it takes. The last way out is to leave out all
        that has to do with a count."""
        problem = self.problem
        while weak := self.weakest(out):
            more = problem.closed(out | self.cover(weak, out))
            if more == out and is_last_way_out:
                more = problem.closed(out | problem.around(weak.place))
            if more == out:
                raise CannotProtectError(problem.keys[weak.place])
            out = more
        return out

    def weakest(self, out: Out) -> _Weak | None:
        """A hidden count that can be too few numbers, if there is one."""
        for part in self.problem.parts(out):
            key = (part.places, tuple(part.lower), tuple(part.upper))
            if key not in self._found:
                self._found[key] = self._weak(part)
            if weak := self._found[key]:
                return weak
        return None

    def _weak(self, part: Part) -> _Weak | None:
        """Each solution that is met shows something of every count in it, so that most
        need not be solved for; the true counts are the first."""
        counts, unknown = self.problem.counts, self.problem.unknown
        seen = _Seen(part, counts, k=self.k, unknown=unknown)
        if len(seen.needed) >= _MANY:
            seen.look_at_all()
        for place in sorted(seen.needed, key=lambda place: (counts[place], place)):
            for way in _BOTH:
                if seen.is_narrow(place):
                    seen.add(part.furthest(place, way))
            if seen.is_narrow(place):
                least, most = seen.least[place], seen.most[place]
                return _Weak(place, int(least), int(most), seen.needed[place])
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

    def __init__(self, problem: Problem, place: int, out: Out) -> None:
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
            options=EXACT,
        )
        if solved.x is None:
            return None
        up, down = np.round(solved.x).reshape(2, -1)
        moved = np.flatnonzero(up != down)
        return frozenset(self.places[column] for column in moved.tolist()) - self.out


def _value(row: Row, counts: tuple[int, ...]) -> int:
    return sum(counts[place] * sign for place, sign in row.terms)
