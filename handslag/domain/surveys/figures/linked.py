"""The counts of everything that is read together, as a reader sets them against each other.

A question that is asked only of those who gave a certain answer hangs on that answer:
those who were led to it are those who answered it and those who did not. Every question
is answered by at most as many of a group as there are in the group.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from handslag.domain.surveys.figures.counting import Counted
from handslag.domain.surveys.figures.document import Grouped
from handslag.domain.surveys.figures.grouping import Division
from handslag.domain.surveys.figures.released import ASKED, Cell, PartKey
from handslag.domain.surveys.rules import Question, QuestionKind
from handslag.domain.surveys.rules.counting import FEWEST_IN_PUBLIC
from handslag.statistics.releases import Key, Relation, Release, crossed, linked
from handslag.statistics.weighting import Codes

NOT = "\x00"  # after an answer: those who did not choose it
_WHOLE = ("", -1)
_EVERYBODY = Division(Grouped("", ()), np.zeros(0, np.int64))
_ONE_OF = frozenset({QuestionKind.SINGLE, QuestionKind.SCALE})

Place = tuple[PartKey, Cell]
Row = tuple[str, int]  # division, group: those outside come after the last group


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A part as it is to be read: in which divisions, and what was hidden in it when it
    was read before; nothing if it never was."""

    one: Counted
    question: Question
    by: tuple[Division, ...]
    before: frozenset[Cell] | None = None

    @property
    def key(self) -> PartKey:
        return self.one.part.question, self.one.part.row

    def without(self, what: str) -> "Read":
        """The same, not divided by this."""
        return replace(self, by=tuple(one for one in self.by if one.what != what))


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """Counts, and which place in which part each of them has."""

    counts: Release
    places: Mapping[Key, Place]

    def cells(self, keys: frozenset[Key], part: PartKey) -> frozenset[Cell]:
        """Those of them that are of this part."""
        found = (self.places[key] for key in keys)
        return frozenset(cell for own, cell in found if own == part)


def alone(read: Read) -> Linked:
    """The counts of one part, as they hang together.

    The same whole is in every division, and of several answers that may all be chosen
    each has those who did not choose it beside it, of the same groups."""
    tables, places = list[Release](), dict[Key, Place]()
    relations, first = list[Relation](), dict[Place, Key]()
    for division in read.by or (_EVERYBODY,):
        for table, cells in _tables(read, division):
            tables.append(table)
            for key, cell in cells.items():
                place = places[key] = (read.key, cell)
                if place in first:
                    relations.append(Relation(first[place], (key,)))
                else:
                    first[place] = key
    counts = linked(tables, relations)
    if read.before is None:
        return Linked(replace(counts, shown=_of_everybody(counts, places)), places)
    earlier = frozenset(key for key, (_, cell) in places.items() if cell in read.before)
    shown = frozenset(places) - earlier
    return Linked(replace(counts, hidden=earlier, shown=shown), places)


def _of_everybody(counts: Release, places: Mapping[Key, Place]) -> frozenset[Key]:
    """What is said of all together is kept, and groups are hidden rather than that."""
    return frozenset(
        key
        for key, (_, (_, _, at)) in places.items()
        if at < 0 and counts.counts[key] >= FEWEST_IN_PUBLIC
    )


def _tables(read: Read, division: Division) -> Iterator[tuple[Release, Mapping[Key, Cell]]]:
    all_cells = read.one.cells
    cells = all_cells[division.what] if division.many else next(iter(all_cells.values()))
    groups, n = cells.counts[:-1], cells.n[:-1]
    counts = np.concatenate([groups, (cells.counts[-1] - groups.sum(axis=0))[None, :]])
    sizes = np.append(n, cells.n[-1] - n.sum())
    if not division.many:
        counts, sizes = cells.counts[-1:], cells.n[-1:]
    there = np.flatnonzero(sizes)  # of nobody there is nothing to hide
    name, answers = (read.key, division.what), list(read.one.part.answers)
    if read.question.kind is not QuestionKind.MULTIPLE:
        yield _table(name, counts[there], answers, division, there)
        return
    for at, answer in enumerate(answers):
        if counts[:, at].any():
            both = np.stack([counts[there, at], sizes[there] - counts[there, at]], axis=1)
            yield _table((*name, answer), both, [answer, f"{answer}{NOT}"], division, there)


def _table(
    name: Key, counts: Codes, answers: Sequence[str], division: Division, there: Codes
) -> tuple[Release, Mapping[Key, Cell]]:
    """Without the answers that nobody at all gave: that says everything of all groups."""
    given = np.flatnonzero(counts.sum(axis=0))
    table = counts[:, given].astype(np.int64)
    made = crossed(name, table, group_below=FEWEST_IN_PUBLIC)
    cells = {}
    for key in made.counts:
        _, row, column = key
        is_whole = row is None or not division.many
        cells[key] = (
            "" if column is None else answers[given[column]],
            "" if is_whole else division.what,
            -1 if is_whole else int(there[row]),
        )
    return made, cells


