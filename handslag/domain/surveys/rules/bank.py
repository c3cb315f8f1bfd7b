"""The question bank: questions of our own in plain words, ready to be asked. Pure.

The questions lie in shipped/bank.json. A question that is taken from there keeps its code
as its key, so that the same question can be followed from wave to wave and compared
between municipalities, as long as nobody has changed what it says.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from handslag.core.text import fold
from handslag.domain.surveys.rules.documents import read_question
from handslag.domain.surveys.rules.questionnaire import (
    Option,
    Question,
    Questionnaire,
    Section,
    Words,
)
from handslag.domain.surveys.rules.words import Background

FILE = Path(__file__).parent.parent / "shipped" / "bank.json"
LANGUAGES = ("sv", "en")
ELSEWHERE = Option(
    "elsewhere", {"sv": "Någon annanstans", "en": "Somewhere else"}, is_apart=True
)


@dataclass(frozen=True, slots=True)
class Theme:
    """What several questions of the bank are about."""

    code: str
    words: Words


@dataclass(frozen=True, slots=True)
class Ready:
    """A whole questionnaire to begin from."""

    code: str
    words: Words
    hint: Words
    intro: Words
    thanks: Words
    sections: tuple[Section, ...]

    @property
    def length(self) -> int:
        return sum(len(one.questions) for one in self.sections)


@dataclass(frozen=True, slots=True)
class Bank:
    """All that can be taken."""

    themes: tuple[Theme, ...]
    questions: Mapping[str, Question]
    ready: tuple[Ready, ...]

    def of(self, theme: str) -> list[Question]:
        return [one for one in self.questions.values() if one.theme == theme]


@lru_cache(maxsize=1)
def bank() -> Bank:
    """The questions that come with the program."""
    whole = json.loads(FILE.read_text(encoding="utf-8"))
    questions = {one["code"]: _question(one, whole["scales"]) for one in whole["questions"]}
    return Bank(
        tuple(Theme(one["code"], _words(one)) for one in whole["themes"]),
        questions,
        tuple(_ready(one, questions) for one in whole["sets"]),
    )


def _words(one: Mapping[str, Any]) -> Words:
    return {language: str(one[language]) for language in LANGUAGES if language in one}


def _question(one: Mapping[str, Any], scales: Mapping[str, Any]) -> Question:
    options = scales[one["scale"]] if "scale" in one else one.get("options", ())
    document = {
        **one,
        "key": one["code"],
        "bank": one["code"],
        "words": _words(one),
        "options": [_line(each) for each in options],
        "rows": [_line(each) for each in one.get("rows", ())],
    }
    return read_question(document)


def _line(one: Mapping[str, Any]) -> dict[str, Any]:
    apart = {"is_apart": True} if one.get("is_apart") else {}
    return {"key": one["key"], "words": _words(one), **apart}


def _ready(one: Mapping[str, Any], questions: Mapping[str, Question]) -> Ready:
    return Ready(
        one["code"],
        _words(one),
        one["hint"],
        one["intro"],
        one["thanks"],
        tuple(
            Section(
                f"{one['code']}_{nr}",
                _words(part),
                questions=tuple(questions[code] for code in part["questions"]),
            )
            for nr, part in enumerate(one["sections"], start=1)
        ),
    )


def begun_from(ready: Ready, asked: Questionnaire) -> Questionnaire:
    """A questionnaire as it is shipped, in the languages that were chosen already."""
    return replace(asked, intro=ready.intro, thanks=ready.thanks, sections=ready.sections)


def taken(asked: Questionnaire, codes: Iterable[str]) -> list[Question]:
    """The questions with these codes that are not asked already, in the order of the bank.

    What hangs on a question that is not asked is asked of everyone.
    """
    there = {one.key for one in asked.questions()}
    wanted = set(codes) - there
    chosen = [one for one in bank().questions.values() if one.key in wanted]
    known = there | {one.key for one in chosen}
    return [
        one
        if one.shown_if is None or one.shown_if.question in known
        else replace(one, shown_if=None)
        for one in chosen
    ]


def with_areas(question: Question, areas: Mapping[str, str]) -> Question:
    """The question about where one lives, with the areas of the municipality (code → name)
    as its answers; other questions as they are."""
    if question.background is not Background.AREA or question.options or not areas:
        return question
    named = tuple(Option(code, {"sv": name}) for code, name in areas.items())
    return replace(question, options=(*named, ELSEWHERE))


def sought(words: str) -> list[Question]:
    """Questions in whose words, answers or theme all the sought words stand."""
    wanted = fold(words).split()
    themes = {one.code: one.words for one in bank().themes}
    return [
        one
        for one in bank().questions.values()
        if _has_all(wanted, _said([themes.get(one.theme, {}), *_texts(one)]))
    ]


def _has_all(wanted: Sequence[str], said: str) -> bool:
    return all(one in said for one in wanted)


def _texts(question: Question) -> Iterator[Words]:
    yield question.words
    yield from (one.words for one in question.options)
    yield from (one.words for one in question.rows)


def _said(texts: Iterable[Words]) -> str:
    return fold(" ".join(text for words in texts for text in words.values()))


def is_as_shipped(question: Question) -> bool:
    """Whether it still says what the bank says: only then can it be compared."""
    there = bank().questions.get(question.bank)
    if there is not None and there.background is Background.AREA:
        question = replace(question, options=())  # each municipality has its own
    return there is not None and _core(there) == _core(question)


def is_same(one: Question, other: Question) -> bool:
    """Whether two waves ask the same: then their answers can be compared."""
    return _core(one) == _core(other)


def _core(question: Question) -> object:
    """What must be the same for answers to mean the same, in the languages of the bank."""
    return (
        question.kind,
        [question.words.get(one) for one in LANGUAGES],
        [(one.key, one.is_apart, one.words.get("sv")) for one in question.options],
        [(one.key, one.words.get("sv")) for one in question.rows],
    )
