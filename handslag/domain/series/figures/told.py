"""What an indicator shows: its periods, and those of what it is compared with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TypedDict
from uuid import UUID

from handslag.domain.series.models import Indicator, Series, Value
from handslag.domain.series.queries import area_code_of, cells_of_each, populations
from handslag.domain.series.rules import (
    NATION,
    BreakKind,
    Credit,
    Direction,
    GoalValue,
    Measured,
    Origin,
    Purpose,
    Rhythm,
    SeriesBreak,
    Source,
    State,
    Theme,
    credit,
    is_of_reports,
    rate,
    released,
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

    def until(self, day: date) -> "Told":
        """The same as far as the periods had ended by a day."""
        return replace(self, own=[one for one in self.own if one.ends <= day])

    @property
    def without_inhabitants(self) -> list[int]:
        """The years that could not be divided."""
        return [one.missing_year for one in self.own if one.missing_year is not None]


@dataclass(frozen=True, slots=True)
class Paired:
    """What an indicator is read together with."""

    key: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Followed:
    """An indicator whole: what is said of it, and all that it shows. `is_rounded`: the
    figures are as everyone may see them."""

    key: UUID
    home: str
    short_home: str
    name: str
    shows: str
    theme: Theme
    purpose: Purpose
    origin: Origin
    direction: Direction
    direction_why: str
    per: int
    unit: str
    rhythm: Rhythm
    renewed: Rhythm
    responsible: str
    baseline: Decimal | None
    baseline_on: date | None
    baseline_stated: str
    goals: tuple[GoalValue, ...]
    breaks: tuple[SeriesBreak, ...]
    paired: Paired | None
    shared_by: str
    source: Source
    attribution: str
    measures: str
    areas: str
    caveats: str
    retrieved_at: datetime | None
    is_example: bool
    is_rounded: bool
    told: Told

    def as_told(self, told: Told) -> "Followed":
        """The same with other periods."""
        return replace(self, told=told)


def followed(indicator: Indicator) -> Followed:
    """One indicator, as those who work with it see it."""
    return each_followed([indicator])[0]


def each_followed(
    indicators: Iterable[Indicator], *, everyone: bool = False
) -> list[Followed]:
    """Several. `everyone`: small numbers of reports are suppressed, the others rounded.
    As many queries however many there are."""
    rows = list(indicators)
    codes = {row.pk: _codes(row) for row in rows}
    every = {code for some in codes.values() for code in some}
    cells: dict[tuple[int, str], list[Value]] = {}
    for value in cells_of_each((row.series_id for row in rows), every):
        cells.setdefault((value.series_id, value.area.code), []).append(value)
    people = populations(every) if any(row.per for row in rows) else {}
    return [
        _followed(
            row,
            _told(row, codes[row.pk], cells, people, everyone=everyone),
            everyone=everyone,
        )
        for row in rows
    ]


def _codes(indicator: Indicator) -> list[str]:
    """Its own area; county and nation beside it, where rates or shares are shown."""
    code = area_code_of(indicator.home)
    return [code, code[:2], NATION] if _is_comparable(indicator) else [code]


def _is_comparable(indicator: Indicator) -> bool:
    """Numbers of things are shown for one's own area alone."""
    numbers = Measured(indicator.series.measured) is Measured.NUMBER
    return indicator.series.owner_id is None and (bool(indicator.per) or not numbers)


def _told(
    indicator: Indicator,
    codes: Sequence[str],
    cells: Mapping[tuple[int, str], Sequence[Value]],
    people: Mapping[str, Mapping[int, Decimal]],
    *,
    everyone: bool,
) -> Told:
    few = everyone and is_of_reports(Origin(indicator.origin))
    readings = {}
    for code in codes:
        rows = cells.get((indicator.series_id, code), ())
        counted = people.get(code, {})
        readings[code] = [_reading(one, indicator.per, counted, few=few) for one in rows]
    names = {
        code: cells[indicator.series_id, code][-1].area.name
        for code in codes[1:]
        if readings[code]
    }
    return Told(
        own=readings[codes[0]],
        others=[Compared(name, readings[code]) for code, name in names.items()],
        credit=credit(Source(indicator.series.source), indicator.per),
    )


def _reading(
    value: Value, per: int, people: Mapping[int, Decimal], *, few: bool
) -> Reading:
    amount, state, missing = value.amount, State(value.state), None
    if few and amount is not None:
        state, amount = released(amount)
    if per and amount is not None:
        divided = rate(amount, value.ends.year, per, people)
        amount, missing = divided.amount, divided.missing_year
    return Reading(value.starts, value.ends, state, amount, value.is_preliminary, missing)


def _followed(row: Indicator, told: Told, *, everyone: bool) -> Followed:
    series, few = row.series, everyone and is_of_reports(Origin(row.origin))
    return Followed(
        key=row.public_id,
        home=row.home.name,
        short_home=row.home.short_name,
        name=row.name,
        shows=row.shows,
        theme=Theme(row.theme),
        purpose=Purpose(row.purpose),
        origin=Origin(row.origin),
        direction=Direction(row.direction),
        direction_why=row.direction_why,
        per=row.per,
        unit=series.unit,
        rhythm=Rhythm(series.rhythm),
        renewed=Rhythm(row.rhythm),
        responsible=row.responsible,
        **_aims(row, few=few),
        breaks=breaks_in(series),
        paired=_pair(row, everyone=everyone),
        shared_by=row.taken_from.home.name if row.taken_from else "",
        source=Source(series.source),
        attribution=series.attribution,
        measures=series.measures,
        areas=series.areas,
        caveats=series.caveats,
        retrieved_at=series.retrieved_at,
        is_example=row.is_example or series.is_example,
        is_rounded=few,
        told=told,
    )


def breaks_in(series: Series) -> tuple[SeriesBreak, ...]:
    """From which days on something else was counted."""
    return tuple(
        SeriesBreak(one.day, BreakKind(one.kind), one.why) for one in series.breaks.all()
    )


class _Aims(TypedDict):
    baseline: Decimal | None
    baseline_on: date | None
    baseline_stated: str
    goals: tuple[GoalValue, ...]


def _aims(row: Indicator, *, few: bool) -> _Aims:
    """From where to where. Where one began is a figure like the others."""
    base = row.baseline
    if few and base is not None:
        base = released(base)[1]
    return _Aims(
        baseline=base,
        baseline_on=row.baseline_on,
        baseline_stated="" if few else row.baseline_stated,
        goals=tuple(GoalValue(one.by, one.value) for one in row.goals.all()),
    )


def _pair(row: Indicator, *, everyone: bool) -> Paired | None:
    pair = row.paired
    if pair is None or (everyone and not pair.is_public):
        return None
    return Paired(pair.public_id, pair.name)
