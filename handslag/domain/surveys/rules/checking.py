"""Whether a questionnaire can be opened: what is missing, and in which language. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from handslag.domain.surveys.rules.questionnaire import (
    Question,
    Questionnaire,
    Words,
)
from handslag.domain.surveys.rules.words import CHOOSES, QuestionKind

FEWEST_OPTIONS = 2
MOST_OPTIONS = 60
MOST_QUESTIONS = 120


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that keeps a survey from being opened. `question`: its key, or none."""

    code: str
    question: str = ""
    language: str = ""


def lacks(questionnaire: Questionnaire) -> list[Lack]:
    """All that is missing, in the order of the questions. Nothing: it can be opened."""
    questions = list(questionnaire.questions())
    found = [] if questions else [Lack("surveys.no_questions")]
    if len(questions) > MOST_QUESTIONS:
        found.append(Lack("surveys.too_many_questions"))
    if len({one.key for one in questions}) < len(questions):
        found.append(Lack("surveys.same_question_twice"))
    before: dict[str, Question] = {}
    for question in questions:
        found += _lacks(question, before)
        before[question.key] = question
    found += [
        Lack("surveys.not_translated", key, language)
        for language, key in untranslated(questionnaire)
    ]
    return found


def _lacks(question: Question, before: dict[str, Question]) -> Iterator[Lack]:
    if question.kind in CHOOSES and len(question.options) < FEWEST_OPTIONS:
        yield Lack("surveys.too_few_options", question.key)
    if len(question.options) > MOST_OPTIONS:
        yield Lack("surveys.too_many_options", question.key)
    keys = [one.key for one in question.options]
    if len(set(keys)) < len(keys):
        yield Lack("surveys.same_option_twice", question.key)
    if question.kind is QuestionKind.MATRIX and not question.rows:
        yield Lack("surveys.no_rows", question.key)
    least, most = question.least, question.most
    if least is not None and most is not None and least > most:
        yield Lack("surveys.bounds_are_turned", question.key)
    if question.shown_if is not None:
        asked = before.get(question.shown_if.question)
        known = {one.key for one in asked.options} if asked else set()
        if not set(question.shown_if.options) or set(question.shown_if.options) - known:
            yield Lack("surveys.hangs_on_nothing", question.key)


def untranslated(questionnaire: Questionnaire) -> list[tuple[str, str]]:
    """Language and question (empty: the frame around them) for each missing text."""
    found = []
    for language in questionnaire.languages:
        if _is_missing(language, (questionnaire.intro, questionnaire.thanks)):
            found.append((language, ""))
        for section in questionnaire.sections:
            if _is_missing(language, (section.words, section.help)):
                found.append((language, section.key))
        found += [
            (language, one.key)
            for one in questionnaire.questions()
            if not one.words.get(language, "").strip() or _is_missing(language, _texts(one))
        ]
    return found


def completeness(questionnaire: Questionnaire, language: str) -> tuple[int, int]:
    """How many texts there are in this language, and how many there should be."""
    texts: list[Words] = [questionnaire.intro, questionnaire.thanks]
    for section in questionnaire.sections:
        texts += [section.words, section.help]
    for question in questionnaire.questions():
        texts += _texts(question)
    wanted = [one for one in texts if any(text.strip() for text in one.values())]
    return sum(1 for one in wanted if one.get(language, "").strip()), len(wanted)


def _texts(question: Question) -> list[Words]:
    around = [question.words, question.help, question.unit]
    options = [one.words for one in question.options]
    return [*around, *options, *(one.words for one in question.rows)]


def _is_missing(language: str, texts: tuple[Words, ...] | list[Words]) -> bool:
    """Whether something that is said in another language is not said in this one."""
    return any(
        any(text.strip() for text in one.values()) and not one.get(language, "").strip()
        for one in texts
    )
