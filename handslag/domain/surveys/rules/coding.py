"""Answers as numbers, one column for each thing that can be counted. Pure.

    question            columns                       codes from FIRST on
    single, scale       key                           which option
    multiple            key.option, one each          0 not chosen, 1 chosen
    matrix              key.row, one each             which option
    ranking             key.option, one each          0 no place, 1 first, 2 second, …
    number, date        key                           the number; days since 2000-01-01

Before FIRST: not asked, not answered, preferred not to say. Numbers and days have the
same three marks at the far end of what the column holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from handslag.domain.surveys.rules.answers import Answer, Answers
from handslag.domain.surveys.rules.questionnaire import Question, Questionnaire
from handslag.domain.surveys.rules.skipping import is_asked
from handslag.domain.surveys.rules.words import QuestionKind

NOT_ASKED, NOT_ANSWERED, DECLINED, FIRST = 0, 1, 2, 3
MARK = -(2**31)  # of numbers: MARK + NOT_ASKED, MARK + NOT_ANSWERED, MARK + DECLINED
EPOCH = date(2000, 1, 1)

_WIDE = frozenset({QuestionKind.NUMBER, QuestionKind.DATE})
_BY_OPTION = frozenset({QuestionKind.MULTIPLE, QuestionKind.RANKING})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: of which question, and of which row or option of it."""

    name: str
    question: Question
    part: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether it holds whole numbers of 32 bits; else codes of 16."""
        return self.question.kind in _WIDE


def columns(questionnaire: Questionnaire) -> list[Column]:
    """The columns of a questionnaire, in the order of its questions."""
    return [
        column
        for question in questionnaire.questions()
        if not question.is_loose
        for column in _columns(question)
    ]


def _columns(question: Question) -> Iterator[Column]:
    if question.kind in _BY_OPTION:
        parts = [one.key for one in question.options]
    elif question.kind is QuestionKind.MATRIX:
        parts = [one.key for one in question.rows]
    else:
        yield Column(question.key, question)
        return
    for part in parts:
        yield Column(f"{question.key}.{part}", question, part)


def coded(questionnaire: Questionnaire, answers: Answers) -> dict[str, int]:
    """The answers of one person as numbers, by column."""
    found: dict[str, int] = {}
    before: set[str] = set()
    chosen = {key: answer.get("o", ()) for key, answer in answers.items()}
    for question in questionnaire.questions():
        answer = None
        if is_asked(question, before, chosen):
            before.add(question.key)
            answer = answers.get(question.key, {})
        if not question.is_loose:
            found |= {one.name: _code(one, answer) for one in _columns(question)}
    return found


def _code(column: Column, answer: Answer | None) -> int:
    """The number or the option, or one of the three marks."""
    mark = _mark(column, answer)
    if column.is_wide:
        return _number(answer or {}) if mark is None else MARK + mark
    return FIRST + _choice(column, answer or {}) if mark is None else mark


def _mark(column: Column, answer: Answer | None) -> int | None:
    if answer is None:
        return NOT_ASKED
    if "x" in answer:
        return DECLINED
    is_left_out = column.question.kind is QuestionKind.MATRIX and (
        column.part not in answer.get("r", {})
    )
    return NOT_ANSWERED if not answer or is_left_out else None


def _choice(column: Column, answer: Answer) -> int:
    kind, part = column.question.kind, column.part
    if kind is QuestionKind.MULTIPLE:
        return int(part in answer["o"])
    if kind is QuestionKind.RANKING:
        order: list[str] = answer["k"]
        return order.index(part) + 1 if part in order else 0
    keys = [one.key for one in column.question.options]
    return keys.index(answer["r"][part] if part else answer["o"][0])


def _number(answer: Answer) -> int:
    if "d" in answer:
        return (date.fromisoformat(answer["d"]) - EPOCH).days
    return int(answer["n"])
