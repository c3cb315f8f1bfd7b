"""How long a questionnaire takes to answer, roughly. Pure.

So many seconds to choose or write, and the time it takes to read what stands there.
"""

from collections.abc import Mapping
from math import ceil

from handslag.domain.surveys.rules.questionnaire import Question, Questionnaire, said
from handslag.domain.surveys.rules.words import QuestionKind

WORDS_A_SECOND = 3.0
SECONDS: Mapping[QuestionKind, int] = {
    QuestionKind.SINGLE: 3,
    QuestionKind.SCALE: 3,
    QuestionKind.MULTIPLE: 6,
    QuestionKind.MATRIX: 2,  # a line
    QuestionKind.RANKING: 4,  # an option
    QuestionKind.NUMBER: 5,
    QuestionKind.DATE: 8,
    QuestionKind.SHORT: 12,
    QuestionKind.LONG: 40,
    QuestionKind.PLACE: 40,
}


def minutes(asked: Questionnaire, language: str = "sv") -> int:
    """Whole minutes for somebody who is asked everything; at least one."""
    read = len(said(asked.intro, language).split()) / WORDS_A_SECOND
    seconds = sum((_seconds(one, language) for one in asked.questions()), read)
    return max(ceil(seconds / 60), 1)


def _seconds(question: Question, language: str) -> float:
    texts = [question.words, question.help]
    texts += [one.words for one in question.options]
    texts += [one.words for one in question.rows]
    words = sum(len(said(one, language).split()) for one in texts)
    times = {
        QuestionKind.MATRIX: len(question.rows),
        QuestionKind.RANKING: len(question.options),
    }.get(question.kind, 1)
    return words / WORDS_A_SECOND + SECONDS[question.kind] * times
