"""A target against its count: when it is said that it was missed, and what is hidden."""

from datetime import date
from decimal import Decimal

import pytest

from handslag.domain.promises import published as public
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.drafts import TargetDraft
from handslag.domain.promises.rules.targets import Judgement
from handslag.domain.promises.rules.words import Op, Rhythm, Verdict
from tests import make

LAST_DAY, DUE = date(2026, 12, 31), date(2027, 1, 31)


@pytest.fixture
def give(
    draft: PromiseSet,
    coordinator,
    municipal_approver,
    police_approver,
    municipality,
    police,
):
    """The draft with a follow-up a month after the year, worded as given, and public."""

    def given(**words) -> PromiseSet:
        promise = draft.promises.get()
        text = make.promise_draft(municipality, **words)
        services.save_promise(coordinator, promise, text, revision=promise.revision)
        services.plan_follow_ups(coordinator, draft, Rhythm.YEAR, function="kommunchef")
        parties = (municipal_approver, municipality), (police_approver, police)
        make.publish(draft, coordinator, *parties)
        return draft

    return given


def judged_on(day: date) -> Judgement:
    page = public.set_page("lundby", "2026", today=day)
    assert isinstance(page, public.SetPage)
    return page.standing.promises[0].targets[0].judgement


def test_a_target_is_missed_when_the_time_to_tell_of_it_is_out(
    give, coordinator, municipality
):
    make.done(coordinator, give(), municipality)
    for day in (LAST_DAY, date(2027, 1, 1), DUE):
        assert judged_on(day) is Judgement.CANNOT_SAY
    assert judged_on(date(2027, 2, 1)) is Judgement.NOT_MET


def test_a_target_is_missed_when_all_is_told(give, coordinator, municipality, now):
    set_ = give()
    make.done(coordinator, set_, municipality)
    told = now.replace(year=2027, month=1, day=10)
    planned = set_.plan.get()
    make.follow_up(coordinator, set_, Verdict.PARTLY, now=told, planned=planned)
    assert judged_on(told.date()) is Judgement.NOT_MET


def test_a_target_that_is_met_is_met_at_once(published, coordinator, municipality):
    make.done(coordinator, published, municipality, amount=Decimal(4))
    assert judged_on(date(2026, 2, 2)) is Judgement.MET


@pytest.mark.parametrize(
    ("whole", "part", "shown"),
    [(20, 10, True), (20, 2, False), (20, 17, False), (20, 20, True), (20, 0, True)],
)
def test_a_part_is_hidden_when_it_or_the_rest_is_a_handful(
    whole, part, shown, give, coordinator, municipality
):
    targets = (
        TargetDraft(op=Op.MIN, low=Decimal(12), unit="planer"),
        TargetDraft(op=Op.SUBSET, low=Decimal(4), unit="för barn", part_of=0),
    )
    set_ = give(targets=targets, is_sensitive=True)
    make.done(coordinator, set_, municipality, amount=Decimal(whole - part))
    make.done(coordinator, set_, municipality, amount=Decimal(part), in_part=True)
    page = public.set_page("lundby", "2026", today=date(2026, 3, 2))
    assert isinstance(page, public.SetPage)
    all_of_them, some = page.standing.promises[0].targets
    assert all_of_them.done == whole
    assert some.done == (Decimal(part) if shown else None)
    assert some.hidden is not shown
