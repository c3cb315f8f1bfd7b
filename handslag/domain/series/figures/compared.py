"""One year beside other municipalities: county, nation, and those that are similar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from uuid import UUID

import numpy as np

from handslag.domain.series.figures.alike import Alike, Feature, alike
from handslag.domain.series.models import Indicator, Series, Value
from handslag.domain.series.queries import (
    POPULATION,
    amounts_in,
    area_code_of,
    latest_known,
    official,
    people_for,
    year_of,
    years_of,
)
from handslag.domain.series.rules import NATION, Rhythm, Source, State
from handslag.domain.series.rules.peers import (
    LEAST_COMPARED,
    PEERS,
    YEARLY,
    Beside,
    Expected,
    Hindrance,
    against_model,
    is_code,
    is_count,
    model_for,
    per_of,
)
from handslag.statistics import funnel, limits_at, poisson_ci
from handslag.statistics.intervals import Estimate
from handslag.statistics.peers.funnel import INNER, OUTER, Funnel
from handslag.statistics.weighting import Numbers

_STEPS = 40  # sizes between which the limits are drawn


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked. Nought: what the indicator says itself."""

    year: int = 0
    per: int = 0
    peers: int = PEERS
    weights: Mapping[UUID, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placed:
    """An area in the year. `state` None: nothing is held of it. `rate`: a number of things
    by inhabitants, with its interval; of other figures, the figure as it is, without."""

    code: str
    name: str
    beside: Beside
    state: State | None = None
    is_preliminary: bool = False
    amount: Decimal | None = None
    people: Decimal | None = None
    rate: Estimate | None = None

    @property
    def shown(self) -> float | None:
        """What is compared: the rate, or the figure as it is."""
        if self.rate is not None:
            return float(self.rate.estimate)
        return None if self.amount is None else float(self.amount)


@dataclass(frozen=True, slots=True, eq=False)
class Tunnel:
    """Where `placed` lie in the funnel, and its limits by how many live there. All of them
    together have `rate`."""

    placed: Sequence[Placed]
    found: Funnel
    rate: float
    sizes: Numbers
    inner: tuple[Numbers, Numbers]
    outer: tuple[Numbers, Numbers]


@dataclass(frozen=True, slots=True)
class Modelled:
    """What Kolada's model says of the own municipality."""

    series: Series
    year: int
    amount: Decimal
    said: Expected


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """All that is said of one year. `per` nought: figures as they are. `missing_year`: the
    year whose inhabitants are not held. `hindrance`: why there are no similar beside it."""

    year: int
    years: Sequence[int]
    per: int
    own: Placed
    around: Sequence[Placed] = ()
    peers: Sequence[Placed] = ()
    alike: Alike = field(default_factory=Alike)
    people: Series | None = None
    tunnel: Tunnel | None = None
    model: Modelled | None = None
    missing_year: int | None = None
    hindrance: Hindrance | None = None

    @property
    def known(self) -> list[Placed]:
        """Oneself and the similar ones that have something to compare; a number without
        the inhabitants of its year has not."""
        return [one for one in (self.own, *self.peers) if self.figure(one) is not None]

    @property
    def all(self) -> list[Placed]:
        """Oneself, the similar ones, county and nation."""
        return [self.own, *self.peers, *self.around]

    def figure(self, one: Placed) -> float | None:
        """What is compared of an area, or nothing."""
        return one.shown if one.rate is not None or not self.per else None

    @property
    def features(self) -> Sequence[Feature]:
        return self.alike.features


@dataclass(frozen=True, slots=True)
class _Year:
    """What is held of one year."""

    series: Series
    cells: Mapping[str, Value]
    people: Mapping[str, Decimal]
    per: int

    def placed(self, code: str, name: str, beside: Beside) -> Placed:
        cell = self.cells.get(code)
        if cell is None:
            return Placed(code, name, beside, people=self.people.get(code))
        found = Placed(
            code,
            cell.area.name if beside is not Beside.OWN else name,
            beside,
            State(cell.state),
            cell.is_preliminary,
            cell.amount,
            self.people.get(code),
        )
        return self._rated(found) if self.per else found

    def _rated(self, one: Placed) -> Placed:
        if one.amount is None or not one.people:
            return one
        rate = poisson_ci(float(one.amount), float(one.people) / self.per)
        return replace(one, rate=rate)


def comparison(indicator: Indicator, wanted: Wanted | None = None) -> Comparison:
    """The year that is asked for, or the latest one of the own municipality."""
    asked = wanted or Wanted()
    series, code = indicator.series, area_code_of(indicator.home)
    years = years_of(series, code)
    year = asked.year if asked.year in years else next(iter(years), 0)
    counts = is_count(series.measured)
    per = per_of(asked.per, indicator.per) if counts else 0
    model = _modelled(indicator, code)
    nobody = Placed(code, indicator.home.short_name, Beside.OWN)
    base = Comparison(year, years, per, nobody, model=model)
    hindrance = _hindered(series, year)
    if hindrance is not None:
        return replace(base, hindrance=hindrance)
    people = people_for(series) if per else None
    held = _Year(
        series,
        {one.area.code: one for one in year_of(series, year, code[:2])},
        amounts_in(people, year) if people else {},
        per,
    )
    return _beside(replace(base, people=people), held, indicator, asked)


def _hindered(series: Series, year: int) -> Hindrance | None:
    if series.external_id == POPULATION:
        return Hindrance.IS_PEOPLE
    if is_code(series.source, series.external_id):
        return Hindrance.IS_CODE
    is_long = is_count(series.measured) and series.rhythm != Rhythm.YEAR
    if is_long or series.rhythm not in YEARLY:
        return Hindrance.NOT_YEARLY
    return None if year else Hindrance.NO_VALUES


def _beside(
    base: Comparison, held: _Year, indicator: Indicator, asked: Wanted
) -> Comparison:
    code = base.own.code
    own = held.placed(code, base.own.name, Beside.OWN)
    is_missing = bool(base.per) and not held.people.get(code)
    wide = ((code[:2], Beside.COUNTY), (NATION, Beside.NATION))
    around = [held.placed(one, "", kind) for one, kind in wide if one in held.cells]
    found = alike(indicator, code, base.year, asked.weights, asked.peers)
    peers = [held.placed(one, found.names[one], Beside.PEER) for one in found.codes]
    base = replace(
        base,
        own=own,
        around=around,
        peers=peers,
        alike=found,
        missing_year=base.year if is_missing else None,
    )
    hindrance = _lacking(base)
    tunnel = _tunnel(base) if base.per and hindrance is None else None
    return replace(base, hindrance=hindrance, tunnel=tunnel)


def _lacking(base: Comparison) -> Hindrance | None:
    if base.missing_year is not None:
        return Hindrance.NO_PEOPLE
    if not base.peers:
        return Hindrance.NO_FEATURES
    if base.own.shown is None:
        return Hindrance.NO_OWN
    return Hindrance.FEW if len(base.known) < LEAST_COMPARED else None


def _tunnel(base: Comparison) -> Tunnel | None:
    """All of them together are what each is held against."""
    placed = base.known
    counts = np.array([float(one.amount or 0) for one in placed])
    people = np.array([float(one.people or 0) for one in placed])
    rate = float(counts.sum() / people.sum())
    if not rate:
        return None
    found = funnel(counts, people * rate)
    sizes = np.linspace(people.max() / _STEPS, people.max() * 1.05, _STEPS)
    inner, outer = (limits_at(sizes * rate, one, found.phi) for one in (INNER, OUTER))
    return Tunnel(placed, found, rate * base.per, sizes, inner, outer)


def _modelled(indicator: Indicator, code: str) -> Modelled | None:
    series = indicator.series
    key = model_for(series.source, series.external_id, indicator.theme)
    held = official(Source.KOLADA, key) if key else None
    if held is None:
        return None
    year = latest_known(held, code, 9999)
    amount = amounts_in(held, year).get(code) if year else None
    said = against_model(amount)
    if year is None or amount is None or said is None:
        return None
    return Modelled(held, year, amount, said)
