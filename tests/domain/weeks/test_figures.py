"""What a board counts: what is shared with the group, against the usual."""

from datetime import UTC, date, datetime, timedelta

import pytest

from handslag.domain.incidents.models import Incident
from handslag.domain.incidents.queries import sight_of
from handslag.domain.incidents.queries import visible_to as incidents_visible_to
from handslag.domain.incidents.rules import Top, Where
from handslag.domain.organisations.models import PlaceKind
from handslag.domain.weeks.figures import since_last
from handslag.domain.weeks.queries import groups_seen_by, shared_in
from handslag.domain.weeks.rules.words import Level
from tests import make
from tests.make import incidents

MONDAY = datetime(2026, 2, 23, 12, tzinfo=UTC)


@pytest.fixture
def weeks_of_two(municipality):
    """Two reports a week for half a year, and ten in the last week at one square."""
    incidents.desk(municipality)
    torget = make.place(municipality, "Torget", kind=PlaceKind.SQUARE)
    torget.lon, torget.lat = 14.437, 59.236
    torget.save()
    here = Where(place=torget.public_id)
    for week in range(1, 30):
        for _ in range(2):
            incidents.incident(municipality, now=MONDAY - timedelta(weeks=week))
    for _ in range(10):
        incidents.incident(municipality, where=here, now=MONDAY)
    incidents.incident(municipality, "safe_place", now=MONDAY)
    return municipality


def test_a_place_that_was_calm_stands_out(weeks_of_two, django_assert_num_queries):
    with django_assert_num_queries(2):
        since = since_last(
            [weeks_of_two.pk], first=date(2026, 2, 23), last=date(2026, 3, 1)
        )
    assert (since.all.n, since.all.level, since.safe) == (10, Level.UNUSUAL, 1)
    assert since.all.found.estimate == 2
    damage = next(one for one in since.kinds if one.top is Top.DAMAGE)
    assert damage.weighed.level is Level.UNUSUAL
    (spot,) = since.spots
    assert (spot.name, spot.before, spot.weighed.level) == ("Torget", 0, Level.UNUSUAL)


def test_what_is_not_shared_and_doubles_are_not_counted(weeks_of_two):
    new = Incident.objects.filter(day__gte=date(2026, 2, 23), top=Top.DAMAGE)
    hidden, double, kept = new[:3]
    Incident.objects.filter(pk=hidden.pk).update(shared=False)
    Incident.objects.filter(pk=double.pk).update(merged_into=kept)
    since = since_last([weeks_of_two.pk], first=date(2026, 2, 23), last=date(2026, 3, 1))
    assert since.all.n == 8


def test_a_group_is_shown_nothing_that_its_members_do_not_see(
    weeks_of_two, police, liaison_officer, elsewhere, today, group
):
    Incident.objects.filter(pk=Incident.objects.earliest("pk").pk).update(shared=False)
    seen = incidents_visible_to(sight_of(liaison_officer, today=today))
    board = shared_in([weeks_of_two.pk])
    assert board.exists()
    assert not board.exclude(pk__in=seen).exists()
    assert list(groups_seen_by(liaison_officer, today=today)) == [group]
    assert not groups_seen_by(elsewhere, today=today).exists()
