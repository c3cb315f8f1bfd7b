"""The secret address of one's calendar."""

import pytest

from handslag.core.access import ANYONE, ForbiddenError
from handslag.core.accounts.models import Person
from handslag.domain.year.models import CalendarFeed
from handslag.domain.year.published import own_calendar
from handslag.domain.year.services import end_feed, make_feed


def test_only_a_fingerprint_of_the_address_is_kept(coordinator, now):
    token = make_feed(coordinator, now=now)
    feed = CalendarFeed.objects.get()
    assert token not in str(vars(feed))
    assert len(token) > 40


def test_a_new_address_ends_the_old(coordinator, now, today):
    old = make_feed(coordinator, now=now)
    new = make_feed(coordinator, now=now)
    assert own_calendar(old, today=today) is None
    assert own_calendar(new, today=today)
    end_feed(coordinator)
    end_feed(coordinator)
    assert own_calendar(new, today=today) is None


def test_the_calendar_holds_what_its_owner_may_see(
    published, coordinator, liaison_officer, elsewhere, now, today
):
    seen = {}
    for actor in (coordinator, liaison_officer, elsewhere):
        found = own_calendar(make_feed(actor, now=now), today=today)
        assert found
        seen[actor] = [day.deadline.kind for day in found.days]
    assert seen[coordinator] == seen[liaison_officer] == ["promises.renewal"]
    assert seen[elsewhere] == []


def test_who_has_lost_the_account_has_lost_the_calendar(coordinator, now, today):
    token = make_feed(coordinator, now=now)
    Person.objects.filter(pk=coordinator.person_id).update(is_active=False)
    assert own_calendar(token, today=today) is None


def test_nobody_without_an_account_gets_one(now, db):
    with pytest.raises(ForbiddenError):
        make_feed(ANYONE, now=now)
    with pytest.raises(ForbiddenError):
        end_feed(ANYONE)
