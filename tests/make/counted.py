"""Answers that have been opened already, without the way there."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from handslag.core.access import system
from handslag.domain.surveys import services
from handslag.domain.surveys.figures import Figures, read_figures
from handslag.domain.surveys.models import Block, Count, Stratum, Survey
from handslag.domain.surveys.rules import Answers, SurveyState
from handslag.domain.surveys.rules.coding import coded, columns
from handslag.domain.surveys.rules.documents import read
from handslag.statistics.columns import pack
from tests.make.surveys import NOW

TIMER = system("timer")


def answered(
    survey: Survey, answers: Sequence[Answers], *, stratum: Stratum | None = None
) -> Block:
    """A block of these answers, as if they had been opened."""
    asked = read(survey.document)
    rows = [coded(asked, one) for one in answers]
    block = Block.objects.create(
        survey=survey,
        stratum=stratum,
        answers=len(answers),
        columns=pack(
            {
                one.name: np.array(
                    [row[one.name] for row in rows], np.int32 if one.is_wide else np.uint16
                )
                for one in columns(asked)
            }
        ),
        opened_on=date(2026, 3, 2),
    )
    survey.answered += len(answers)
    survey.save(update_fields=["answered"])
    return block


def many(*wanted: tuple[int, Answers]) -> list[Answers]:
    """So many of each answer."""
    return [answer for n, answer in wanted for _ in range(n)]


def figures(survey: Survey) -> Figures:
    """Count it now."""
    services.count_survey(TIMER, survey, now=NOW)
    return read_figures(bytes(Count.objects.get(survey=survey).figures))


def closed(survey: Survey) -> Survey:
    """No more answers come, and those that there are have been counted."""
    survey.state = SurveyState.CLOSED
    survey.save(update_fields=["state"])
    services.count_survey(TIMER, survey, now=NOW)
    return survey


def chose(**options: str | Sequence[str]) -> Answers:
    """Answers by the keys of the options."""
    return {
        key: {"o": [one] if isinstance(one, str) else list(one)}
        for key, one in options.items()
    }


Sizes = Mapping[str, Mapping[str, int]]
