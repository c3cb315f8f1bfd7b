"""A paper form, typed with the number keys: the same answers as by the form. Pure.

Questions and options have numbers on paper: the first question is 1 and so is its first
option. A question is one field: "3", or "1,4" where several may be chosen. A line of a
matrix is one, and so is each thing to be put in order: what stands there is typed. A dash
is "prefer not to answer", as is 9 where there are at most eight options.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handslag.domain.surveys.rules.answers import (
    DECLINED,
    Answers,
    Problem,
    name,
    read,
)
from handslag.domain.surveys.rules.questionnaire import OTHER, Question, Questionnaire
from handslag.domain.surveys.rules.words import CHOOSES, QuestionKind

Typed = Mapping[str, str]  # field → what was typed in it
DASH, NINE = "-", "9"
MOST_BESIDE_NINE = 8
_KEYED = CHOOSES - {QuestionKind.RANKING}  # answered by the numbers of the options
_DAY = 8  # digits of a day: 20261007


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the screen. `part`: a row, a place, what is put in order, or the text
    beside an option."""

    question: Question
    number: str  # as it stands on paper: 5, or 5a
    part: str = ""

    @property
    def name(self) -> str:
        key = self.question.key
        return f"k-{key}-{self.part}" if self.part else f"k-{key}"


def fields(asked: Questionnaire) -> Iterator[Field]:
    """Every field, in the order of the paper."""
    for nr, question in enumerate(asked.questions(), 1):
        yield from _fields_of(question, str(nr))


def _fields_of(question: Question, nr: str) -> Iterator[Field]:
    if question.kind is QuestionKind.MATRIX:
        for at, row in enumerate(question.rows):
            yield Field(question, f"{nr}{letter(at)}", row.key)
    elif question.kind is QuestionKind.RANKING:
        for at, option in enumerate(question.options):
            yield Field(question, f"{nr}{letter(at)}", option.key)
    elif question.kind is QuestionKind.PLACE:
        most = question.most or 1
        for at in range(most):
            number = f"{nr}{letter(at)}" if most > 1 else nr
            yield Field(question, number, f"place{at + 1}")
    else:
        yield Field(question, nr)
        if question.has_other:
            yield Field(question, nr, OTHER)


def letter(at: int) -> str:
    """The letter of a line: a, b … z, then aa."""
    signs = "abcdefghijklmnopqrstuvwxyz"
    return signs[at] if at < len(signs) else signs[at // len(signs) - 1] + signs[at % 26]


def nine_declines(question: Question) -> bool:
    """Whether 9 is free to mean "prefer not to answer"."""
    return question.kind in _KEYED and len(question.options) <= MOST_BESIDE_NINE


def read_typed(asked: Questionnaire, typed: Typed) -> tuple[Answers, list[Problem]]:
    """The answers of a paper form, and what is wrong with what was typed.

    An empty question that must be answered was left empty on paper. It is read as
    "prefer not to answer", since nobody on the web could have left it so: among twenty
    answers that would point the paper one out.
    """
    posted: dict[str, list[str]] = {}
    unread: list[Problem] = []
    for question in asked.questions():
        try:
            posted |= _posted(question, typed)
        except ValueError:
            unread.append(Problem(question.key, "surveys.not_a_number_of_the_list"))
    answers, problems = read(asked, posted)
    silent = [one for one in problems if one.code == "surveys.answer_is_required"]
    bad = {one.question for one in unread}
    for one in silent:
        if one.question not in bad:
            posted[f"q-{one.question}"] = [DECLINED]
    answers, problems = read(asked, posted)
    left = [one for one in problems if one.question not in bad]
    return answers, [*unread, *left]


def differing(one: Answers, other: Answers) -> list[str]:
    """The questions that were typed in differently, whatever signs were used."""
    return [key for key in {**one, **other} if one.get(key) != other.get(key)]


def _posted(question: Question, typed: Typed) -> dict[str, list[str]]:
    """The fields of the web form that say the same."""
    mine = {one.part: typed.get(one.name, "").strip() for one in _fields_of(question, "")}
    if DASH in mine.values() or _is_nine(question, mine):
        return {name(question): [DECLINED]}
    if question.kind is QuestionKind.MATRIX:
        return {
            name(question, row): [_option(question, said)]
            for row, said in mine.items()
            if said
        }
    if question.kind is QuestionKind.RANKING:
        return {name(question, key): [said] for key, said in mine.items()}
    if question.kind is QuestionKind.PLACE:
        return {
            name(question, f"words{part.removeprefix('place')}"): [said]
            for part, said in mine.items()
        }
    if question.kind not in CHOOSES:
        return {name(question): [_plain(question, mine[""])]}
    return _options(question, mine)


def _is_nine(question: Question, mine: Mapping[str, str]) -> bool:
    said = {one for part, one in mine.items() if one and part != OTHER}
    return nine_declines(question) and said == {NINE}


def _options(question: Question, mine: Mapping[str, str]) -> dict[str, list[str]]:
    numbers = mine[""].replace(",", " ").replace(".", " ").split()
    keys = [_option(question, one) for one in numbers]
    is_one = question.kind is not QuestionKind.MULTIPLE
    if (len(keys) > 1 and is_one) or len(set(keys)) < len(keys):
        raise ValueError("E_NUMBERS")
    return {name(question): keys, name(question, OTHER): [mine.get(OTHER, "")]}


def _option(question: Question, said: str) -> str:
    if not said.isdecimal() or not 1 <= int(said) <= len(question.options):
        raise ValueError("E_NUMBERS")
    return question.options[int(said) - 1].key


def _plain(question: Question, said: str) -> str:
    """A day may be typed as eight digits."""
    if question.kind is QuestionKind.DATE and said.isdecimal() and len(said) == _DAY:
        return f"{said[:4]}-{said[4:6]}-{said[6:]}"
    return said
