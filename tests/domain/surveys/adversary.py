"""Somebody who reads everything that is public of a survey, and solves for the rest.

Reads the figures of a release alone: what is shown, how it adds up, and which question
an answer leads to. Knows nothing of how it was chosen what to hide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import linprog

from handslag.domain.surveys.figures import Line, Part
from handslag.domain.surveys.figures.released import Released
from handslag.domain.surveys.rules import Background, Question, QuestionKind
from handslag.statistics.weighting import Numbers

NONE = -2  # those in no group
ALL = -1
Cell = tuple[object, ...]


@dataclass
class Reader:
    """Equations and bounds over every count that can be thought of."""

    at: dict[Cell, int] = field(default_factory=dict)
    rows: list[tuple[dict[int, int], int]] = field(default_factory=list)  # = 0 or <= 0
    known: dict[int, float] = field(default_factory=dict)
    hidden: list[Cell] = field(default_factory=list)

    def place(self, cell: Cell) -> int:
        return self.at.setdefault(cell, len(self.at))

    def sums(self, whole: Cell, parts: Sequence[Cell], *, at_most: bool = False) -> None:
        row: dict[int, int] = {}
        for cell in parts:
            row[self.place(cell)] = row.get(self.place(cell), 0) + 1
        row[self.place(whole)] = row.get(self.place(whole), 0) - 1
        self.rows.append((row, int(at_most)))

    def know(self, cell: Cell, count: float) -> None:
        self.known[self.place(cell)] = count

    def narrowest(self) -> float:
        """How many numbers the best known hidden count can be. Of a group in which there
        is nobody, nothing is hidden."""
        equal, most = ([row for row, how in self.rows if how == one] for one in (0, 1))
        places = range(len(self.at))
        solving = {
            "A_ub": self._matrix(most),
            "b_ub": np.zeros(len(most)),
            "A_eq": self._matrix(equal),
            "b_eq": np.zeros(len(equal)),
            "bounds": [(self.known.get(one, 0), self.known.get(one)) for one in places],
        }
        ends = {one: self._ends(one, solving) for one in self.hidden}
        widths = [
            most - least + 1
            for (key, _, what, at), (least, most) in ends.items()
            if ends.get((key, "", what, at), (0, 1))[1] > 0
        ]
        return min(widths, default=np.inf)

    def _ends(self, cell: Cell, solving: dict[str, Any]) -> tuple[float, float]:
        found = []
        for way in (1, -1):
            goal = np.zeros(len(self.at))
            goal[self.at[cell]] = way
            solved = linprog(goal, **solving)
            assert solved.status in {0, 3}, solved.message
            found.append(way * solved.fun if solved.status == 0 else np.inf)
        return float(np.ceil(found[0] - 1e-6)), float(np.floor(found[1] + 1e-6))

    def _matrix(self, rows: Sequence[dict[int, int]]) -> Numbers:
        made = np.zeros((len(rows), len(self.at)))
        for nr, row in enumerate(rows):
            for place, sign in row.items():
                made[nr, place] = sign
        return made


def narrowest(*releases: Released) -> float:
    """Over all that was ever read: the fewest numbers that a hidden count can be."""
    reader = Reader()
    seen = {(part.question, part.row): (part, asked) for part, asked in _shown(releases)}
    groupings = [one for released in releases for one in released.figures.groupings]
    divisions = {one.what: len(one.groups) for one in groupings}
    reader.know(("people",), releases[0].figures.n)
    for what, many in divisions.items():
        groups = [("people", what, at) for at in (*range(many), NONE)]
        reader.sums(("people",), groups)
    for key, (part, question) in seen.items():
        _read(reader, key, part, question, divisions)
    for key, (_, question) in seen.items():
        for other, (_, leading) in seen.items():
            if question.shown_if and question.shown_if.question == leading.key:
                _led(reader, key, other, question, leading, divisions)
    reader.hidden = [one for one in dict.fromkeys(reader.hidden) if one in reader.at]
    return reader.narrowest()


def _shown(releases: Sequence[Released]) -> Iterator[tuple[Part, Question]]:
    for one in releases:
        for part in one.figures.parts:
            question = one.asked.question(part.question)
            if question is not None and part.whole is not None:
                yield part, question


def _read(
    reader: Reader,
    key: tuple[str, str],
    part: Part,
    question: Question,
    divisions: dict[str, int],
) -> None:
    whole = part.whole
    assert whole is not None
    given = [
        answer
        for answer, value in zip(part.answers, whole.values, strict=True)
        if value != 0  # nobody gave it
    ]
    reader.know(("asked", key), part.asked)
    reader.sums(("people",), [("asked", key)], at_most=True)
    reader.sums(("asked", key), [(key, "", "", ALL)], at_most=True)
    _line(reader, key, "", ALL, part, whole, given, question)
    for what, lines in part.by.items():
        groups = range(divisions[what])
        for at in groups:
            _line(reader, key, what, at, part, lines[at], given, question)
        _line(reader, key, what, NONE, part, None, given, question)
        reader.hidden = [one for one in reader.hidden if one[2:] != (what, NONE)]
        for answer in ("", *given):
            reader.sums(
                (key, answer, "", ALL), [(key, answer, what, at) for at in (*groups, NONE)]
            )
        for at in (*groups, NONE):
            people = ("people", what, at)
            reader.sums(people, [(key, "", what, at)], at_most=True)
    background = question.background
    if background is not None and background.value in divisions:
        for at, option in enumerate(question.options):
            if background is not Background.AREA and option.key in given:
                reader.sums(("people", background.value, at), [(key, option.key, "", ALL)])


def _line(
    reader: Reader,
    key: tuple[str, str],
    what: str,
    at: int,
    part: Part,
    line: Line | None,
    given: Sequence[str],
    question: Question,
) -> None:
    """What is shown of a group, and how its answers add up to those who answered."""
    row = [(key, answer, what, at) for answer in given]
    n = (key, "", what, at)
    if question.kind is QuestionKind.MULTIPLE:
        for cell in row:
            reader.sums(n, [cell], at_most=True)
    else:
        reader.sums(n, row)
    if line is None:
        reader.hidden += [n, *row]
        return
    reader.know(n, line.n)
    for answer, value in zip(part.answers, line.values, strict=True):
        cell = (key, answer, what, at)
        if answer in given and value == value:  # noqa: PLR0124 - no number
            reader.know(
                cell,
                line.n if question.kind is QuestionKind.NUMBER else round(value * line.n),
            )
        elif answer in given:
            reader.hidden.append(cell)


def _led(
    reader: Reader,
    key: tuple[str, str],
    other: tuple[str, str],
    question: Question,
    leading: Question,
    divisions: dict[str, int],
) -> None:
    assert question.shown_if is not None
    for what, at in _rows(divisions):
        led = [(other, one, what, at) for one in question.shown_if.options]
        led = [one for one in led if one in reader.at]
        n = ("asked", key) if at == ALL else (key, "", what, at)
        if not led or n not in reader.at:
            continue
        whole = ("led", key, what, at)
        reader.sums(whole, led)
        is_whole = at == ALL and leading.kind is not QuestionKind.MULTIPLE
        reader.sums(whole, [n], at_most=not is_whole)


def _rows(divisions: dict[str, int]) -> Iterator[tuple[str, int]]:
    yield "", ALL
    for what, many in divisions.items():
        for at in (*range(many), NONE):
            yield what, at
