"""What one answer to forty questions costs: with a hundred there, and 250,000."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import count

from django.core.signals import request_started
from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext

from handslag.core.access import Role
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys.models import Block, Invitation, Survey
from handslag.domain.surveys.queries.codes import code_hash
from handslag.domain.surveys.rules import Answers, Selection
from handslag.domain.surveys.services import receive
from handslag.domain.surveys.services.running import open_survey
from tests import make
from tests.bench._bounds import at_most
from tests.bench.reports import spent
from tests.make import surveys
from tests.make.surveys import NOW, SAFE, TODAY

QUESTIONS, RUNS = 40, 200
MILLISECONDS, STATEMENTS = 8, 10
LARGE, IN_A_BLOCK = 250_000, 20
ANSWERS: Answers = {f"safe{nr}": {"o": ["a"]} for nr in range(QUESTIONS)}

Figures = Mapping[str, float | int | str]


def measure_answers() -> Figures:
    """The same deed in a small survey and in a large one."""
    request_started.disconnect(reset_queries)
    figures: dict[str, float | int | str] = {}
    for name, there in (("100", 100), ("250k", LARGE)):
        survey = _survey(make.municipality(f"Kommun {name}"), there)
        for key, figure in _store(survey).items():
            figures[f"answer_{name}_{key}"] = figure
    return figures


def _survey(municipality: Organisation, there: int) -> Survey:
    actor = make.member(municipality, Role.COORDINATOR)
    asked = [replace(SAFE, key=f"safe{nr}") for nr in range(QUESTIONS)]
    survey = surveys.survey(actor, municipality, asked, selection=Selection.DRAWN)
    stratum = surveys.stratum(survey, 1, RUNS + 5)
    _fill(survey, there)
    Block.objects.bulk_create(
        Block(
            survey=survey,
            stratum=stratum,
            answers=IN_A_BLOCK,
            columns=b"\0" * 1_000,
            opened_on=TODAY,
        )
        for _ in range(there // IN_A_BLOCK)
    )
    return open_survey(actor, survey, now=NOW)


def _fill(survey: Survey, there: int) -> None:
    """So many who were drawn and have answered before."""
    stratum = survey.strata.get()
    first = RUNS + 10
    Invitation.objects.bulk_create(
        (
            Invitation(
                survey=survey,
                stratum=stratum,
                number=number,
                code_hash=code_hash(f"{survey.pk}-{number}"),
                used_on=TODAY - timedelta(days=number % 20),
            )
            for number in range(first, first + there)
        ),
        batch_size=2_000,
    )


def _store(survey: Survey) -> Figures:
    numbers = count(1)

    def store() -> None:
        code = surveys.code(survey, next(numbers))
        receive(survey, ANSWERS, code=code, today=TODAY)

    here, there = spent(store, RUNS)
    with CaptureQueriesContext(connection) as asked:
        store()
    return {
        "milliseconds": at_most(MILLISECONDS, here + there),
        "milliseconds_in_database": f"{there:.3g}",
        "statements": at_most(STATEMENTS, len(asked)),
    }
