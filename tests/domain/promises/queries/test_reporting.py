"""What one may report on, and whose reports one sees."""

from datetime import date, datetime
from uuid import uuid4

import pytest

from handslag.core.access import Actor, Role
from handslag.domain.organisations.models import Kind, Organisation
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.queries import (
    all_of,
    entries_of,
    entries_seen_by,
    had_a_part,
    reportable_by,
    unanswered_plan,
)
from handslag.domain.promises.rules.drafts import OwnerDraft
from handslag.domain.promises.rules.words import Rhythm, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from handslag.domain.promises.services.progress import Done
from tests import make

TODAY = date(2026, 3, 2)


@pytest.fixture
def helper(db) -> Organisation:
    """A housing company that takes part in a promise, and is no party."""
    return make.organisation("Lundby Bostäder", Kind.HOUSING_COMPANY)


@pytest.fixture
def caretaker(helper) -> Actor:
    return make.member(helper, Role.REPORTER)


@pytest.fixture
def shared(
    coordinator,
    municipality,
    police,
    municipal_approver,
    police_approver,
    helper,
) -> PromiseSet:
    """A published set in which the housing company has a part in the first promise."""
    set_ = make.promise_set(coordinator, municipality, police)
    owners = (OwnerDraft(municipality.pk), OwnerDraft(helper.pk))
    services.add_promise(coordinator, set_, make.promise_draft(municipality, owners=owners))
    services.add_promise(coordinator, set_, make.promise_draft(police))
    services.plan_follow_ups(coordinator, set_, Rhythm.HALF_YEAR, function="Samordnaren")
    make.publish(
        set_, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    return set_


def positions(actor: Actor, today: date = TODAY) -> list[int]:
    return [promise.position for promise in reportable_by(actor, today=today)]


def test_a_party_reports_on_every_promise_of_the_set(shared, coordinator, liaison_officer):
    assert positions(coordinator) == positions(liaison_officer) == [0, 1]


def test_one_who_takes_part_reports_on_that_promise_alone(shared, caretaker):
    assert positions(caretaker) == [0]


def test_those_who_may_not_report_have_nothing_to_report_on(shared, reader, elsewhere):
    assert positions(reader) == positions(elsewhere) == []


def test_nothing_is_reported_on_a_draft(draft, coordinator):
    assert positions(coordinator) == []


def test_what_was_done_late_in_the_year_can_be_written_down_a_quarter_later(
    shared, coordinator
):
    assert positions(coordinator, date(2027, 3, 31)) == [0, 1]
    assert positions(coordinator, date(2027, 5, 1)) == []


def test_reports_are_seen_by_those_who_see_the_set_and_by_whoever_made_them(
    shared, caretaker, helper, reader, elsewhere, now: datetime
):
    promise = shared.promises.first()
    entry = services.report_progress(
        caretaker,
        promise,
        Done(day=TODAY),
        organisation=helper,
        target=None,
        token=uuid4(),
        now=now,
    )
    assert list(entries_of(promise)) == [entry]
    assert list(entries_seen_by(caretaker)) == list(entries_seen_by(reader)) == [entry]
    assert not entries_seen_by(elsewhere).exists()
    assert entry in all_of(shared)


def test_those_who_have_had_a_part_can_have_one_again(shared, helper, municipality, police):
    assert set(had_a_part(shared)) == {helper, municipality, police}


def test_a_planned_follow_up_waits_until_its_answer_is_published(
    shared, coordinator, now: datetime
):
    first, second = unanswered_plan(shared)
    begun = services.begin_follow_up(
        coordinator, shared, period=shared.period, now=now, planned=first
    )
    assert unanswered_plan(shared) == [first, second]
    said = {shared.promises.first().pk: OutcomeDraft(Verdict.KEPT)}
    services.save_follow_up(coordinator, begun, said, revision=1)
    services.publish_follow_up(coordinator, begun, now=now)
    assert unanswered_plan(shared) == [second]
