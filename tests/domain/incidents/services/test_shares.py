"""The share of reports that led to something: released once, and never changed."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from handslag.core.access import ForbiddenError, Role, system
from handslag.domain.incidents.models import Desk, Incident, LedShare, Report, Step
from handslag.domain.incidents.rules import Deed, Outcome, Phase
from handslag.domain.incidents.services import release_share, release_shares_due
from handslag.domain.organisations.models import Organisation
from tests import make
from tests.make import incidents as made
from tests.refusing import code_of

TIMER = system("timer")
JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)
IN_OCTOBER = datetime(2026, 10, 2, 5, tzinfo=UTC)
IN_NOVEMBER = datetime(2026, 11, 2, 5, tzinfo=UTC)


@pytest.fixture
def lundby(db) -> Organisation:
    municipality = make.municipality("Lundby kommun")
    made.desk(municipality)
    Desk.objects.update(opened_at=datetime(2026, 6, 30, 23, tzinfo=UTC))
    return municipality


def reported(lundby, month: date, n: int) -> list[Incident]:
    """One report a day, the first days of a month."""
    first = datetime(month.year, month.month, 1, 10, tzinfo=UTC)
    return [
        made.incident(lundby, now=first + timedelta(days=number)) for number in range(n)
    ]


def closed(incidents: list[Incident], outcome: Outcome) -> None:
    Incident.objects.filter(pk__in=[one.pk for one in incidents]).update(
        phase=Phase.CLOSED, outcome=outcome, closed_on=date(2026, 9, 1)
    )


def test_a_month_of_enough_reports_is_released_after_two_more(lundby):
    those = reported(lundby, JULY, 25)
    closed(those[:15], Outcome.FIXED)
    early = partial(release_share, TIMER, lundby, month=JULY)
    before = datetime(2026, 9, 30, 21, tzinfo=UTC)
    assert code_of(partial(early, now=before)) == "incidents.month_is_open"
    share = early(now=IN_OCTOBER)
    assert share is not None
    assert (share.since, share.month, share.n, share.tenths) == (JULY, JULY, 25, 6)
    assert early(now=IN_NOVEMBER) == share
    assert release_shares_due(TIMER, now=IN_OCTOBER) == 0


def test_too_few_wait_and_are_counted_with_the_next_month_once(lundby):
    closed(reported(lundby, JULY, 12), Outcome.FIXED)
    assert release_shares_due(TIMER, now=IN_OCTOBER) == 0
    closed(reported(lundby, AUGUST, 10), Outcome.NOTED)
    assert release_shares_due(TIMER, now=IN_NOVEMBER) == 1
    share = LedShare.objects.get()
    assert (share.since, share.month, share.n) == (JULY, AUGUST, 20)
    reported(lundby, date(2026, 9, 1), 25)
    assert release_shares_due(TIMER, now=IN_NOVEMBER + timedelta(days=30)) == 1
    assert LedShare.objects.get(month=date(2026, 9, 1)).since == date(2026, 9, 1)
    behind = partial(release_share, TIMER, lundby, month=JULY, now=IN_NOVEMBER)
    assert code_of(behind) == "incidents.later_month_is_released"


def test_whatever_becomes_of_the_reports_the_figure_stays(lundby):
    those = reported(lundby, JULY, 25)
    closed(those, Outcome.NOTED)
    share = release_share(TIMER, lundby, month=JULY, now=IN_OCTOBER)
    before = list(LedShare.objects.values())
    closed(those, Outcome.FIXED)
    Report.objects.filter(pk__in=[one.report_id for one in those[:9]]).delete()
    assert release_share(TIMER, lundby, month=JULY, now=IN_NOVEMBER) == share
    release_shares_due(TIMER, now=IN_NOVEMBER)
    assert list(LedShare.objects.values()) == before
    for change in (LedShare.objects.all().delete, partial(LedShare.objects.update, n=500)):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_measure_and_what_became_of_the_one_it_was_put_together_with_count(lundby):
    those = reported(lundby, JULY, 30)
    for one in those[:6]:
        Step.objects.create(incident=one, deed=Deed.MEASURE, at=IN_OCTOBER)
    closed([those[6]], Outcome.FIXED)
    merged = [one.pk for one in those[7:12]]
    Incident.objects.filter(pk__in=merged).update(merged_into=those[6])
    share = release_share(TIMER, lundby, month=JULY, now=IN_OCTOBER)
    assert share is not None
    assert {"+".join(part["fates"]): part["n"] for part in share.parts} == {
        "fixed": 5,
        "partly": 0,
        "measure": 5,
        "open": 20,
        **dict.fromkeys(("noted", "not_ours", "will_not"), 0),
    }


def test_nothing_older_than_what_is_still_there_is_counted(lundby):
    Desk.objects.update(opened_at=datetime(2020, 1, 1, tzinfo=UTC))
    reported(lundby, JULY, 25)
    share = release_share(TIMER, lundby, month=JULY, now=IN_OCTOBER)
    assert share is not None
    assert share.since == date(2024, 11, 1)


def test_only_the_installation_itself_releases_and_only_where_reports_are_received(lundby):
    coordinator = make.member(lundby, Role.COORDINATOR)
    with pytest.raises(ForbiddenError):
        release_share(coordinator, lundby, month=JULY, now=IN_OCTOBER)
    other = make.municipality("Sjövik kommun")
    closed_there = partial(release_share, TIMER, other, month=JULY, now=IN_OCTOBER)
    assert code_of(closed_there) == "incidents.no_desk"
