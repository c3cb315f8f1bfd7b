from datetime import UTC, datetime

import pytest

from handslag.core.access import ANYONE, ForbiddenError, system
from handslag.core.points.reading import of_area, table
from handslag.core.points.rules import UNKNOWN, day_number
from handslag.domain.analysis.rules import SOURCE
from handslag.domain.analysis.services import renew
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules import Inside, Known, Occurrence, Where
from tests.make import incidents

FRIDAY = datetime(2026, 2, 27, 22, 30, tzinfo=UTC)  # 23:30 in Sweden
NOWHERE = Where(inside=Inside.OUTDOORS, words="I skogen")


@pytest.fixture
def reports(municipality, settings, tmp_path):
    settings.POINTS_DIR = tmp_path / "points"
    incidents.desk(municipality)

    def send(known: Known, starts: datetime | None = None, ends: datetime | None = None):
        when = Occurrence(known=known, starts=starts, ends=ends)
        return incidents.incident(municipality, when=when, now=FRIDAY)

    return send


def found(municipality):
    renew(system("test"), now=FRIDAY)
    return of_area(SOURCE, int(municipality.code), years=(2026, 2026))


def test_a_report_becomes_a_point_where_and_when_it_was(reports, municipality):
    reports(Known.EXACT, FRIDAY)
    points = found(municipality)
    one = Incident.objects.get()
    assert (points.east.tolist(), points.north.tolist()) == ([one.east], [one.north])
    assert points.day.tolist() == [day_number(one.day)]
    assert points.kind.tolist() == [11]


def test_hours_are_those_of_a_clock_in_sweden(reports, municipality):
    """Friday 23:30, and an interval from then to 01:10: three hours of a clock."""
    reports(Known.EXACT, FRIDAY)
    later = datetime(2026, 2, 28, 0, 10, tzinfo=UTC)
    reports(Known.INTERVAL, FRIDAY, later)
    points = found(municipality)
    assert points.hour.tolist() == [4 * 24 + 23] * 2
    assert sorted(points.hours.tolist()) == [0, 3]


def test_what_tends_to_be_so_has_no_hour(reports, municipality):
    reports(Known.UNKNOWN)
    points = found(municipality)
    assert (points.hour.tolist(), points.hours.tolist()) == ([UNKNOWN], [0])
    assert table(SOURCE, "hours", int(municipality.code))["n"].tolist() == []


def test_doubles_and_what_has_no_point_are_left_out(reports, municipality):
    first, second = (reports(Known.EXACT, FRIDAY) for _ in range(2))
    Incident.objects.filter(pk=second.pk).update(merged_into=first)
    incidents.incident(municipality, where=NOWHERE, now=FRIDAY)
    assert len(found(municipality)) == 1


def test_what_is_deleted_is_gone_the_next_night(reports, municipality):
    reports(Known.EXACT, FRIDAY)
    assert len(found(municipality)) == 1
    Incident.objects.all().delete()
    assert len(found(municipality)) == 0
    assert table(SOURCE, "months", int(municipality.code)) == {}


def test_what_is_not_shared_is_marked(reports, municipality):
    reports(Known.EXACT, FRIDAY)
    Incident.objects.update(shared=False)
    assert found(municipality).shared.tolist() == [0]


def test_only_the_installation_makes_them_anew():
    with pytest.raises(ForbiddenError):
        renew(ANYONE, now=FRIDAY)
