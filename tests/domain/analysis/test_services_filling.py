from datetime import UTC, datetime
from decimal import Decimal

import pytest

from handslag.core.access import ForbiddenError, Role, system
from handslag.domain.analysis.services import fill_series
from handslag.domain.incidents.models import Desk, Incident
from handslag.domain.series.models import OldValue, Value
from handslag.domain.series.queries import own_series
from handslag.domain.series.rules import Direction, IndicatorDraft, Origin, State
from handslag.domain.series.services import make_indicator
from tests import make
from tests.make import incidents

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def home(municipality):
    """Two reports of damage in December, one in February; nothing in between."""
    incidents.desk(municipality)
    Desk.objects.update(opened_at=datetime(2025, 11, 20, tzinfo=UTC))
    for at in (datetime(2025, 12, 3, tzinfo=UTC), datetime(2025, 12, 9, tzinfo=UTC)):
        incidents.incident(municipality, "graffiti", now=at)
    incidents.incident(municipality, "graffiti", now=datetime(2026, 2, 9, tzinfo=UTC))
    return municipality


def told(home, name="reports.damage") -> list[tuple[int, str, Decimal | None, bool]]:
    series = own_series(home, name)
    assert series is not None
    rows = series.values.order_by("starts")
    return [(one.starts.month, one.state, one.amount, one.is_preliminary) for one in rows]


def test_whole_months_are_put_in_and_nought_is_a_number(home):
    assert fill_series(system("test"), now=NOW) == 15  # three months of five series
    assert told(home) == [
        (12, State.VALUE, Decimal(2), False),
        (1, State.ZERO, Decimal(0), True),
        (2, State.VALUE, Decimal(1), True),
    ]
    assert told(home, "reports") == told(home)


def test_the_next_night_changes_only_what_has_changed(home):
    fill_series(system("test"), now=NOW)
    assert fill_series(system("test"), now=NOW) == 0
    incidents.incident(home, "graffiti", now=datetime(2026, 2, 11, tzinfo=UTC))
    assert fill_series(system("test"), now=NOW) == 2
    assert OldValue.objects.count() == 2


def test_what_was_put_in_stays_when_its_reports_are_forgotten(home):
    fill_series(system("test"), now=NOW)
    Incident.objects.all().delete()
    fill_series(system("test"), now=datetime(2028, 3, 2, tzinfo=UTC))
    first = Value.objects.filter(series=own_series(home, "reports")).earliest("starts")
    assert first.amount == 2


def test_an_indicator_of_it_says_where_it_comes_from(home):
    fill_series(system("test"), now=NOW)
    series = own_series(home, "reports.damage")
    assert series is not None
    draft = IndicatorDraft(
        name="Skadegörelse",
        shows="Hur mycket.",
        direction=Direction.DOWN,
        series=series.public_id,
        origin=Origin.SERIES,
        responsible="Parkenheten",
    )
    by = make.member(home, Role.COORDINATOR)
    assert make_indicator(by, home, draft).origin == Origin.INCIDENTS
    with pytest.raises(ForbiddenError):
        fill_series(by, now=NOW)
