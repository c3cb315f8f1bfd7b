"""Texts and places, taken out of an answer: nothing else stands around them. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from handslag.domain.surveys.rules.answers import Answers
from handslag.domain.surveys.rules.questionnaire import OTHER, Questionnaire
from handslag.domain.surveys.rules.words import QuestionKind


@dataclass(frozen=True, slots=True)
class Pointed:
    """A place that was pointed out. `at`: degrees east and north; `size`: metres around."""

    question: str
    at: tuple[float, float] | None
    size: int | None
    place: UUID | None
    words: str


def texts_in(asked: Questionnaire, answers: Answers) -> Iterator[tuple[str, str]]:
    """Each text with where it was written: the key of the question, and `.other` for the
    line beside an option."""
    for question in asked.questions():
        text = answers.get(question.key, {}).get("t", "")
        if text:
            yield (question.key if question.is_loose else f"{question.key}.{OTHER}"), text


def places_in(asked: Questionnaire, answers: Answers) -> Iterator[Pointed]:
    """Each place that was pointed out."""
    for question in asked.questions():
        if question.kind is not QuestionKind.PLACE:
            continue
        for one in answers.get(question.key, {}).get("p", ()):
            at = one.get("at")
            yield Pointed(
                question.key,
                (at[0], at[1]) if at else None,
                one.get("size") if at else None,
                UUID(one["place"]) if one.get("place") else None,
                one.get("words", ""),
            )
