"""Make what a municipality follows, with its values year by year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.models import Indicator
from handslag.domain.series.queries import area_code_of
from handslag.domain.series.rules import (
    Cell,
    Direction,
    GoalValue,
    IndicatorDraft,
    State,
    year,
)
from handslag.domain.series.services import make_indicator, type_in

NOW = datetime(2026, 3, 1, tzinfo=UTC)
FIRST = 2023
WALKS = IndicatorDraft(
    name="Trygghetsvandringar",
    shows="Hur många vandringar vi har gått.",
    direction=Direction.UP,
    direction_why="Fler platser blir sedda.",
    unit="vandringar",
    responsible="Säkerhetssamordnaren",
    baseline=Decimal("2.5"),
    goals=(
        GoalValue(date(2026, 12, 31), Decimal(4)),
        GoalValue(date(2027, 12, 31), Decimal(6)),
        GoalValue(date(2029, 12, 31), Decimal(9)),
    ),
)


def followed(
    actor: Actor, home: Organisation, values: Sequence[int | State] = (), **words: Any
) -> Indicator:
    """An indicator with a value a year, the last one preliminary."""
    made = make_indicator(actor, home, replace(WALKS, **words))
    for nr, told in enumerate(values):
        cell = Cell(
            area_code_of(home),
            *year(FIRST + nr),
            told if isinstance(told, State) else State.VALUE,
            None if isinstance(told, State) else Decimal(told),
            is_preliminary=nr == len(values) - 1 and not isinstance(told, State),
        )
        type_in(actor, made, cell, now=NOW)
    return made
