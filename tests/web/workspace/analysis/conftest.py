"""A municipality with two years of reports."""

from datetime import UTC, datetime, timedelta

import pytest

from handslag.core.access import system
from handslag.domain.analysis.services import renew
from handslag.domain.incidents.models import Desk
from handslag.domain.incidents.rules import Known, Occurrence
from tests.make import incidents

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def two_years(municipality, settings, tmp_path):
    """Damage every Friday evening at ten."""
    settings.POINTS_DIR = tmp_path / "points"
    incidents.desk(municipality)
    Desk.objects.update(opened_at=datetime(2024, 2, 1, tzinfo=UTC))
    for week in range(96):
        at = datetime(2026, 2, 27, 21, tzinfo=UTC) - timedelta(weeks=week)
        when = Occurrence(known=Known.EXACT, starts=at)
        incidents.incident(municipality, when=when, now=at + timedelta(hours=1))
    renew(system("test"), now=NOW)
    return municipality
