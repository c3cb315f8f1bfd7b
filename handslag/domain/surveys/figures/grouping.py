"""Those who answered, divided by sex, age and area, the only divisions there are."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from handslag.domain.surveys.figures.document import Grouped, GroupNamed
from handslag.domain.surveys.figures.reading import Answered
from handslag.domain.surveys.rules import Background, Question, QuestionKind, Questionnaire
from handslag.domain.surveys.rules.classes import CLASSES, class_code, class_words
from handslag.domain.surveys.rules.coding import FIRST
from handslag.statistics.columns import Column
from handslag.statistics.weighting import Codes

_ONE_OF = frozenset({QuestionKind.SINGLE, QuestionKind.SCALE})


@dataclass(frozen=True, slots=True, eq=False)
class Division:
    """One way to divide: `codes` from 1 in the order of the groups, 0 in none."""

    named: Grouped
    codes: Codes

    @property
    def what(self) -> str:
        return self.named.what

    @property
    def many(self) -> int:
        return len(self.named.groups)


def divisions(asked: Questionnaire, answered: Answered) -> list[Division]:
    """Area by stratum where there are strata; else what was answered about oneself."""
    return list(_divisions(asked, answered))


def _divisions(asked: Questionnaire, answered: Answered) -> Iterator[Division]:
    for what in (Background.SEX, Background.AGE, Background.AREA):
        question = asked.background(what)
        if what is Background.AREA and answered.areas:
            names = [GroupNamed(one.code, {"sv": one.name}) for one in answered.areas]
            yield Division(Grouped(what.value, tuple(names)), answered.strata + 1)
        elif question is not None and question.key in answered.columns:
            found = _by_answer(what, question, answered.columns[question.key])
            if found is not None:
                yield found


def groups_of(question: Question) -> tuple[GroupNamed, ...]:
    """The groups that a question about oneself makes; none for a kind that makes none."""
    if question.kind in _ONE_OF:
        return tuple(GroupNamed(one.key, dict(one.words)) for one in question.options)
    if question.kind is QuestionKind.NUMBER and question.background is Background.AGE:
        return tuple(GroupNamed(class_code(one), class_words(one)) for one in CLASSES)
    return ()


def _by_answer(what: Background, question: Question, column: Column) -> Division | None:
    groups = groups_of(question)
    if not groups:
        return None
    wide = column.astype(np.int64)
    codes = (
        np.where(wide >= FIRST, wide - FIRST + 1, 0)
        if question.kind in _ONE_OF
        else _in_classes(column)
    )
    return Division(Grouped(what.value, groups), codes)


def _in_classes(column: Column) -> Codes:
    codes = np.zeros(len(column), np.int64)
    for at, (least, most) in enumerate(CLASSES):
        codes[(column >= least) & (column <= most)] = at + 1
    return codes
