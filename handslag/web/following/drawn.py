"""An indicator as a line: breaks, goals, what is preliminary and why there is no number."""

from datetime import date

from handslag.domain.series.figures import Compared, Followed, Reading
from handslag.domain.series.rules import Rhythm
from handslag.web.following import said
from handslag.web.ui import charts
from handslag.web.ui.drawing import Drawing


def chart_of(one: Followed) -> charts.Chart:
    """The line of its own area, and of what it is compared with."""
    own = charts.Line(one.short_home, [_point(row, one.rhythm) for row in one.told.own])
    others = [charts.Line(other.name, _beside(other, one)) for other in one.told.others]
    marks = [
        charts.Break(index, found.why)
        for found in one.breaks
        for index in [_index(one, found.on)]
        if index is not None
    ]
    goals = [
        charts.Aim(index, float(goal.value))
        for goal in one.goals
        for index in [_index(one, goal.by)]
        if index is not None
    ]
    return charts.line_chart(
        f"indikator-{str(one.key)[:8]}",
        f"{one.name}, {said.unit_of(one)}",
        said.last_said(one),
        [own, *others],
        said=said.amount,
        extras=charts.Extras(breaks=marks, aims=goals),
    )


def spark_of(one: Followed) -> Drawing:
    """The same as a decoration in a list, where the words beside it say the last value."""
    amounts = (row.amount for row in one.told.own)
    return charts.sparkline([None if n is None else float(n) for n in amounts])


def _index(one: Followed, day: date) -> int | None:
    return next(
        (at for at, row in enumerate(one.told.own) if row.starts <= day <= row.ends), None
    )


def _beside(other: Compared, one: Followed) -> list[charts.Point]:
    at = {row.starts: row for row in other.readings}
    return [
        _point(at[row.starts], one.rhythm)
        if row.starts in at
        else charts.Point(said.period_of(row, one.rhythm), None)
        for row in one.told.own
    ]


def _point(row: Reading, rhythm: Rhythm) -> charts.Point:
    return charts.Point(
        said.period_of(row, rhythm),
        None if row.amount is None else float(row.amount),
        state="" if row.amount is not None else row.state.value,
        sign="" if row.amount is not None else said.sign_of(row),
        is_preliminary=row.is_preliminary,
    )
