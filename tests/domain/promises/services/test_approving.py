"""What is published is what every party read, whatever happens at the same moment."""

import json
import random
from datetime import date
from functools import partial

import pytest

from handslag.core.access import Role
from handslag.core.accounts.models import Person
from handslag.core.approvals.models import Round, Version, Vote
from handslag.core.approvals.rules import VoteRefusedError
from handslag.core.mail.models import Message
from handslag.domain.organisations.models import Membership
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.states import NotAllowedError, State
from tests import make
from tests.together import Deed, at_once

HALVES, RUNS = 2, 25  # shared by two workers; `make bench` has 200 rounds


def words_of(version: Version) -> str:
    return str(json.loads(version.content)["promises"][0]["text"])


def only_what_was_read(draft: PromiseSet, round_: Round) -> bool:
    """Either the text that both had read is published, or nothing is."""
    set_ = PromiseSet.objects.select_related("version").get(pk=draft.pk)
    if set_.version is None:
        assert set_.state == State.IN_APPROVAL
        return False
    assert set_.version.fingerprint == round_.version.fingerprint
    votes = Vote.objects.filter(round_party__round=round_)
    assert {vote.fingerprint for vote in votes} == {round_.version.fingerprint}
    return True


def say_yes(draft, actor, party, read, now):
    """Answer yes to the wording that was read."""
    services.answer(
        actor,
        draft,
        party=party.pk,
        agrees=True,
        fingerprint=read,
        function="chef",
        now=now,
    )


def edit(draft, coordinator, words, now):
    """Take the question back, change the text, and ask about the new one."""
    services.withdraw_from_approval(coordinator, draft)
    promise = draft.promises.get()
    other = make.promise_draft(draft.home, text=words)
    services.save_promise(coordinator, promise, other, revision=promise.revision)
    services.ask_for_approval(coordinator, draft, now=now)


@pytest.mark.long
@pytest.mark.parametrize("half", range(HALVES))
@pytest.mark.django_db(transaction=True)
def test_an_edit_between_reading_and_answering_is_never_published(
    half,
    draft,
    coordinator,
    municipal_approver,
    police_approver,
    municipality,
    police,
    now,
):
    """One party has said yes, the other answers while the text is changed."""
    order = random.Random(f"196 {half}")
    outcomes: set[type] = set()
    published = 0
    for run in range(RUNS):
        round_ = services.ask_for_approval(coordinator, draft, now=now)
        read = round_.version.fingerprint
        say_yes(draft, municipal_approver, municipality, read, now)
        deeds: list[Deed] = [
            partial(say_yes, draft, police_approver, police, read, now),
            partial(edit, draft, coordinator, f"Andra ord {run}.", now),
        ]
        order.shuffle(deeds)
        outcomes |= {type(done) for done in at_once(*deeds)}
        if only_what_was_read(draft, round_):
            published += 1
        else:
            services.withdraw_from_approval(coordinator, draft)
        PromiseSet.objects.filter(pk=draft.pk).update(
            state=State.DRAFT, version=None, published_at=None
        )
    # Both have happened: the answer came first, and the edit came first.
    assert 0 < published < RUNS
    assert outcomes <= {type(None), VoteRefusedError, NotAllowedError}


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_two_last_votes_at_once_publish(
    draft, coordinator, municipal_approver, police_approver, municipality, police, now
):
    for _ in range(15):
        round_ = services.ask_for_approval(coordinator, draft, now=now)
        read = round_.version.fingerprint
        done = at_once(
            partial(say_yes, draft, municipal_approver, municipality, read, now),
            partial(say_yes, draft, police_approver, police, read, now),
        )
        assert done == [None, None]
        set_ = PromiseSet.objects.get(pk=draft.pk)
        assert set_.state == State.SETTLED
        assert Round.objects.get(pk=round_.pk).outcome == "approved"
        PromiseSet.objects.filter(pk=draft.pk).update(state=State.DRAFT, version=None)


def test_the_frozen_text_is_what_the_rows_said(draft, coordinator, now):
    expected = queries.content(draft)
    round_ = services.ask_for_approval(coordinator, draft, now=now)
    assert json.loads(round_.version.content) == json.loads(json.dumps(expected))


def test_who_has_left_is_told_nothing_and_the_letter_leads_to_the_page(
    draft, coordinator, municipality, municipal_approver, police_approver, police
):
    left = make.member(municipality, Role.APPROVER, "Har slutat")
    gone = Person.objects.get(pk=left.person_id or 0)
    Membership.objects.filter(person=gone).update(until=date(2020, 1, 31))
    make.publish(
        draft, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    letters = Message.objects.filter(about="promise_set")
    assert letters.exclude(to=gone.email).count() == letters.count() > 0
    assert letters.filter(body__contains="/lundby/loften/2026/").exists()
