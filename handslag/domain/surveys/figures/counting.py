"""Everything that is counted of a survey, at one moment."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from handslag.domain.surveys.figures.document import Figures, Grouped, Line, Part
from handslag.domain.surveys.figures.grouping import Division, divisions
from handslag.domain.surveys.figures.reading import Answered
from handslag.domain.surveys.figures.tables import Cells, Counter
from handslag.domain.surveys.figures.weighing import Margins, Weighed, weigh
from handslag.domain.surveys.rules import Question, QuestionKind, Questionnaire
from handslag.domain.surveys.rules.coding import (
    DECLINED,
    FIRST,
    MARK,
    NOT_ANSWERED,
    NOT_ASKED,
    columns,
)
from handslag.domain.surveys.rules.coding import Column as Asked
from handslag.domain.surveys.rules.counting import FEWEST_FOR_STAFF, too_few
from handslag.statistics.columns import Column
from handslag.statistics.comparisons import holm
from handslag.statistics.weighting import Codes, Numbers

MEAN = "mean"
_NOT_DIVIDED = Grouped("", ())


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A question as numbers: cells by division, before it is decided what is shown."""

    part: Part
    cells: dict[str, Cells]


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """Everything that was counted, before it is decided what is shown of it."""

    figures: Figures  # without its parts
    by: Sequence[Division]
    parts: Sequence[Counted]
    adjusted: Mapping[str, Mapping[int, Numbers]]


def made_of(
    asked: Questionnaire, answered: Answered, margins: Margins, *, is_drawn: bool
) -> Made:
    """Count all questions that can be counted."""
    by = divisions(asked, answered)
    weighed = weigh(answered, by, margins, is_drawn=is_drawn)
    parts = list(parts_of(asked, answered, by, weighed))
    figures = Figures(
        n=answered.n,
        invited=answered.drawn,
        people=weighed.people,
        is_sample=weighed.sample is not None,
        method=weighed.method,
        effective_n=weighed.effective_n,
        deff=weighed.deff,
        flags=weighed.flags,
        groupings=tuple(one.named for one in by),
        parts=(),
    )
    adjusted = {one.what: _adjusted(parts, one.what) for one in by}
    return Made(figures, by, parts, adjusted)


def for_staff(made: Made) -> Figures:
    """With groups that are too few for anybody left out."""
    parts = (
        finished(made, at, made.by, fewest=FEWEST_FOR_STAFF)
        for at in range(len(made.parts))
    )
    return replace(made.figures, parts=tuple(parts))


def parts_of(
    asked: Questionnaire,
    answered: Answered,
    by: Sequence[Division],
    weighed: Weighed,
) -> Iterator[Counted]:
    """Each question, and each line of a matrix, in every division."""
    dividing = by or [_nobody(answered.n)]
    counters = {one.what: Counter(weighed, one) for one in dividing}
    of_question: dict[str, list[Asked]] = {}
    for column in columns(asked):
        if column.name in answered.columns:
            of_question.setdefault(column.question.key, []).append(column)
    for own in of_question.values():
        question = own[0].question
        if question.kind in TOGETHER:
            yield _counted(question, "", own, answered, counters)
        else:
            for column in own:
                row = column.part
                yield _counted(question, row, [column], answered, counters)


TOGETHER = frozenset({QuestionKind.MULTIPLE, QuestionKind.RANKING})


def _nobody(n: int) -> Division:
    """When nothing is known to divide by."""
    return Division(_NOT_DIVIDED, np.zeros(n, np.int64))


def _counted(
    question: Question,
    row: str,
    own: Sequence[Asked],
    answered: Answered,
    counters: dict[str, Counter],
) -> Counted:
    raw = [answered.columns[one.name] for one in own]
    part = _who_answered(question, row, raw[0], is_wide=own[0].is_wide)
    cells = {
        what: _cells(question, raw, counter)
        for what, counter in counters.items()
        if part.answers
    }
    return Counted(part, cells)


def _who_answered(question: Question, row: str, column: Column, *, is_wide: bool) -> Part:
    start = MARK if is_wide else 0
    marks = [
        int(np.count_nonzero(column == start + one))
        for one in (NOT_ASKED, NOT_ANSWERED, DECLINED)
    ]
    asked = len(column) - marks[0]
    return Part(
        question=question.key,
        row=row,
        asked=asked,
        answered=asked - marks[1] - marks[2],
        declined=marks[2],
        answers=_answers(question),
        whole=None,
    )


def _answers(question: Question) -> tuple[str, ...]:
    if question.kind is QuestionKind.NUMBER:
        return (MEAN,)
    return tuple(one.key for one in question.options)


def _cells(question: Question, raw: Sequence[Column], counter: Counter) -> Cells:
    if question.kind is QuestionKind.NUMBER:
        numbers = raw[0].astype(np.float64)
        numbers[raw[0] < MARK + FIRST] = np.nan
        return counter.means(numbers)
    if question.kind in TOGETHER:
        # Of an order: the share who put each first, which has the number of a choice.
        return counter.chosen([_choice(one) for one in raw])
    return counter.shares(_options(raw[0]), len(question.options))


def _options(column: Column) -> Codes:
    wide = column.astype(np.int64)
    return np.where(wide >= FIRST, wide - FIRST + 1, 0)


def _choice(column: Column) -> Codes:
    is_chosen = column == FIRST + 1
    return np.where(column >= FIRST, 1 + is_chosen, 0)


def _adjusted(parts: Sequence[Counted], what: str) -> dict[int, Numbers]:
    """The p of each difference from the whole, over all questions of the survey."""
    there = [
        (at, one.cells[what].p)
        for at, one in enumerate(parts)
        if what in one.cells and one.cells[what].p is not None
    ]
    flat = [np.asarray(p).ravel() for _, p in there]
    if not flat:
        return {}
    both, found, begin = holm(np.concatenate(flat)), {}, 0
    for (at, p), own in zip(there, flat, strict=True):
        found[at] = both[begin : begin + len(own)].reshape(np.asarray(p).shape)
        begin += len(own)
    return found


def finished(made: Made, at: int, by: Sequence[Division], *, fewest: int) -> Part:
    """One question in these divisions, without groups of fewer than that."""
    one = made.parts[at]
    if not one.cells:
        return one.part
    whole = next(iter(one.cells.values()))
    if one.part.answered < fewest:
        return one.part
    return replace(
        one.part,
        whole=_line(whole, -1),
        by={
            division.what: _lines(
                one.cells[division.what],
                made.adjusted.get(division.what, {}).get(at),
                fewest,
            )
            for division in by
        },
    )


def _lines(cells: Cells, p: Numbers | None, fewest: int) -> tuple[Line | None, ...]:
    sizes = [int(one) for one in cells.n[:-1]]
    outside = int(cells.n[-1]) - sum(sizes)
    hidden = too_few(sizes, outside, fewest)
    return tuple(None if at in hidden else _line(cells, at, p) for at in range(len(sizes)))


def _line(cells: Cells, at: int, p: Numbers | None = None) -> Line:
    return Line(
        n=int(cells.n[at]),
        values=_row(cells.values, at),
        lower=_row(cells.lower, at),
        upper=_row(cells.upper, at),
        se=_row(cells.se, at),
        p=_row(p, at),
        df=float(cells.df[at]) if cells.df is not None else 0.0,
        effective_n=float(cells.effective_n[at]) if cells.effective_n is not None else 0.0,
    )


def _row(table: Numbers | None, at: int) -> tuple[float, ...]:
    return () if table is None else tuple(round(float(one), 6) for one in table[at])
