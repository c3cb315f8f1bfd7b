"""What can be followed from survey to survey: a share of each question, as it is public."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum, isnan

from scipy.special import ndtri

from handslag.domain.surveys.figures import Part
from handslag.domain.surveys.figures.released import read_release
from handslag.domain.surveys.figures.waves import LEVEL, SAME
from handslag.domain.surveys.models import Release
from handslag.domain.surveys.rules import Question, said
from handslag.domain.surveys.rules.documents import written_question
from handslag.domain.surveys.rules.words import QuestionKind, ReleaseState
from handslag.statistics.intervals import Estimate

FEW = 3  # answers: of so few the first is followed, of more the latter half together
_Z = float(ndtri(0.5 + LEVEL / 2))
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
    lower: float = 0.0
    upper: float = 0.0
    areas: tuple[str, ...] = ()

    @property
    def estimate(self) -> Estimate | None:
        """With how sure it is, by the interval that is public. Of several answers together
        it is too unsure rather than too sure: their standard error is at most the sum of
        those of each."""
        if self.share is None:
            return None
        return Estimate(
            estimate=self.share,
            lower=self.lower,
            upper=self.upper,
            level=LEVEL,
            n=self.n,
            method="survey, linearisation",
            se=self.se,
        )

    @property
    def se(self) -> float:
        """From the longer side of the interval."""
        share = self.share or 0.0
        return max(self.upper - share, share - self.lower) / _Z


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
    asked_in = released.figures.grouping("area")
    areas = tuple(sorted(one.code for one in asked_in.groups)) if asked_in else ()
    for question in released.asked.questions():
        part = released.figures.part(question.key, "")
        if question.kind in _KINDS and not question.background and part and part.whole:
            yield _share(question, part, row, areas)


def _share(
    question: Question, part: Part, row: Release, areas: tuple[str, ...]
) -> Followable:
    options = [one for one in question.options if not one.is_apart]
    chosen = options[:1] if len(options) <= FEW else options[len(options) // 2 :]
    whole = part.whole
    assert whole is not None  # noqa: S101 - asked by whoever calls
    at = [part.answers.index(one.key) for one in chosen]
    is_shown = bool(at) and not any(isnan(whole.values[one]) for one in at)

    def together(values: Sequence[float]) -> float:
        return fsum(values[one] for one in at) if is_shown and values else 0.0

    return Followable(
        key=f"{question.key}-{_fingerprint(question)}",
        question=said(question.words, "sv"),
        answers=tuple(said(one.words, "sv") for one in chosen),
        asked_until=row.survey.closes_on,
        share=together(whole.values) if is_shown else None,
        n=whole.n,
        is_example=row.survey.occasion.is_example,
        lower=together(whole.lower),
        upper=min(1.0, together(whole.upper)),
        areas=areas,
    )


def _fingerprint(question: Question) -> str:
    """Changes with what makes an answer mean something else."""
    whole = written_question(question)
    same = json.dumps([whole.get(name) for name in SAME], sort_keys=True)
    return hashlib.sha256(same.encode()).hexdigest()[:8]
