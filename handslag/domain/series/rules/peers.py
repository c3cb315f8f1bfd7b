"""Which municipalities are like one's own, and what a model expects of it."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from handslag.core.refusals import NotAllowedError
from handslag.domain.series.rules.rates import PER
from handslag.domain.series.rules.words import Measured, Rhythm, Source, Theme

PEERS, FEWEST_PEERS, MOST_PEERS = 7, 3, 30
HEAVIEST = 99.0
OF_PEOPLE = 1.0  # how much inhabitants weigh until somebody says otherwise
LEAST_COMPARED = 4  # municipalities with a figure, one's own among them
YEARLY = frozenset({Rhythm.YEAR, Rhythm.TWO_YEARS})


class Beside(StrEnum):
    """What an area is to the one that compares itself."""

    OWN = "own"
    PEER = "peer"
    COUNTY = "county"
    NATION = "nation"


class Hindrance(StrEnum):
    """Why something cannot be compared with similar municipalities."""

    NOT_YEARLY = "not_yearly"
    NO_VALUES = "no_values"
    IS_PEOPLE = "is_people"
    IS_CODE = "is_code"
    NO_OWN = "no_own"
    NO_PEOPLE = "no_people"
    NO_FEATURES = "no_features"
    FEW = "few"


# Why there is nothing to show at all
BARRED = frozenset(
    {
        Hindrance.NOT_YEARLY,
        Hindrance.NO_VALUES,
        Hindrance.IS_PEOPLE,
        Hindrance.IS_CODE,
    }
)


class Expected(StrEnum):
    """What is reported against what Kolada's model gives for such a municipality."""

    FEWER = "fewer"
    AS_MANY = "as_many"
    MORE = "more"


_CODED: Mapping[Decimal, Expected] = {
    Decimal(2): Expected.FEWER,
    Decimal(1): Expected.AS_MANY,
    Decimal(0): Expected.MORE,
}
# Kolada's key figures of the deviation, by theme and by what they are about
_BY_THEME: Mapping[str, str] = {Theme.VIOLENCE: "U00489", Theme.PROPERTY: "U00490"}
_BY_FIGURE: Mapping[str, str] = {"N07403": "U00489", "U07417": "U00490"}


# Those of its figures that are codes, as above
_CODES = frozenset({"N00488", "U00487", "U00488", "U00489", "U00490"})


def is_code(source: str, external_id: str) -> bool:
    """Whether its numbers stand for words and are not to be measured."""
    return source == Source.KOLADA and external_id in _CODES


def against_model(amount: Decimal | None) -> Expected | None:
    """What Kolada's code says: 2 is fewer, 1 as many, and nought more."""
    return None if amount is None else _CODED.get(amount)


def model_for(source: str, external_id: str, theme: str) -> str:
    """The deviation that belongs to a series, or nothing."""
    if is_code(source, external_id):
        return external_id
    return _BY_FIGURE.get(external_id, "") or _BY_THEME.get(theme, "")


def check_weight(weight: Decimal) -> None:
    """Refuse what cannot be a weight."""
    if not weight.is_finite() or not 0 <= weight <= HEAVIEST:
        raise NotAllowedError("series.weight_out_of_bounds")


def is_count(measured: str) -> bool:
    """A number of things: to be divided by inhabitants, and counted as chance counts."""
    return measured == Measured.NUMBER


def per_of(asked: int, own: int) -> int:
    """Of how many inhabitants: what is asked, else what the indicator says."""
    return next(one for one in (asked, own, PER[1]) if one in PER[1:])
