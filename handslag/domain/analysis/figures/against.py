"""Reports against what people answer: does more happen, or do more report?"""

from dataclasses import dataclass
from datetime import date
from math import inf

from scipy.special import ndtr, stdtrit

from handslag.core.deadlines import months_after
from handslag.domain.analysis.figures.development import LEAST, LEVEL, YEAR, variation
from handslag.domain.analysis.queries.sums import Monthly, monthly
from handslag.domain.analysis.rules import Question
from handslag.domain.analysis.rules.against import Moved, Together, moved, together
from handslag.domain.surveys.published.awareness import Knowing, exposure_of
from handslag.statistics.counts import rate_ratio
from handslag.statistics.verdicts import Measured


@dataclass(frozen=True, slots=True)
class Waves:
    """Two surveys after each other, and the change in the share who say that they have been
    exposed to a crime, with its interval; certain, when it is so among all questions that
    were compared."""

    then: Knowing
    now: Knowing
    change: tuple[float, float, float]
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """Reports of so many whole months before each survey, and their ratio."""

    months: int
    before: int
    after: int
    measured: Measured


@dataclass(frozen=True, slots=True)
class Against:
    """`asked` is how many surveys there are to compare. Without `counted` there are not
    enough months of reports before the first of the two."""

    asked: int
    waves: Waves | None = None
    counted: Counted | None = None
    said: Together = Together.NONE


def against(question: Question, home: int, *, first: date | None, today: date) -> Against:
    """Of the two latest surveys, and the months that are wholly known from `first` on. One
    query."""
    exposed = exposure_of(home)
    many = len(exposed.measured)
    if exposed.change is None or many < 2:  # noqa: PLR2004 - it takes two
        return Against(many)
    then, now = exposed.measured[-2:]
    waves = Waves(then, now, exposed.change, exposed.is_certain)
    rows = monthly(question, first=first, today=today) if first else None
    counted = _counted(rows, waves) if rows else None
    if counted is None:
        return Against(many, waves)
    _change, lower, upper = waves.change
    answered = moved(lower, upper, still=0.0) if waves.is_certain else Moved.UNSURE
    reported = moved(counted.measured.lower, counted.measured.upper, still=1.0)
    return Against(many, waves, counted, together(reported, answered))


def _counted(rows: Monthly, waves: Waves) -> Counted | None:
    """As many whole months before the one in which each survey ended, twelve at most, and
    none of them in both. Fewer than twelve are the same months of the year, or none."""
    places = {month: at for at, month in enumerate(rows.months)}
    then, now = (
        places.get(months_after(one.ended.replace(day=1), -1), -1) + 1
        for one in (waves.then, waves.now)
    )
    many = min(YEAR, then, now - then)
    if many < YEAR:
        then, now = _same_season(then, now)
        many = min(then, now - then)
    if many < LEAST:
        return None
    before = int(rows.counts[then - many : then].sum())
    after = int(rows.counts[now - many : now].sum())
    if not before + after:
        return None
    phi, df = variation(rows.counts)
    level = float(2 * ndtr(stdtrit(df, 0.5 + LEVEL / 2)) - 1)
    ratio = rate_ratio(after, 1.0, before, 1.0, phi=phi, level=level)
    measured = Measured(
        estimate=ratio.estimate,
        lower=ratio.lower,
        upper=ratio.upper,
        level=LEVEL,
        n=ratio.n,
        method=ratio.method,
        mde=inf,
    )
    return Counted(many, before, after, measured)


def _same_season(then: int, now: int) -> tuple[int, int]:
    """Whole years apart, so that summer is compared with summer, where that moves one of
    them a month at most; else nothing to compare."""
    over = (now - then) % YEAR
    if over == YEAR - 1:
        return then - 1, now
    return (then, now - over) if over <= 1 else (then, then)
