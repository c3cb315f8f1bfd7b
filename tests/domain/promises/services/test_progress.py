from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db.models import Sum

from handslag.core.access import ForbiddenError, Role
from handslag.domain.promises import services
from handslag.domain.promises.models import ProgressEntry
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.services.progress import Done
from tests import make
from tests.together import in_turns

PARALLEL = 200


@pytest.mark.django_db(transaction=True)
def test_two_hundred_parallel_reports_give_the_exact_sum(
    published, coordinator, municipality, now
):
    promise = published.promises.get()
    target = promise.targets.get()

    def report():
        services.report_progress(
            coordinator,
            promise,
            Done(date(2026, 2, 1), Decimal("1.5")),
            organisation=municipality,
            target=target,
            token=uuid4(),
            now=now,
        )

    in_turns([report] * PARALLEL)
    total = ProgressEntry.objects.aggregate(total=Sum("amount"))["total"]
    assert total == Decimal("1.5") * PARALLEL
    municipality.refresh_from_db()
    assert municipality.public_revision >= PARALLEL


@pytest.mark.parametrize(
    ("done", "code"),
    [
        (Done(date(2026, 2, 1), Decimal(-1)), "negative_amount"),
        (Done(date(2026, 2, 1), Decimal(2), within=Decimal(3)), "more_within_than_cases"),
        (Done(date(2026, 2, 2), until=date(2026, 2, 1)), "ends_before_start"),
        (Done(date(2026, 2, 1), Decimal(2), within=Decimal(-1)), "negative_amount"),
        (Done(date(2026, 3, 3)), "day_to_come"),
        (Done(date(2026, 3, 1), until=date(2026, 3, 3)), "day_to_come"),
    ],
)
def test_an_impossible_report_is_refused(
    done, code, published, coordinator, municipality, now
):
    with pytest.raises(NotAllowedError, match=code):
        services.report_progress(
            coordinator,
            published.promises.get(),
            done,
            organisation=municipality,
            target=None,
            token=uuid4(),
            now=now,
        )


def test_nothing_is_reported_on_a_draft(draft, coordinator, municipality, now):
    with pytest.raises(NotAllowedError, match="not_published"):
        services.report_progress(
            coordinator,
            draft.promises.get(),
            Done(date(2026, 2, 1)),
            organisation=municipality,
            target=None,
            token=uuid4(),
            now=now,
        )


def test_an_owner_that_is_no_party_reports_on_its_own_promise(
    draft, coordinator, municipal_approver, police_approver, municipality, police, now
):
    housing = make.organisation("Lundbyhem")
    promise = draft.promises.get()
    services.save_promise(
        coordinator,
        promise,
        make.promise_draft(housing),
        revision=1,
    )
    make.publish(
        draft, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    promise.set.refresh_from_db()
    reporter = make.member(housing, Role.REPORTER)
    entry = services.report_progress(
        reporter,
        promise,
        Done(date(2026, 2, 1)),
        organisation=housing,
        target=None,
        token=uuid4(),
        now=now,
    )
    assert entry.organisation == housing


def test_a_stranger_to_the_promise_does_not_report(published, elsewhere, municipality, now):
    with pytest.raises(ForbiddenError):
        services.report_progress(
            elsewhere,
            published.promises.get(),
            Done(date(2026, 2, 1)),
            organisation=municipality,
            target=None,
            token=uuid4(),
            now=now,
        )
