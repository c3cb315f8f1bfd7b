"""Which municipalities are like one's own, in what one has chosen to look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

import numpy as np

from handslag.domain.series.models import Area, Indicator, Series
from handslag.domain.series.queries import (
    amounts_in,
    features_for,
    latest_known,
    weighable,
)
from handslag.domain.series.rules import AreaKind
from handslag.domain.series.rules.peers import is_count
from handslag.statistics import similar
from handslag.statistics.weighting import Numbers

_Held = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Feature:
    """What is looked at: the year it is taken from, and how much it weighs. Without a year
    the own municipality has no figure, and it is not looked at. Numbers of things are
    compared by their logarithm: twice as many is as far wherever one stands."""

    series: Series
    weight: float
    year: int | None = None
    own: Decimal | None = None
    by_logarithm: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """The most alike, nearest first: `codes`, `distances`, and for each how much of the
    distance is due to each of the features in `used`. `among`: how many there were to
    choose between; `left_out`: how many lack a figure. `addable`: what more there is."""

    codes: Sequence[str] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    distances: Sequence[float] = ()
    shares: Sequence[Sequence[float]] = ()
    features: Sequence[Feature] = ()
    among: int = 0
    left_out: int = 0
    addable: Sequence[Series] = ()

    @property
    def used(self) -> list[Feature]:
        return [one for one in self.features if one.year is not None and one.weight > 0]


def alike(
    indicator: Indicator, code: str, year: int, weights: Mapping[UUID, float], most: int
) -> Alike:
    """The municipalities most like that of the indicator, by that year."""
    known = features_for(indicator.home)
    open_to_all = list(weighable(indicator.home, code).exclude(pk=indicator.series_id))
    known |= {one: 1.0 for one in open_to_all if one.public_id in weights}
    features, held = [], []
    for series, usual in known.items():
        weight = weights.get(series.public_id, usual)
        feature, amounts = _feature(series, weight, code, year)
        features.append(feature)
        if feature.year is not None and weight > 0:
            held.append(amounts)
    addable = [one for one in open_to_all if one not in known]
    found = Alike(features=features, addable=addable)
    return _nearest(found, held, code, most) if held else found


def _feature(series: Series, weight: float, code: str, year: int) -> tuple[Feature, _Held]:
    when = latest_known(series, code, year)
    if when is None:
        return Feature(series, weight), {}
    amounts = amounts_in(series, when)
    whole = is_count(series.measured) and all(one > 0 for one in amounts.values())
    return Feature(series, weight, when, amounts[code], by_logarithm=whole), amounts


def _nearest(found: Alike, held: Sequence[_Held], code: str, most: int) -> Alike:
    everywhere = set().union(*held)
    areas = Area.objects.filter(kind=AreaKind.MUNICIPALITY, code__in=everywhere)
    names = dict(areas.order_by("valid_from").values_list("code", "name"))
    whole = sorted(one for one in names if all(one in amounts for amounts in held))
    if code not in whole or len(whole) < 2:  # noqa: PLR2004 - oneself and another
        return found
    used = found.used
    columns = [_column(feature, held[at], whole) for at, feature in enumerate(used)]
    weights = np.array([one.weight for one in used])
    near = similar(np.column_stack(columns), weights, whole.index(code), most)
    return Alike(
        codes=[whole[at] for at in near.ids],
        names=names,
        distances=near.distance.tolist(),
        shares=near.contributions.tolist(),
        features=found.features,
        among=len(whole) - 1,
        left_out=len(names) - len(whole),
        addable=found.addable,
    )


def _column(feature: Feature, amounts: _Held, codes: Sequence[str]) -> Numbers:
    values = np.array([float(amounts[one]) for one in codes])
    return np.log(values) if feature.by_logarithm else values
