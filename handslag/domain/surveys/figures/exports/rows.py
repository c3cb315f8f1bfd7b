"""The rows themselves: protected, mixed anew, and read a part at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handslag.domain.surveys.figures.exports.reading import Packed, blocks_of, read_first
from handslag.domain.surveys.figures.exports.variables import (
    WEIGHT,
    Layout,
    Variable,
    VariableKind,
    layout_of,
)
from handslag.domain.surveys.figures.grouping import Division, divisions
from handslag.domain.surveys.figures.reading import Answered, areas_of
from handslag.domain.surveys.figures.weighing import Margins, weigh
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.rules import Questionnaire, Selection
from handslag.domain.surveys.rules.coding import FIRST, MARK
from handslag.domain.surveys.rules.exporting import FEWEST_ALIKE
from handslag.statistics.anonymity import WITHHELD, alike, classes_of, in_groups
from handslag.statistics.columns import Column, Columns, unpack
from handslag.statistics.weighting import Numbers

MOST_NUMBERS = 1_500_000  # that are unpacked at a time
AT_A_TIME = 1_000  # rows
_DAYS = np.datetime64("2000-01-01")
# What is known of the respondent, in the order in which it is kept.
_KEPT = ("sex", "area", "age")
# Codes of a key: what `alike` withholds, the three marks, in none of the groups, groups.
_MARKS, _IN_NONE, _GROUPS = 1, 4, 5

Row = tuple[int | float, ...]
Table = list[Column]


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """Which number is said instead of each that was answered."""

    answered: Column
    instead: Column


@dataclass(frozen=True, slots=True, eq=False)
class Export:
    """Answers as rows. `keys` and `weights` stand in the order of the blocks, the rows
    come out in another, which is drawn each time."""

    n: int
    layout: Layout
    blocks: Sequence[Packed]
    keys: Mapping[str, Column]
    said: Mapping[str, Said]
    weights: Numbers | None
    withheld: Mapping[str, int]

    @property
    def variables(self) -> tuple[Variable, ...]:
        return self.layout.variables

    def rows(self) -> Iterator[Row]:
        """Every row once, in an order that tells nothing."""
        order = np.arange(self.n, dtype=np.int32)
        np.random.default_rng().shuffle(order)
        begins = np.cumsum([0, *(one.n for one in self.blocks)])
        size = max(AT_A_TIME, MOST_NUMBERS // max(1, len(self.variables)))
        for begin in range(0, self.n, size):
            yield from self._some(order[begin : begin + size], begins)

    def _some(self, wanted: NDArray[np.int32], begins: Column) -> Iterator[Row]:
        table = [self._empty(one, wanted) for one in self.variables]
        to = np.argsort(wanted).astype(np.int32)
        bounds = np.searchsorted(wanted[to], begins)
        for nr, block in enumerate(self.blocks):
            into = to[bounds[nr] : bounds[nr + 1]]
            if len(into):
                self._fill(table, unpack(block.columns), wanted[into] - begins[nr], into)
        self._tied(table)
        for begin in range(0, len(wanted), AT_A_TIME):
            some = [column[begin : begin + AT_A_TIME].tolist() for column in table]
            yield from zip(*some, strict=True)

    def _empty(self, one: Variable, wanted: NDArray[np.int32]) -> Column:
        """What is known of the respondent; of the rest, room for it."""
        if one.what:
            return self.keys[one.what][wanted]
        if one.kind is VariableKind.WEIGHT and self.weights is not None:
            return self.weights[wanted]
        return np.zeros(len(wanted), np.int32 if one.is_number else np.int16)

    def _fill(self, table: Table, columns: Columns, rows: Column, into: Column) -> None:
        for place, one in enumerate(self.variables):
            if one.column:
                table[place][into] = self._written(one, columns[one.column][rows])

    def _written(self, one: Variable, column: Column) -> Column:
        """As it is written: options from 1, the rest from 0, no answer below."""
        wide = column.astype(np.int64)
        start = MARK if one.is_number else 0
        found = self._instead(one, wide) if one.is_number else wide - FIRST + _first(one)
        for mark, code in one.missing.items():
            found[wide == start + mark] = code
        return found

    def _instead(self, one: Variable, column: Column) -> Column:
        said = self.said[one.column]
        if not len(said.instead):
            return np.full(len(column), one.withheld)
        at = np.searchsorted(said.answered, column).clip(0, len(said.instead) - 1)
        found: Column = said.instead[at]
        return found

    def _tied(self, table: Table) -> None:
        """What would say what was withheld, by having been asked."""
        for place, one in enumerate(self.variables):
            for other, key in enumerate(self.variables):
                if key.what in one.tied:
                    table[place][table[other] == key.withheld] = one.withheld


def _first(one: Variable) -> int:
    return 1 if one.values else 0


def export_of(survey: Survey, asked: Questionnaire, margins: Margins) -> Export:
    """The answers that have been counted, as rows. Two queries, however many there are."""
    there, blocks = areas_of(survey), blocks_of(survey)
    about = [one for one in asked.questions() if one.background]
    first = read_first(asked, blocks, [one.key for one in about])
    strata = [np.full(one.n, there.at(one.stratum), np.int64) for one in blocks]
    answered = Answered(
        n=sum(one.n for one in blocks),
        columns=first.about,
        strata=np.concatenate(strata) if strata else np.zeros(0, np.int64),
        areas=there.areas,
        drawn=there.drawn,
    )
    by = divisions(asked, answered)
    known = {one.what: _key(asked, answered, one) for one in by}
    kept = _protected(known)
    is_drawn = survey.selection == Selection.DRAWN
    weights = _weights(answered, by, margins, kept, is_drawn=is_drawn)
    layout = layout_of(asked, [one.named for one in by], has_strata=bool(there.areas))
    if weights is not None:
        weight = Variable(WEIGHT, VariableKind.WEIGHT, {}, {}, ())
        layout = Layout((*layout.variables, weight), layout.left_out)
    return Export(
        n=answered.n,
        layout=layout,
        blocks=blocks,
        keys={what: _said_of(codes) for what, codes in kept.items()},
        said={
            one.column: _said_instead(one, first.numbers[one.column])
            for one in layout.variables
            if one.is_number
        },
        weights=weights,
        withheld={
            what: int(np.count_nonzero(codes == WITHHELD)) for what, codes in kept.items()
        },
    )


def _key(asked: Questionnaire, answered: Answered, division: Division) -> Column:
    """What somebody is, for `alike`: a group, in none of them, or why it is not known."""
    groups = division.codes.astype(np.int32)
    codes = np.where(groups > 0, groups - 1 + _GROUPS, _IN_NONE).astype(np.int32)
    question = next(
        (one for one in asked.questions() if one.background == division.what), None
    )
    raw = answered.columns.get(question.key) if question else None
    if raw is None or (division.what == "area" and answered.areas):
        return codes
    low = MARK if raw.dtype.itemsize > np.dtype(np.uint16).itemsize else 0
    for mark in range(FIRST):
        codes[raw == low + mark] = _MARKS + mark
    return codes


def _protected(known: Mapping[str, Column]) -> dict[str, Column]:
    names = [one for one in _KEPT if one in known]
    if not names:
        return {}
    kept = alike([known[one] for one in names], FEWEST_ALIKE)
    return dict(zip(names, kept, strict=True))


def _said_of(codes: Column) -> Column:
    """A key as it is written: groups from 1; whoever is in none of them is withheld."""
    written = codes.astype(np.int16) - np.int16(_GROUPS - 1)
    for mark in range(FIRST):
        written[codes == _MARKS + mark] = -1 - mark
    written[(codes == WITHHELD) | (codes == _IN_NONE)] = -1 - FIRST
    return written


def _weights(
    answered: Answered,
    by: Sequence[Division],
    margins: Margins,
    kept: Mapping[str, Column],
    *,
    is_drawn: bool,
) -> Numbers | None:
    """The weight of each row: the mean of those that are alike, for a weight of its own
    would say what was withheld."""
    weighed = weigh(answered, by, margins, is_drawn=is_drawn)
    if weighed.sample is None or weighed.method == "equal":
        return None
    weights = np.asarray(weighed.sample.weights, np.float64)
    if not kept:
        return np.full(len(weights), weights.mean().round(6))
    classes = classes_of(list(kept.values()))
    means: Numbers = (np.bincount(classes, weights) / np.bincount(classes)).round(6)
    return means[classes]


def _said_instead(one: Variable, counted: tuple[Column, Column]) -> Said:
    """Numbers that few answered are said as the middle one of their neighbours; of days
    the month alone is said."""
    answered, counts = counted
    if one.kind is not VariableKind.MONTH:
        places = in_groups(counts, FEWEST_ALIKE)
        return Said(answered, answered[places] if len(places) else places)
    months = (_DAYS + answered).astype("datetime64[M]").astype(np.int64)
    there, which = np.unique(months, return_inverse=True)
    many = np.bincount(which.reshape(-1), counts, len(there)).astype(np.int64)
    places = in_groups(many, FEWEST_ALIKE)
    if not len(places):
        return Said(answered, places)
    said = there[places][which.reshape(-1)]
    return Said(answered, (said // 12 + 1970) * 100 + said % 12 + 1)
