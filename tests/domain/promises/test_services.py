from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from handslag.core.access import ForbiddenError
from handslag.core.approvals import queries as approvals
from handslag.core.approvals.rules import Outcome, VoteRefusedError
from handslag.domain.promises import published as public
from handslag.domain.promises import services
from handslag.domain.promises.rules.states import (
    ChangedMeanwhileError,
    NotAllowedError,
    State,
)
from handslag.domain.promises.rules.words import AmendmentKind
from handslag.domain.promises.services.progress import Done
from tests import make


def page(today=date(2026, 3, 2)):
    found = public.set_page("lundby", "2026", today=today)
    assert isinstance(found, public.SetPage)
    return found


def yes(actor, set_, party, now, **words):
    round_ = approvals.round_with_answers(set_.round_id)
    assert round_ is not None
    words = {"agrees": True, "function": "ordförande", **words}
    fingerprint = words.pop("fingerprint", round_.version.fingerprint)
    return services.answer(
        actor, set_, party=party.pk, fingerprint=fingerprint, now=now, **words
    )


def test_nothing_is_public_before_every_party_has_approved(
    draft, coordinator, municipal_approver, police_approver, municipality, police, now
):
    services.ask_for_approval(coordinator, draft, now=now)
    draft.refresh_from_db()
    assert yes(municipal_approver, draft, municipality, now) is Outcome.WAITING
    assert public.set_page("lundby", "2026", today=now.date()) is None

    assert yes(police_approver, draft, police, now) is Outcome.APPROVED
    draft.refresh_from_db()
    assert draft.state == State.SETTLED
    assert [one.text for one in page().wording.promises] == [
        "Vi går minst fyra trygghetsvandringar i centrum."
    ]


def test_one_no_returns_the_draft_with_its_reason(
    draft, coordinator, police_approver, police, now
):
    services.ask_for_approval(coordinator, draft, now=now)
    draft.refresh_from_db()
    with pytest.raises(NotAllowedError, match="no_needs_reason"):
        yes(police_approver, draft, police, now, agrees=False)
    yes(
        police_approver,
        draft,
        police,
        now,
        agrees=False,
        reason="Vi har inte folk till det.",
    )
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_a_text_that_is_out_for_approval_cannot_be_changed(
    draft, coordinator, municipality, now
):
    services.ask_for_approval(coordinator, draft, now=now)
    promise = draft.promises.get()
    with pytest.raises(NotAllowedError, match="not_editable_in_approval"):
        services.save_promise(
            coordinator, promise, make.promise_draft(municipality), revision=1
        )


def test_an_answer_about_other_words_does_not_count(
    draft, coordinator, police_approver, police, now
):
    services.ask_for_approval(coordinator, draft, now=now)
    draft.refresh_from_db()
    with pytest.raises(VoteRefusedError):
        yes(police_approver, draft, police, now, fingerprint="0" * 64)


def test_nobody_approves_for_the_other_party(
    draft, coordinator, municipal_approver, police, now
):
    services.ask_for_approval(coordinator, draft, now=now)
    draft.refresh_from_db()
    with pytest.raises(ForbiddenError):
        yes(municipal_approver, draft, police, now)


def test_two_editors_lose_nothing(draft, coordinator, liaison_officer, municipality):
    promise = draft.promises.get()
    first = make.promise_draft(municipality, text="Samordnarens ord.")
    second = make.promise_draft(municipality, text="Kommunpolisens ord.")
    services.save_promise(coordinator, promise, first, revision=1)
    with pytest.raises(ChangedMeanwhileError):
        services.save_promise(liaison_officer, promise, second, revision=1)
    promise.refresh_from_db()
    assert promise.text == "Samordnarens ord."
    services.set_parties(coordinator, draft, [municipality], revision=draft.revision)
    with pytest.raises(ChangedMeanwhileError):
        services.set_parties(coordinator, draft, [], revision=draft.revision)


@pytest.mark.parametrize("code", ["no_owner", "no_period"])
def test_only_a_missing_owner_and_a_missing_period_stop(
    code, coordinator, municipality, police, now
):
    period = "" if code == "no_period" else "2026"
    set_ = make.promise_set(coordinator, municipality, police, period=period)
    bare = make.promise_draft(municipality, targets=(), place_stated="", focus="")
    if code == "no_owner":
        bare = make.promise_draft(municipality, owners=())
    services.add_promise(coordinator, set_, bare)
    with pytest.raises(NotAllowedError, match=code):
        services.ask_for_approval(coordinator, set_, now=now)


def test_the_public_reads_the_approved_words_and_not_the_working_rows(
    published, coordinator, municipality
):
    services.begin_amendment(
        coordinator,
        published,
        kind=AmendmentKind.REVISION,
        reason="Strömtorp läggs till.",
        decided_on=date(2026, 6, 10),
    )
    promise = published.promises.get()
    services.save_promise(
        coordinator, promise, make.promise_draft(municipality, text="Nya ord."), revision=1
    )
    assert page().wording.promises[0].text.startswith("Vi går minst fyra")


def test_progress_adds_up_and_a_correction_is_a_new_row(
    published, coordinator, municipality, now
):
    promise = published.promises.get()
    target = promise.targets.get()
    rows = [
        services.report_progress(
            coordinator,
            promise,
            Done(date(2026, 2, 1), Decimal(amount), note="Vandring"),
            organisation=municipality,
            target=target,
            token=uuid4(),
            now=now,
        )
        for amount in (1, 3)
    ]
    services.correct_progress(
        coordinator,
        rows[1],
        right_amount=Decimal(2),
        why="En vandring räknades två gånger.",
        token=uuid4(),
        now=now,
    )
    standing = page().standing.promises[0]
    assert standing.targets[0].done == 3
    assert [line.amount for line in standing.progress] == [1, 3, -1]


def test_the_same_report_sent_twice_is_counted_once(
    published, coordinator, municipality, now
):
    promise = published.promises.get()
    token = uuid4()
    for _ in range(2):
        services.report_progress(
            coordinator,
            promise,
            Done(date(2026, 2, 1)),
            organisation=municipality,
            target=None,
            token=token,
            now=now,
        )
    assert page().standing.promises[0].targets[0].done == 1
