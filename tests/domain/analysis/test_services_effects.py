from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from handslag.core.access import ForbiddenError, Role, system
from handslag.core.audit.models import Entry
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.rules import EffectDraft
from handslag.domain.analysis.services import (
    call_off_effect,
    change_effect,
    count_effects,
    plan_effect,
    try_effect,
)
from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.rules import Inside, Top, Where
from tests import make
from tests.make import incidents

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
LON, LAT = 14.437, 59.236
STEP = 0.0018  # degrees of latitude: two hundred metres


@pytest.fixture
def park(municipality):
    incidents.desk(municipality)
    found = make.place(municipality, "Parken")
    found.lon, found.lat = LON, LAT
    found.save()
    return found


@pytest.fixture
def staff(municipality):
    return make.member(municipality, Role.COORDINATOR)


def reported(municipality, on: datetime, north: float = 0.0, category="graffiti"):
    where = Where(lon=LON, lat=LAT + north * STEP, inside=Inside.OUTDOORS)
    return incidents.incident(municipality, category, where=where, now=on)


def draft(park, **changed):
    given = EffectDraft(
        name="Ny belysning i parken",
        tops=(Top.DAMAGE,),
        place=park.pk,
        metres=300,
        ring=300,
        begins=date(2026, 4, 10),
    )
    return replace(given, **changed)


def test_a_plan_counts_the_months_before_it_begins(municipality, park, staff):
    """In the area, in the ring, and beyond; of the kind that is asked for."""
    reported(municipality, datetime(2025, 4, 1, tzinfo=UTC))
    january = datetime(2026, 1, 15, tzinfo=UTC)
    for north in (0, 1, 2, 5, 6, 7):
        reported(municipality, january, north)
    reported(municipality, january, category="quarrel")
    plan = plan_effect(staff, municipality, draft(park), now=NOW)
    rows = {row.month: (row.area, row.ring, row.comparison) for row in plan.counts.all()}
    assert list(rows) == [date(2025, m, 1) for m in range(4, 13)] + [
        date(2026, 1, 1),
        date(2026, 2, 1),
    ]
    assert rows[date(2026, 1, 1)] == (2, 1, 3)
    assert rows[date(2026, 2, 1)] == (0, 0, 0)
    assert not plan.is_late


def test_what_a_plan_could_show_is_tried_without_a_trace_and_kept_with_it(
    municipality, park, staff
):
    for month in (1, 2):
        for north in (0, 1, 5, 6, 7):
            on = datetime(2026, month, 3, tzinfo=UTC)
            reported(municipality, on, north)
    reported(municipality, datetime(2025, 4, 1, tzinfo=UTC))
    tried = try_effect(staff, municipality, draft(park), now=NOW).least
    assert tried is not None
    assert 0.5 < tried < 1
    assert not EffectPlan.objects.exists()
    plan = plan_effect(staff, municipality, draft(park), now=NOW)
    assert plan.least == tried
    longer = change_effect(
        staff, plan, draft(park, after=24), revision=plan.revision, now=NOW
    )
    assert (longer.least or 1) < tried
    with pytest.raises(NotAllowedError):
        try_effect(staff, municipality, draft(park, before=3), now=NOW)
    reader = make.member(municipality, Role.READER)
    with pytest.raises(ForbiddenError):
        try_effect(reader, municipality, draft(park), now=NOW)


def test_months_before_anybody_reported_are_not_nought(municipality, park, staff):
    reported(municipality, datetime(2025, 11, 20, tzinfo=UTC))
    plan = plan_effect(staff, municipality, draft(park), now=NOW)
    assert plan.counts.earliest("month").month == date(2025, 12, 1)


def test_what_is_compared_with_may_be_another_place(municipality, park, staff):
    other = make.place(municipality, "Stationen")
    other.lon, other.lat = LON, LAT + 10 * STEP
    other.save()
    reported(municipality, datetime(2025, 12, 1, tzinfo=UTC))
    for north in (9, 10, 14):
        reported(municipality, datetime(2026, 1, 15, tzinfo=UTC), north)
    given = draft(park, comparison=other.pk)
    plan = plan_effect(staff, municipality, given, now=NOW)
    assert plan.counts.get(month=date(2026, 1, 1)).comparison == 2


