"""What can be followed from survey to survey: a share of each question, as it is public."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import fsum, isnan

from handslag.domain.surveys.figures import Part
from handslag.domain.surveys.figures.released import read_release
from handslag.domain.surveys.figures.waves import SAME
from handslag.domain.surveys.models import Release
from handslag.domain.surveys.rules import Question, said
from handslag.domain.surveys.rules.documents import written_question
from handslag.domain.surveys.rules.words import QuestionKind, ReleaseState

FEW = 3  # answers: of so few the first is followed, of more the latter half together
_KINDS = {QuestionKind.SINGLE, QuestionKind.SCALE}


@dataclass(frozen=True, slots=True)
class Followable:
    """A question of one survey, and the share that gave these answers. `key` is the same as
    long as the question and its answers are; None: too few to show."""

    key: str
    question: str
    answers: tuple[str, ...]
    asked_until: date
    share: float | None
    n: int
    is_example: bool


def shares_of(home: int) -> list[Followable]:
    """Of every survey of a municipality whose results are public and where those who were
    asked were drawn, the earliest first. One query."""
    releases = Release.objects.filter(survey__home=home, state=ReleaseState.PUBLISHED)
    rows = releases.select_related("survey__occasion")
    return [
        share
        for row in rows.order_by("survey__closes_on", "survey__pk", "number")
        for share in _of_release(row)
    ]


def _of_release(row: Release) -> Iterator[Followable]:
    released = read_release(bytes(row.content))
    if not released.figures.is_sample:
        return
    for question in released.asked.questions():
        part = released.figures.part(question.key, "")
        if question.kind in _KINDS and not question.background and part and part.whole:
            yield _share(question, part, row)


def _share(question: Question, part: Part, row: Release) -> Followable:
    options = [one for one in question.options if not one.is_apart]
    chosen = options[:1] if len(options) <= FEW else options[len(options) // 2 :]
    assert part.whole is not None  # noqa: S101 - asked by whoever calls
    values = [part.whole.values[part.answers.index(one.key)] for one in chosen]
    return Followable(
        key=f"{question.key}-{_fingerprint(question)}",
        question=said(question.words, "sv"),
        answers=tuple(said(one.words, "sv") for one in chosen),
        asked_until=row.survey.closes_on,
        share=None if not values or any(map(isnan, values)) else fsum(values),
        n=part.whole.n,
        is_example=row.survey.occasion.is_example,
    )


def _fingerprint(question: Question) -> str:
    """Changes with what makes an answer mean something else."""
    whole = written_question(question)
    same = json.dumps([whole.get(name) for name in SAME], sort_keys=True)
    return hashlib.sha256(same.encode()).hexdigest()[:8]
