"""What the parties of promises have bound themselves to, and not done yet."""

from datetime import UTC, date, datetime

import pytest

from handslag.core.deadlines import Basis
from handslag.core.periods import parse
from handslag.domain.promises import services
from handslag.domain.promises.queries import deadlines
from handslag.domain.promises.rules.words import Rhythm, Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from tests import make


def due(municipality, today):
    found = deadlines(homes={municipality.pk}, today=today)
    return sorted((one.kind, one.due_on) for one in found)


@pytest.fixture
def planned(coordinator, draft, municipal_approver, police_approver, municipality, police):
    """A public set for 2026 that is to be followed up once, a month after its year."""
    services.plan_follow_ups(coordinator, draft, Rhythm.YEAR, function="kommunchefen")
    make.publish(
        draft, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    return draft


def test_a_planned_follow_up_is_due_on_its_day(planned, municipality, police, today):
    found = deadlines(homes={municipality.pk}, today=today)
    (one,) = (one for one in found if one.kind == "promises.follow_up")
    assert (one.due_on, one.basis) == (date(2027, 1, 31), Basis.PROMISE)
    assert (one.others, one.function) == ((police.pk,), "kommunchefen")
    assert one.path == f"/arbete/loften/{planned.public_id}/"


def test_a_follow_up_that_is_told_is_no_longer_due(
    planned, coordinator, municipality, now, today
):
    follow_up = services.begin_follow_up(
        coordinator, planned, period=parse("2026"), now=now, planned=planned.plan.get()
    )
    assert ("promises.follow_up", date(2027, 1, 31)) in due(municipality, today)
    said = {planned.promises.get().pk: OutcomeDraft(Verdict.KEPT)}
    services.save_follow_up(coordinator, follow_up, said, revision=1)
    services.publish_follow_up(coordinator, follow_up, now=now)
    assert due(municipality, today) == [("promises.renewal", date(2026, 12, 31))]


def test_a_set_that_ends_wants_another_after_it(
    published, coordinator, municipal_approver, police_approver, municipality, police, today
):
    assert due(municipality, today) == [("promises.renewal", date(2026, 12, 31))]
    later = services.renew(
        coordinator,
        published,
        name="Medborgarlöfte 2027",
        period=parse("2027"),
        now=datetime(2026, 3, 2, tzinfo=UTC),
    )
    assert ("promises.renewal", date(2026, 12, 31)) in due(municipality, today)
    make.publish(
        later, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    assert ("promises.renewal", date(2026, 12, 31)) not in due(municipality, today)


def test_a_set_that_ended_more_than_a_year_ago_is_history(published, municipality):
    assert due(municipality, date(2027, 12, 31))
    assert due(municipality, date(2028, 1, 1)) == []


def test_parties_that_are_asked_answer_within_four_weeks(
    draft, coordinator, municipality, today
):
    assert due(municipality, today) == []
    services.ask_for_approval(coordinator, draft, now=datetime(2026, 3, 2, tzinfo=UTC))
    assert due(municipality, today) == [("promises.approval", date(2026, 3, 30))]


def test_of_others_nothing_is_said(planned, police, today):
    assert deadlines(homes={police.pk}, today=today) == []
    assert deadlines(homes=None, today=today) != []


def test_more_sets_cost_no_more_questions(
    planned, coordinator, municipality, police, today, django_assert_num_queries
):
    for period in ("2027", "2028"):
        set_ = make.promise_set(coordinator, municipality, police, period=period)
        services.add_promise(coordinator, set_, make.promise_draft(municipality))
        services.ask_for_approval(coordinator, set_, now=datetime(2026, 3, 2, tzinfo=UTC))
    with django_assert_num_queries(4):
        deadlines(homes=None, today=today)