def test_a_plan_made_when_it_has_begun_says_so(municipality, park, staff):
    plan = plan_effect(staff, municipality, draft(park, begins=date(2026, 3, 1)), now=NOW)
    assert plan.is_late


def test_a_plan_that_has_begun_cannot_be_changed(municipality, park, staff):
    plan = plan_effect(staff, municipality, draft(park), now=NOW)
    later = NOW + timedelta(days=60)
    with pytest.raises(NotAllowedError) as refused:
        change_effect(staff, plan, draft(park, metres=500), revision=1, now=later)
    assert refused.value.code == "analysis.has_begun"
    changed = change_effect(staff, plan, draft(park, metres=500), revision=1, now=NOW)
    assert (changed.metres, changed.revision) == (500, 2)


def test_two_who_change_a_plan_lose_nothing(municipality, park, staff):
    plan = plan_effect(staff, municipality, draft(park), now=NOW)
    change_effect(staff, plan, draft(park, metres=500), revision=1, now=NOW)
    with pytest.raises(ChangedMeanwhileError):
        change_effect(staff, plan, draft(park, metres=900), revision=1, now=NOW)
    with pytest.raises(ChangedMeanwhileError):
        call_off_effect(staff, plan, why="Inget blev av.", revision=1, now=NOW)


def test_what_was_called_off_says_why_and_is_not_counted_on(municipality, park, staff):
    plan = plan_effect(staff, municipality, draft(park), now=NOW)
    with pytest.raises(NotAllowedError) as refused:
        call_off_effect(staff, plan, why=" ", revision=1, now=NOW)
    assert refused.value.code == "analysis.why_called_off"
    call_off_effect(staff, plan, why="Lamporna kom aldrig.", revision=1, now=NOW)
    reported(municipality, datetime(2026, 6, 1, tzinfo=UTC))
    assert count_effects(system("test"), now=NOW + timedelta(days=200)) == 0


def test_counts_stay_when_the_reports_are_gone(municipality, park, staff):
    """Late reports are counted as long as a month is kept; after that its number stays."""
    reported(municipality, datetime(2025, 3, 31, tzinfo=UTC))
    reported(municipality, datetime(2025, 5, 20, tzinfo=UTC))
    plan = plan_effect(staff, municipality, draft(park), now=NOW)
    reported(municipality, datetime(2025, 5, 21, tzinfo=UTC))
    count_effects(system("test"), now=NOW)
    may = plan.counts.get(month=date(2025, 5, 1))
    assert may.area == 2
    Incident.objects.filter(day__lt=date(2026, 1, 1)).delete()
    reported(municipality, datetime(2027, 5, 2, tzinfo=UTC))
    count_effects(system("test"), now=datetime(2027, 6, 10, tzinfo=UTC))
    may.refresh_from_db()
    assert may.area == 2


def test_a_place_of_another_or_without_a_point_is_refused(municipality, park, staff):
    elsewhere = make.place(make.municipality("Norrby kommun"), "Torget")
    for wrong in (make.place(municipality, "Skogen"), elsewhere):
        with pytest.raises(NotAllowedError) as refused:
            plan_effect(staff, municipality, draft(park, place=wrong.pk), now=NOW)
        assert refused.value.code == "analysis.place_is_nowhere"
    assert not EffectPlan.objects.exists()


def test_only_the_parties_plan(municipality, police, park, stranger):
    with pytest.raises(ForbiddenError):
        plan_effect(stranger, municipality, draft(park), now=NOW)
    officer = make.member(police, Role.LIAISON_OFFICER)
    plan = plan_effect(officer, municipality, draft(park), now=NOW)
    entry = Entry.objects.get(action="analysis.effect_planned")
    assert (entry.on_behalf, plan.revision) == (police.pk, 1)
    with pytest.raises(ForbiddenError):
        count_effects(officer, now=NOW)


def test_a_case_is_not_written_in_a_plan(municipality, park, staff):
    with pytest.raises(NotAllowedError):
        plan_effect(staff, municipality, draft(park, name="Efter 5000-K123456-26"), now=NOW)
