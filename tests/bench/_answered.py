"""A survey of forty questions in twenty areas, and a quarter of a million answers to it."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys import services
from handslag.domain.surveys.models import Block, Stratum, Survey
from handslag.domain.surveys.rules import Background, Question, Selection
from handslag.domain.surveys.rules.coding import DECLINED, FIRST, NOT_ANSWERED, columns
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.words import Known
from handslag.statistics.columns import pack
from tests.make import surveys
from tests.make.surveys import NOW, SAFE, SEX, TODAY

QUESTIONS, AREAS, ANSWERS, IN_A_BLOCK = 40, 20, 250_000, 1_000
AGE = replace(SAFE, key="age", background=Background.AGE, is_required=False)
PEOPLE = 1_000_000


def questions() -> list[Question]:
    """Sex, age, and as many more as make forty; four answers to each."""
    rest = [
        replace(SAFE, key=f"safe{nr}", is_required=False) for nr in range(QUESTIONS - 2)
    ]
    return [SEX, AGE, *rest]


def survey(actor: Actor, home: Organisation) -> Survey:
    """Of a sample that was drawn in twenty areas, open, with nothing answered."""
    row = surveys.survey(actor, home, questions(), selection=Selection.DRAWN)
    Stratum.objects.bulk_create(
        Stratum(
            survey=row,
            code=f"S{nr}",
            name=f"Område {nr}",
            inhabitants=PEOPLE // AREAS,
            wanted=ANSWERS // AREAS,
            drawn=ANSWERS // AREAS,
            position=nr,
        )
        for nr in range(AREAS)
    )
    surveys.stratum(row, AREAS, 1)
    return services.open_survey(actor, row, now=NOW)


def answer(actor: Actor, row: Survey, n: int = ANSWERS) -> None:
    """As if so many had answered and been opened; how many live there is known."""
    rng = np.random.default_rng(7)
    strata = list(row.strata.all()[:AREAS])
    Block.objects.bulk_create(_blocks(row, strata, n, rng), batch_size=50)
    Survey.objects.filter(pk=row.pk).update(answered=n)
    sizes = {
        Known.SEX: {"a": 490_000, "b": 480_000, "c": 30_000},
        Known.AGE: dict.fromkeys("abcd", PEOPLE // 4),
    }
    services.save_margins(actor, row, sizes)
    row.refresh_from_db()


def _blocks(
    row: Survey, strata: list[Stratum], n: int, rng: np.random.Generator
) -> Iterator[Block]:
    asked = columns(read(row.document))
    for begin in range(0, n, IN_A_BLOCK):
        size = min(IN_A_BLOCK, n - begin)
        found = {}
        for one in asked:
            last = FIRST + len(one.question.options)
            codes = rng.integers(FIRST, last, size)
            nothing = rng.random(size)
            codes[nothing < 0.04] = NOT_ANSWERED
            codes[nothing < 0.01] = DECLINED
            found[one.name] = codes.astype(np.uint16)
        stratum = strata[(begin // IN_A_BLOCK) % len(strata)]
        yield Block(
            survey=row, stratum=stratum, answers=size, columns=pack(found), opened_on=TODAY
        )
