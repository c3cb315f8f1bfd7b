"""What happens to a published set: it is done, followed up, changed and renewed."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest

from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.words import Verdict
from handslag.domain.promises.services.following_up import OutcomeDraft
from handslag.domain.promises.services.progress import Done


@pytest.fixture
def follow_up(coordinator, now):
    """Publish what became of the first promise, from all parties or from one."""

    def told(
        set_: PromiseSet,
        verdict: Verdict,
        *,
        party: Organisation | None = None,
        actor=coordinator,
        **words,
    ):
        begun = services.begin_follow_up(
            actor, set_, period=set_.period, party=party, now=now
        )
        promise = set_.promises.order_by("position")[0]
        draft = OutcomeDraft(verdict, **words)
        services.save_follow_up(actor, begun, {promise.pk: draft}, revision=1)
        services.publish_follow_up(actor, begun, now=now)
        return begun

    return told


@pytest.fixture
def done(coordinator, municipality):
    """Report one thing done for the first promise."""

    def reported(set_: PromiseSet, amount: int = 1, note: str = "", day: int = 1):
        promise = set_.promises.order_by("position")[0]
        return services.report_progress(
            coordinator,
            promise,
            Done(date(2026, 2, day), Decimal(amount), note=note),
            organisation=municipality,
            target=promise.targets.first(),
            token=uuid4(),
            now=datetime(2026, 2, day, 12, tzinfo=UTC),
        )

    return reported
