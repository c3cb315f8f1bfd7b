"""What is reported as done, as a series."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from handslag.core.access import ForbiddenError, system
from handslag.domain.promises.services import (
    correct_progress,
    fill_from_progress,
    report_progress,
)
from handslag.domain.promises.services.progress import Done
from handslag.domain.series.queries import own_series
from handslag.domain.series.rules import DONE, State

NOW = datetime(2026, 4, 20, 9, tzinfo=UTC)


def report(actor, promise, day, amount=Decimal(1)):
    return report_progress(
        actor,
        promise,
        Done(day, amount),
        organisation=promise.set.home,
        target=None,
        token=uuid4(),
        now=NOW,
    )


def test_each_month_has_how_often_something_was_done(published, coordinator, municipality):
    promise = published.promises.first()
    for day in (date(2026, 1, 5), date(2026, 1, 9), date(2026, 3, 2), date(2026, 4, 2)):
        last = report(coordinator, promise, day)
    assert last.day.month == 4  # the month that goes on is not there yet
    assert fill_from_progress(system("test"), now=NOW) == 3
    assert fill_from_progress(system("test"), now=NOW) == 0
    series = own_series(municipality, DONE)
    assert series is not None
    rows = series.values.order_by("starts")
    assert [(one.state, one.amount, one.is_preliminary) for one in rows] == [
        (State.VALUE, Decimal(2), False),
        (State.ZERO, Decimal(0), True),
        (State.VALUE, Decimal(1), True),
    ]
    with pytest.raises(ForbiddenError):
        fill_from_progress(coordinator, now=NOW)


def test_what_was_corrected_to_nought_was_never_done(published, coordinator, municipality):
    promise = published.promises.first()
    first = report(coordinator, promise, date(2026, 1, 5), Decimal(3))
    report(coordinator, promise, date(2026, 2, 5), Decimal(3))
    fill_from_progress(system("test"), now=NOW)
    correct_progress(
        coordinator, first, right_amount=Decimal(0), why="Fel.", token=uuid4(), now=NOW
    )
    fill_from_progress(system("test"), now=NOW)
    series = own_series(municipality, DONE)
    assert series is not None
    amounts = series.values.order_by("starts").values_list("amount", flat=True)
    assert list(amounts) == [Decimal(0), Decimal(1), Decimal(0)]
