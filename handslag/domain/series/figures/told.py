"""What an indicator shows: its periods, and those of what it is compared with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handslag.domain.series.models import Indicator, Value
from handslag.domain.series.queries import area_code_of, cells_of, population
from handslag.domain.series.rules import (
    NATION,
    Credit,
    Measured,
    Source,
    State,
    credit,
    rate,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One period. `missing_year`: it cannot be divided, for want of that year's
    inhabitants."""

    starts: date
    ends: date
    state: State
    amount: Decimal | None
    is_preliminary: bool
    missing_year: int | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """Another area, as it stands in the same series."""

    name: str
    readings: Sequence[Reading]


@dataclass(frozen=True, slots=True)
class Told:
    """All that an indicator shows."""

    own: Sequence[Reading]
    others: Sequence[Compared]
    credit: Credit

    @property
    def known(self) -> list[Reading]:
        return [one for one in self.own if one.amount is not None]

    @property
    def without_inhabitants(self) -> list[int]:
        """The years that could not be divided."""
        return [one.missing_year for one in self.own if one.missing_year is not None]


def told(indicator: Indicator) -> Told:
    """Its own area; county and nation beside it, where rates or shares are shown."""
    code = area_code_of(indicator.home)
    beside = [code[:2], NATION] if _is_comparable(indicator) else []
    rows: dict[str, list[Value]] = {one: [] for one in (code, *beside)}
    names: dict[str, str] = {}
    for value in cells_of(indicator.series, list(rows)):
        rows[value.area.code].append(value)
        names[value.area.code] = value.area.name
    others = [
        Compared(names[one], _readings(rows[one], indicator.per, one))
        for one in beside
        if rows[one]
    ]
    return Told(
        own=_readings(rows[code], indicator.per, code),
        others=others,
        credit=credit(Source(indicator.series.source), indicator.per),
    )


def _is_comparable(indicator: Indicator) -> bool:
    """Numbers of things are shown for one's own area alone."""
    numbers = Measured(indicator.series.measured) is Measured.NUMBER
    return indicator.series.owner_id is None and (bool(indicator.per) or not numbers)


def _readings(values: Iterable[Value], per: int, code: str) -> list[Reading]:
    people = population(code) if per else {}
    return [_reading(one, per, people) for one in values]


def _reading(value: Value, per: int, people: dict[int, Decimal]) -> Reading:
    amount, missing = value.amount, None
    if per and amount is not None:
        divided = rate(amount, value.ends.year, per, people)
        amount, missing = divided.amount, divided.missing_year
    return Reading(
        value.starts,
        value.ends,
        State(value.state),
        amount,
        value.is_preliminary,
        missing,
    )
