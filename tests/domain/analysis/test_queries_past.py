from datetime import UTC, datetime, timedelta

from handslag.core.points.rules import week_number
from handslag.domain.analysis.queries.past import lateness, weeks_ever
from handslag.domain.analysis.rules import top_of
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules import Known, Occurrence, Top
from tests.make import incidents

SUNDAY = datetime(2026, 1, 18, 22, 30, tzinfo=UTC)  # 23:30 in Sweden
MONDAY = SUNDAY + timedelta(hours=1)


def test_weeks_are_known_when_the_reports_are_gone(municipality):
    incidents.desk(municipality)
    for at in (SUNDAY, SUNDAY, MONDAY):
        incidents.incident(municipality, when=Occurrence(Known.EXACT, at), now=MONDAY)
    Incident.objects.all().delete()
    week = week_number(SUNDAY.date())
    found = {(area, top_of(kind), at): n for (area, kind, at), n in weeks_ever().items()}
    code = int(municipality.code)
    assert found == {(code, Top.DAMAGE, week): 2, (code, Top.DAMAGE, week + 1): 1}


def test_how_late_they_came_is_counted_in_days_of_a_calendar(municipality):
    incidents.desk(municipality)
    for later in (timedelta(), timedelta(days=3), timedelta(days=90)):
        when = Occurrence(Known.EXACT, SUNDAY)
        incidents.incident(municipality, when=when, now=SUNDAY + later)
    today = SUNDAY.date() + timedelta(days=100)
    late = sorted(days for _area, _kind, days in lateness(today))
    assert late == [0, 3, 28]
    assert not lateness(SUNDAY.date() + timedelta(days=28))
