"""The columns of a row: what each is called, what it holds, and what is not in it."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from handslag.domain.surveys.figures.document import Grouped
from handslag.domain.surveys.rules import (
    Background,
    Question,
    QuestionKind,
    Questionnaire,
    Words,
)
from handslag.domain.surveys.rules.coding import Column, columns
from handslag.domain.surveys.rules.exporting import MISSING, OF_NUMBERS, variable_name
from handslag.domain.surveys.rules.exporting import WITHHELD as NOT_SAID


class VariableKind(StrEnum):
    """What the numbers of a column mean."""

    GROUP = "group"  # sex, age or area
    ONE = "one"  # which option
    ORDER = "order"  # which option, and their order means something
    CHOSEN = "chosen"  # one option of several: chosen or not
    RANK = "rank"
    NUMBER = "number"
    MONTH = "month"  # 202610: October 2026
    WEIGHT = "weight"


_KINDS = {
    QuestionKind.SINGLE: VariableKind.ONE,
    QuestionKind.SCALE: VariableKind.ORDER,
    QuestionKind.MATRIX: VariableKind.ORDER,
    QuestionKind.MULTIPLE: VariableKind.CHOSEN,
    QuestionKind.RANKING: VariableKind.RANK,
    QuestionKind.NUMBER: VariableKind.NUMBER,
    QuestionKind.DATE: VariableKind.MONTH,
}
NAMES = {"sex": "kon", "age": "alder", "area": "omrade"}
WEIGHT = "vikt"
_OF_NUMBERS = frozenset({VariableKind.NUMBER, VariableKind.MONTH})
_OF_OPTIONS = frozenset({VariableKind.ONE, VariableKind.ORDER})


@dataclass(frozen=True, slots=True)
class Variable:
    """One column of a row. `column`: where its numbers are kept; `tied`: what of the
    respondent it would tell by whether it was asked."""

    name: str
    kind: VariableKind
    words: Words
    part: Words
    values: tuple[tuple[int, Words], ...]
    column: str = ""
    what: str = ""
    tied: frozenset[str] = frozenset()

    @property
    def is_number(self) -> bool:
        return self.kind in _OF_NUMBERS

    @property
    def missing(self) -> Mapping[int, int]:
        """What is written for each mark of no answer."""
        low = OF_NUMBERS if self.kind is VariableKind.NUMBER else 0
        return {mark: low + code for mark, code in MISSING.items()}

    @property
    def withheld(self) -> int:
        """What is written for what is not said, to protect whoever answered."""
        return (OF_NUMBERS if self.kind is VariableKind.NUMBER else 0) + NOT_SAID


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a row, and which questions are not in it."""

    variables: tuple[Variable, ...]
    left_out: tuple[Question, ...]


def layout_of(
    asked: Questionnaire, known: Sequence[Grouped], *, has_strata: bool
) -> Layout:
    """What is known of the respondent first, then every question that is in a row.

    Texts and places are kept apart from the answers and are in no row. A question about
    the respondent that makes none of the groups is left out (the area somebody answered,
    where people were drawn by area), and so are those that were asked by what was
    answered there: they would say it.
    """
    answered = {one.what for one in known} - ({Background.AREA} if has_strata else set())
    out: set[str] = set()
    tied: dict[str, frozenset[str]] = {}
    for question in asked.questions():
        what = question.background.value if question.background else ""
        before = question.shown_if.question if question.shown_if else ""
        tied[question.key] = tied.get(before, frozenset())
        if what in answered:
            tied[question.key] |= {what}
        elif what or before in out:
            out.add(question.key)
    made = list(_groups(known))
    taken = {*NAMES.values(), WEIGHT}
    for column in columns(asked):
        question = column.question
        if question.key in out or question.background:
            continue
        made.append(_variable(column, taken, tied[question.key]))
        taken.add(made[-1].name)
    is_out = tuple(one for one in asked.questions() if one.is_loose or one.key in out)
    return Layout(tuple(made), is_out)


def _groups(known: Sequence[Grouped]) -> Iterator[Variable]:
    for one in known:
        yield Variable(
            name=NAMES[one.what],
            kind=VariableKind.GROUP,
            words={},
            part={},
            values=tuple((nr, group.words) for nr, group in enumerate(one.groups, 1)),
            what=one.what,
        )


def _variable(column: Column, taken: Container[str], tied: frozenset[str]) -> Variable:
    question, kind = column.question, _KINDS[column.question.kind]
    parts = {one.key: one.words for one in question.options}
    parts |= {one.key: one.words for one in question.rows}
    if kind is VariableKind.ORDER and any(one.is_apart for one in question.options):
        kind = VariableKind.ONE  # "do not know" is no more than the others
    values: tuple[tuple[int, Words], ...] = ()
    if kind in _OF_OPTIONS:
        values = tuple((nr, one.words) for nr, one in enumerate(question.options, 1))
    return Variable(
        name=variable_name(question.key, column.part, taken),
        kind=kind,
        words=question.words,
        part=parts.get(column.part, {}),
        values=values,
        column=column.name,
        tied=tied,
    )
