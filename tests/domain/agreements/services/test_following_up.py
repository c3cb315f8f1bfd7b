"""Followed up at least every second year, goal by goal, and frozen when it is published."""

from datetime import date, timedelta

import pytest
from django.db import Error, transaction

from handslag.core.approvals.models import Version
from handslag.core.refusals import ChangedMeanwhileError, NotAllowedError
from handslag.domain.agreements import queries, services
from handslag.domain.agreements.models import Agreement
from tests.make import agreements as make_agreements


def begun(actor, row, now):
    return services.begin_follow_up(
        actor, row, on=now.date(), functions="kommunchefen", now=now
    )


def save(actor, told, *, revision, goals=None):
    services.save_follow_up(
        actor, told, goals=goals or {}, commitments={}, summary="", revision=revision
    )


def test_a_draft_is_not_followed_up(written, coordinator, now):
    with pytest.raises(NotAllowedError, match="not_published"):
        begun(coordinator, written, now)


def test_no_day_to_come_is_followed_up(settled, coordinator, now):
    tomorrow = now.date() + timedelta(days=1)
    with pytest.raises(NotAllowedError, match="day_to_come"):
        services.begin_follow_up(coordinator, settled, on=tomorrow, functions="vi", now=now)


def test_an_empty_one_is_not_published(settled, coordinator, now):
    told = begun(coordinator, settled, now)
    with pytest.raises(NotAllowedError, match="follow_up_empty"):
        services.publish_follow_up(coordinator, told, now=now)


def test_what_is_published_is_frozen(settled, coordinator, now, today):
    told = make_agreements.follow_up(coordinator, settled, today)
    goal = settled.goals.get()
    with pytest.raises(NotAllowedError, match="follow_up_published"):
        save(coordinator, told, revision=2, goals={goal.pk: services.Said(None, "Nej.")})
    with pytest.raises(Error), transaction.atomic():
        Version.objects.filter(pk=told.version_id or 0).delete()


def test_two_who_write_at_once_lose_nothing(settled, coordinator, liaison_officer, now):
    told, goal = begun(coordinator, settled, now), settled.goals.get()
    save(coordinator, told, revision=1, goals={goal.pk: services.Said(None, "Mitt.")})
    with pytest.raises(ChangedMeanwhileError):
        save(
            liaison_officer, told, revision=1, goals={goal.pk: services.Said(None, "Vårt.")}
        )
    assert told.outcomes.get().said == "Mitt."


def test_another_agreements_goal_is_not_told_of(
    settled, coordinator, municipality, police, now
):
    other = make_agreements.agreement(coordinator, municipality, police)
    told = begun(coordinator, settled, now)
    save(
        coordinator,
        told,
        revision=1,
        goals={other.goals.get().pk: services.Said(None, "X")},
    )
    assert not told.outcomes.exists()


def test_the_next_follow_up_is_due_two_years_later(settled, coordinator):
    def due(today: date) -> date | None:
        row = queries.with_days(Agreement.objects.all()).get(pk=settled.pk)
        return queries.follow_up_day(row, today)

    assert due(date(2026, 3, 2)) == date(2025, 1, 1)
    make_agreements.follow_up(coordinator, settled, date(2026, 2, 1))
    assert due(date(2026, 3, 2)) == date(2028, 2, 1)
