"""What is sealed: the answers of one person, always of the same length. Pure.

The length of a sealed answer must say nothing of what was answered, so every answer of
a survey is made as long as the longest there can be.
"""

import json

from handslag.domain.surveys.rules.answers import (
    LONGEST,
    LONGEST_OTHER,
    Answers,
)
from handslag.domain.surveys.rules.questionnaire import Question, Questionnaire
from handslag.domain.surveys.rules.words import QuestionKind

STEP = 1024  # bytes
_SIGN = 4  # bytes of one sign of a text at most, escaped or not
_AROUND = 32  # bytes around an answer: key, brackets, commas
_PLACE = 160  # bytes of a place, its words apart
_LONGEST_WORDS = 200  # of a place


def size_of(questionnaire: Questionnaire) -> int:
    """How many bytes the longest answer to this questionnaire can take, rounded up."""
    longest = 2 + sum(_longest(one) for one in questionnaire.questions())
    return -(-longest // STEP) * STEP


def _longest(question: Question) -> int:
    around = _AROUND + len(question.key)
    keys = sum(len(one.key) + 4 for one in question.options)
    if question.kind in LONGEST:
        return around + _SIGN * LONGEST[question.kind]
    if question.kind is QuestionKind.MATRIX:
        longest = max((len(one.key) for one in question.options), default=0)
        return around + sum(len(row.key) + longest + 8 for row in question.rows)
    if question.kind is QuestionKind.PLACE:
        return around + (question.most or 1) * (_PLACE + _SIGN * _LONGEST_WORDS)
    return around + keys + (_SIGN * LONGEST_OTHER if question.has_other else 0)


def filled(answers: Answers, size: int) -> bytes:
    """The answers as bytes of this size. Raises ValueError("E_TOO_LONG")."""
    content = json.dumps(answers, ensure_ascii=False, separators=(",", ":")).encode()
    if len(content) > size:
        raise ValueError("E_TOO_LONG")
    return content.ljust(size, b"\0")  # a zero byte never stands in this kind of text


def emptied(content: bytes) -> Answers:
    """The answers that were filled in. Raises ValueError for anything else."""
    found = json.loads(content.rstrip(b"\0"))
    if not isinstance(found, dict):
        raise ValueError("E_ENVELOPE")
    return found
