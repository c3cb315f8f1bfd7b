"""Answers are counted by the installation itself, in steps that show no single person."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from random import SystemRandom

import numpy as np
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.surveys.figures import Figures, read_figures, written_figures
from handslag.domain.surveys.figures.counting import Made, for_staff, made_of
from handslag.domain.surveys.figures.reading import answers_of
from handslag.domain.surveys.figures.spots import spots_of
from handslag.domain.surveys.figures.waves import beside, why_not
from handslag.domain.surveys.models import Block, Count, Margin, Survey
from handslag.domain.surveys.queries import locked
from handslag.domain.surveys.rules import Selection, SurveyState
from handslag.domain.surveys.rules.counting import STEP, is_due
from handslag.domain.surveys.rules.documents import read
from handslag.domain.surveys.rules.words import Known
from handslag.statistics.columns import join, pack, unpack

LARGE = 1000  # answers in a block that needs not be joined with others
MANY = 50  # small blocks of one area before they are joined
_chance = SystemRandom()

Sizes = Mapping[Known, Mapping[str, int]]


@transaction.atomic
def count_survey(actor: Actor, survey: Survey, *, now: datetime) -> Count | None:
    """Make the figures anew, if answers enough have come since they were made; of the
    same answers, if only what they are weighed by has changed."""
    require_system(actor)
    row = locked(survey)
    last = Count.objects.filter(survey=row).first()
    n = last.n if last else 0
    if is_due(row.answered, n):
        n = row.answered
        _join_blocks(row)
        row.blocks.filter(is_counted=False).update(is_counted=True)
    elif last is None or not last.is_stale:
        return None
    figures = _figures(row)
    made, _new = Count.objects.update_or_create(
        survey=row,
        defaults={
            "n": n,
            "made_on": stockholm_day(now),
            "figures": written_figures(figures),
            "is_stale": False,
        },
    )
    record(actor, "surveys.counted", row, on_behalf=row.home_id, n=n)
    return made


def count_due(actor: Actor, *, now: datetime) -> int:
    """Count every survey that has got answers enough, each in a transaction of its own."""
    require_system(actor)
    opened = Survey.objects.exclude(state=SurveyState.DRAFT)
    due = opened.annotate(counted=Coalesce(F("count__n"), 0)).filter(
        Q(answered__gte=F("counted") + STEP) | Q(count__is_stale=True)
    )
    # The earlier wave first: the later one is compared with it.
    return sum(
        count_survey(actor, one, now=now) is not None for one in due.order_by("opens_on")
    )


@transaction.atomic
def save_margins(actor: Actor, survey: Survey, sizes: Sizes) -> None:
    """Say how many live there, by sex and age; the figures are made anew by it.

    Raises NotAllowedError: surveys.not_a_sample, for nothing weighs the answers of those
    who chose themselves.
    """
    row = locked(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    if row.selection != Selection.DRAWN:
        raise NotAllowedError("surveys.not_a_sample")
    row.margins.all().delete()
    Margin.objects.bulk_create(
        Margin(survey=row, what=what, code=code, inhabitants=n)
        for what, groups in sizes.items()
        for code, n in groups.items()
        if n > 0
    )
    Count.objects.filter(survey=row).update(is_stale=True)
    record(actor, "surveys.margins_saved", row, on_behalf=row.home_id)


@transaction.atomic
def save_areas(actor: Actor, survey: Survey, sizes: Mapping[str, int]) -> None:
    """Say how many live in each area, by its code; the figures are made anew by it."""
    row = locked(survey)
    require(actor, Act.LISTEN, in_any_of=frozenset({row.home_id}))
    for code, n in sizes.items():
        row.strata.filter(code=code).update(inhabitants=n)
    Count.objects.filter(survey=row).update(is_stale=True)
    record(actor, "surveys.areas_counted", row, on_behalf=row.home_id, n=len(sizes))


def made_now(row: Survey) -> Made:
    """All that can be counted of a survey, as it stands."""
    margins: dict[str, dict[str, int]] = {}
    for what, code, n in row.margins.values_list("what", "code", "inhabitants"):
        margins.setdefault(what, {})[code] = n
    is_drawn = row.selection == Selection.DRAWN
    return made_of(read(row.document), answers_of(row), margins, is_drawn=is_drawn)


def _figures(row: Survey) -> Figures:
    made = replace(for_staff(made_now(row)), spots=spots_of(row))
    before = row.follows
    last = Count.objects.filter(survey=before).first() if before else None
    earlier = read_figures(bytes(last.figures)) if last else None
    reason = why_not(made, earlier, is_first=before is None)
    if reason or before is None or earlier is None:
        return replace(made, not_compared=reason)
    return beside(made, read(row.document), earlier, read(before.document))


def _join_blocks(row: Survey) -> None:
    """Many small blocks of one area become one, in an order of its own."""
    small = Block.objects.filter(survey=row, answers__lt=LARGE)
    by_area: dict[int | None, list[Block]] = {}
    for block in small.order_by("opened_on"):
        if block.columns:
            by_area.setdefault(block.stratum_id, []).append(block)
    for area, blocks in by_area.items():
        if len(blocks) < MANY:
            continue
        columns = join([unpack(bytes(one.columns)) for one in blocks])
        n = sum(one.answers for one in blocks)
        order = list(range(n))
        _chance.shuffle(order)
        mixed = np.array(order)
        Block.objects.filter(pk__in=[one.pk for one in blocks]).delete()
        Block.objects.create(
            survey=row,
            stratum_id=area,
            answers=n,
            columns=pack({name: column[mixed] for name, column in columns.items()}),
            opened_on=blocks[-1].opened_on,
        )
