from datetime import date

import pytest

from handslag.domain.promises import published as public
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.states import NotAllowedError, State
from handslag.domain.promises.rules.words import AmendmentKind
from tests import make

LONG_AFTER = date(2027, 3, 1)


@pytest.fixture
def approve(coordinator, municipal_approver, police_approver, municipality, police):
    def approve(set_: PromiseSet) -> None:
        make.publish(
            set_, coordinator, (municipal_approver, municipality), (police_approver, police)
        )

    return approve


def begin(coordinator, set_, kind=AmendmentKind.REVISION, **words):
    words = {"reason": "Strömtorp läggs till.", "decided_on": date(2026, 6, 10), **words}
    return services.begin_amendment(coordinator, set_, kind, **words)


def page(period="2026", today=LONG_AFTER):
    found = public.set_page("lundby", period, today=today)
    assert isinstance(found, public.SetPage)
    return found


def test_an_amendment_is_read_by_all_when_all_have_approved_it(
    published, coordinator, municipality, approve
):
    begin(coordinator, published)
    services.save_promise(
        coordinator,
        published.promises.get(),
        make.promise_draft(municipality, text="Också i Strömtorp."),
        revision=1,
    )
    approve(published)
    assert page().version == 2
    assert page().wording.promises[0].text == "Också i Strömtorp."
    assert [(one.number, one.kind) for one in page().history] == [
        (2, "revision"),
        (1, "first"),
    ]
    before = public.version_page("lundby", "2026", 1)
    assert before is not None
    assert before.wording.promises[0].text.startswith("Vi går minst fyra")


def test_a_set_can_be_extended_after_it_has_expired_and_its_old_address_leads_on(
    published, coordinator, approve
):
    begin(
        coordinator,
        published,
        AmendmentKind.EXTENSION,
        reason="Pandemin",
        decided_on=date(2027, 2, 1),
        until=date(2027, 12, 31),
    )
    approve(published)
    moved = public.set_page("lundby", "2026", today=LONG_AFTER)
    assert moved == public.Moved("lundby", "2026-2027")
    assert page("2026-2027").wording.period.ends == date(2027, 12, 31)


@pytest.mark.parametrize("until", [None, date(2026, 12, 31)])
def test_an_extension_is_to_a_later_day(until, published, coordinator):
    with pytest.raises(NotAllowedError, match="extension_needs_later_day"):
        begin(coordinator, published, AmendmentKind.EXTENSION, until=until)


def test_a_withdrawn_set_stays_to_be_read_and_cannot_be_changed(
    published, coordinator, approve
):
    begin(coordinator, published, AmendmentKind.WITHDRAWAL, reason="Ersatt av ett nytt.")
    approve(published)
    assert page().is_withdrawn
    amendment = page().wording.amendment
    assert amendment is not None
    assert amendment.reason == "Ersatt av ett nytt."
    with pytest.raises(NotAllowedError, match="not_from_withdrawn"):
        begin(coordinator, published)


def test_an_amendment_says_why(published, coordinator):
    with pytest.raises(NotAllowedError, match="amendment_needs_reason"):
        begin(coordinator, published, reason=" ")


def test_an_amendment_is_ended_only_when_the_text_is_put_back(
    published, coordinator, municipality
):
    begin(coordinator, published)
    promise = published.promises.get()
    targets = tuple(kept_targets(promise))
    other = make.promise_draft(municipality, text="Andra ord.", targets=targets)
    services.save_promise(coordinator, promise, other, revision=1)
    with pytest.raises(NotAllowedError, match="text_differs"):
        services.end_amendment(coordinator, published)
    back = make.promise_draft(municipality, targets=targets)
    services.save_promise(coordinator, promise, back, revision=2)
    services.end_amendment(coordinator, published)
    published.refresh_from_db()
    assert published.state == State.SETTLED


def kept_targets(promise):
    for draft in make.promise_draft(promise.set.home).targets:
        yield make.with_key(draft, promise.targets.get())
