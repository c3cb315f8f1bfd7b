"""Answering by link: whose vote it is, when it counts, and that it counts once."""

from datetime import timedelta

import pytest
from django.db import connection

from handslag.core.access import Actor, ForbiddenError
from handslag.core.approvals import services
from handslag.core.approvals.models import Link, Vote
from handslag.core.approvals.rules import (
    Outcome,
    VoteRefusedError,
)
from handslag.core.approvals.services import Voter
from handslag.core.audit.models import Entry
from tests.core.approvals.cast import (
    POLICE,
    SOMEONE,
    TOWN,
    approver,
    by_link,
    link_for,
    refused,
    round_of,
    voter,
)
from tests.together import at_once

pytestmark = pytest.mark.django_db


def test_an_answer_by_link_needs_no_account(round_, made, now):
    link, token, code = made
    found = services.check_code(token, code, now=now)
    assert by_link(found, agrees=True, now=now) is Outcome.WAITING
    vote = Vote.objects.get()
    assert (vote.voter_name, vote.person_id) == ("Ordförande 1", None)
    assert (vote.channel, vote.code_channel) == ("link", "sms")
    link.refresh_from_db()
    assert link.used_at == now
    refused("used", lambda: services.open_link(token, now=now))
    refused("used", lambda: services.check_code(token, code, now=now))
    refused("used", lambda: services.use_link(link, now=now))


@pytest.mark.parametrize("agrees", [True, False])
def test_the_last_answer_may_come_by_link(round_, now, agrees):
    for party in (TOWN, POLICE):
        link, _, _ = link_for(round_, now, party)
        outcome = by_link(link, agrees=agrees or party == TOWN, now=now)
    assert outcome is (Outcome.APPROVED if agrees else Outcome.REJECTED)
    assert not Link.objects.filter(used_at=None).exists()
    assert not Link.objects.exclude(ended_at=None).exists()


def test_the_log_knows_the_link_and_not_the_person(made, now):
    link, _, _ = made
    by_link(link, agrees=True, now=now)
    entry = Entry.objects.get(action="vote_cast")
    assert (entry.actor_kind, entry.actor_key) == ("link", str(link.public_id))


def test_a_link_answers_for_its_own_party_only(round_, made, now):
    link, _, _ = made
    for actor in (
        services.link_actor(link),
        Actor(name="x", kind="link", key="00000000-0000-0000-0000-000000000000"),
    ):
        with pytest.raises(ForbiddenError, match="does not answer for this party"):
            services.cast(
                actor,
                round_,
                party=POLICE,
                agrees=True,
                reason="",
                voter=Voter("x", "", None, "link", "sms"),
                fingerprint=round_.version.fingerprint,
                now=now,
            )


def test_how_the_code_travelled_is_what_the_link_says(round_, now):
    link, _, _ = link_for(round_, now, code_channel="read_out", phone="")
    wrong = Voter(link.name, "", None, "link", "sms")
    with pytest.raises(ForbiddenError):
        services.cast(
            services.link_actor(link),
            round_,
            party=TOWN,
            agrees=True,
            reason="",
            voter=wrong,
            fingerprint=round_.version.fingerprint,
            now=now,
        )
    by_link(link, agrees=True, now=now)
    assert Vote.objects.get().code_channel == "read_out"


@pytest.mark.parametrize("after", [timedelta(days=14), timedelta(days=100)])
def test_an_old_link_casts_no_vote(made, now, after):
    link, _, _ = made
    refused("expired", lambda: by_link(link, agrees=True, now=now + after))
    assert not Vote.objects.exists()


def test_a_link_that_was_replaced_after_its_code_was_checked_casts_no_vote(
    round_, made, now
):
    _, token, code = made
    checked = services.check_code(token, code, now=now)
    link_for(round_, now)
    refused("ended", lambda: by_link(checked, agrees=True, now=now))
    assert not Vote.objects.exists()


def test_links_end_with_the_question(round_, made, now):
    _, token, code = made
    services.withdraw(SOMEONE, round_)
    refused("ended", lambda: services.open_link(token, now=now))
    refused("ended", lambda: services.check_code(token, code, now=now))
    with pytest.raises(VoteRefusedError) as error:
        link_for(round_, now)
    assert error.value.code == "closed"


def test_the_other_party_s_no_ends_the_link(round_, made, now):
    police = approver(POLICE)
    services.cast(
        police,
        round_,
        party=POLICE,
        agrees=False,
        reason="Nej.",
        voter=voter(police),
        fingerprint=round_.version.fingerprint,
        now=now,
    )
    refused("ended", lambda: services.open_link(made[1], now=now))


def test_one_person_does_not_answer_once_by_account_and_once_by_link(round_, now):
    police = approver(POLICE, "Samma Person")
    link, _, _ = link_for(round_, now, TOWN, email="samma.person@example.org")
    by_link(link, agrees=True, now=now)
    with pytest.raises(VoteRefusedError) as error:
        services.cast(
            police,
            round_,
            party=POLICE,
            agrees=True,
            reason="",
            voter=voter(police),
            fingerprint=round_.version.fingerprint,
            now=now,
        )
    assert error.value.code == "two_parties"


@pytest.mark.django_db(transaction=True)
def test_the_same_link_used_twice_at_once_votes_once(now):
    for _ in range(5):
        round_ = round_of(SOMEONE)
        link, _, _ = link_for(round_, now)
        results = at_once(*[lambda: by_link(link, agrees=True, now=now)] * 3)  # noqa: B023
        assert results.count(Outcome.WAITING) == 1
        assert Vote.objects.filter(round_party__round=round_).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_last_answers_by_link_at_once_leave_no_round_waiting(now):
    for _ in range(10 if connection.vendor == "sqlite" else 20):
        round_ = round_of(SOMEONE)
        links = [link_for(round_, now, party)[0] for party in (TOWN, POLICE)]
        results = at_once(
            *[lambda link=link: by_link(link, agrees=True, now=now) for link in links]
        )
        round_.refresh_from_db()
        assert round_.outcome == "approved", results