def together(reads: Sequence[Read], by: Sequence[Division], n: int) -> Linked:
    """The counts of all parts that anyone reads, and how they hang together."""
    own = [alone(one) for one in reads]
    places = {key: place for one in own for key, place in one.places.items()}
    tie = _Tie(linked(one.counts for one in own), places, n)
    for one in by:
        tie.groups(one, reads)
    for read in reads:
        tie.asked(read)
        if read.question.kind is QuestionKind.MULTIPLE:
            tie.several(read)
    for read, leading in _led(reads):
        tie.led(read, leading)
    return Linked(tie.finished(), tie.places)


def _led(reads: Sequence[Read]) -> Iterator[tuple[Read, Read]]:
    """Each part that an answer leads to, with the part that leads there."""
    by_question = {one.question.key: one for one in reads}
    for read in reads:
        condition = read.question.shown_if
        leading = by_question.get(condition.question) if condition else None
        if leading is not None:
            yield read, leading


class _Tie:
    """Says how counts of different parts hang together, by numbers that nobody is told."""

    def __init__(self, counts: Release, places: Mapping[Key, Place], n: int) -> None:
        self.places = dict(places)
        self._counts = counts
        self._at: dict[Place, Key] = {}
        for key, place in places.items():
            self._at.setdefault(place, key)
        self._own: dict[Key, int] = {"people": n}
        self._shown: set[Key] = {"people"}
        self._relations: list[Relation] = []

    def finished(self) -> Release:
        own = frozenset(self._own)
        more = Release(self._own, shown=frozenset(self._shown), unknown=own - self._shown)
        return linked([self._counts, more], self._relations)

    def groups(self, division: Division, reads: Sequence[Read]) -> None:
        """Nobody is in two groups, and no question is answered by more than there are."""
        there = np.bincount(division.codes, minlength=division.many + 1)
        sizes = [*there[1:].tolist(), int(there[0])]
        keys = [("people", division.what, at) for at in range(len(sizes))]
        self._own |= dict(zip(keys, sizes, strict=True))
        self._relations.append(Relation("people", tuple(keys)))
        for read in reads:
            for at, people in enumerate(keys):
                n = self._key(read, "", (division.what, at))
                if n is not None:
                    self._at_most(people, [n])
        self._named(division, keys, reads)

    def _named(
        self, division: Division, keys: Sequence[Key], reads: Sequence[Read]
    ) -> None:
        """Where it is public who is in which group, that is what the groups are."""
        for read in reads:
            background = read.question.background
            if background != division.what or read.question.kind not in _ONE_OF:
                continue
            for people, option in zip(keys, read.question.options, strict=False):
                chosen = self._key(read, option.key, _WHOLE)
                if chosen is not None:
                    self._relations.append(Relation(people, (chosen,)))

    def asked(self, read: Read) -> None:
        """How many were asked is said beside the answers."""
        key = self._asked(read)
        self._own[key] = read.one.part.asked
        self._shown.add(key)
        self.places[key] = (read.key, ASKED)
        self._relations.append(Relation("people", (key,), adds_up=False))
        if (n := self._key(read, "", _WHOLE)) is not None:
            self._at_most(key, [n])

    def several(self, read: Read) -> None:
        """Who answered chose something; and who chose none of them chose nothing else."""
        apart = [one.key for one in read.question.options if one.is_apart]
        for row in self._rows(read):
            n = self._key(read, "", row)
            chosen = {
                answer: key
                for answer in read.one.part.answers
                if (key := self._key(read, answer, row)) is not None
            }
            if n is None or not chosen:
                continue
            self._at_most(self._sum(list(chosen.values())), [n])
            for none in apart:
                for answer, key in chosen.items():
                    if none in chosen and answer != none:
                        self._at_most(n, [key, chosen[none]])

    def led(self, read: Read, leading: Read) -> None:
        """Who gave the answers that lead to it was asked; some did not answer it."""
        condition = read.question.shown_if
        options = condition.options if condition else ()
        for row in self._rows(read):
            found = (self._key(leading, option, row) for option in options)
            chosen = [key for key in found if key is not None]
            n = self._asked(read) if row == _WHOLE else self._key(read, "", row)
            if not chosen or n is None:
                continue
            whole = self._sum(chosen)
            if row == _WHOLE and leading.question.kind in _ONE_OF:
                self._relations.append(Relation(whole, (n,)))
            else:
                self._at_most(whole, [n])

    def _rows(self, read: Read) -> Iterator[Row]:
        yield _WHOLE
        for division in read.by:
            for at in range(division.many + 1):
                yield division.what, at

    def _key(self, read: Read, answer: str, row: Row) -> Key | None:
        return self._at.get((read.key, (answer, *row)))

    @staticmethod
    def _asked(read: Read) -> Key:
        return ("asked", read.key)

    def _value(self, key: Key) -> int:
        return self._own[key] if key in self._own else self._counts.counts[key]

    def _sum(self, keys: Sequence[Key]) -> Key:
        whole = ("sum", *keys)
        if whole not in self._own:
            self._own[whole] = sum(self._value(one) for one in keys)
            self._relations.append(Relation(whole, tuple(keys)))
        return whole

    def _at_most(self, whole: Key, parts: Sequence[Key]) -> None:
        """With the rest as a number of its own, that is nought or more."""
        rest = ("rest", whole, *parts)
        self._own[rest] = self._value(whole) - sum(self._value(one) for one in parts)
        self._relations.append(Relation(whole, (*parts, rest)))
