import json
from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from handslag.core.access import Actor, ForbiddenError, Role
from handslag.core.approvals import services
from handslag.core.approvals.models import Round, RoundParty, Version, Vote
from handslag.core.approvals.rules import Outcome, VoteRefusedError, fingerprint
from handslag.core.approvals.services import Voter
from handslag.core.audit.models import Entry
from tests.core.approvals.cast import (
    COUNTY,
    POLICE,
    TOWN,
    approver,
    coordinator,
    round_of,
    version,
    voter,
)
from tests.together import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(db) -> Actor:
    return coordinator()


@pytest.fixture
def town(db) -> Actor:
    return approver(TOWN)


@pytest.fixture
def police(db) -> Actor:
    return approver(POLICE)


@pytest.fixture
def round_(writer) -> Round:
    return round_of(writer)


@pytest.fixture
def cast(round_, now) -> Callable[..., Outcome]:
    def cast(actor: Actor, party: int, **changed: object) -> Outcome:
        answer = {
            "party": party,
            "agrees": True,
            "reason": "",
            "voter": voter(actor),
            "fingerprint": round_.version.fingerprint,
            "now": now,
        } | changed
        return services.cast(actor, round_, **answer)

    return cast


def refused(code: str, deed: Callable[[], object]) -> None:
    with pytest.raises(VoteRefusedError) as error, transaction.atomic():
        deed()
    assert error.value.code == code


def test_a_frozen_version_holds_the_exact_content(writer):
    frozen = version(writer, "Åtta pass")
    frozen.refresh_from_db()
    assert json.loads(frozen.content) == {"wording": "Åtta pass"}
    assert frozen.fingerprint == fingerprint(frozen.content)


def test_what_was_decided_earlier_says_when(writer, now):
    frozen = services.freeze(
        writer, subject_kind="promise_set", subject_id=uuid4(), content={}, now=now
    )
    asked = services.open_round(writer, frozen, parties=[(TOWN, "A")], now=now)
    services.withdraw(writer, asked, now=now)
    asked.refresh_from_db()
    frozen.refresh_from_db()
    assert frozen.created_at == asked.opened_at == asked.closed_at == now


def test_what_is_decided_now_is_given_the_time(writer):
    asked = round_of(writer)
    services.withdraw(writer, asked)
    asked.refresh_from_db()
    assert asked.closed_at is not None
    assert asked.version.created_at <= asked.opened_at <= asked.closed_at


def test_versions_of_a_thing_are_numbered_and_those_of_others_apart(writer):
    elsewhere = services.freeze(
        writer, subject_kind="promise_set", subject_id=uuid4(), content={}
    )
    other_kind = services.freeze(
        writer, subject_kind="agreement", subject_id=elsewhere.subject_id, content={}
    )
    numbers = [version(writer).number for _ in range(3)]
    assert (numbers, elsewhere.number, other_kind.number) == ([1, 2, 3], 1, 1)


def test_a_frozen_version_cannot_be_changed(writer):
    frozen = version(writer)
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Version.objects.filter(pk=frozen.pk).update(content="{}")
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Version.objects.all()._raw_delete("default")


def test_the_parties_are_asked_in_order_under_their_present_names(writer):
    asked = RoundParty.objects.filter(round=round_of(writer, COUNTY, TOWN))
    assert [(party.organisation_id, party.name) for party in asked] == [
        (COUNTY, "Part 3"),
        (TOWN, "Part 1"),
    ]


def test_somebody_must_be_asked_and_nobody_twice(writer):
    with pytest.raises(ValueError, match="Nobody is asked"):
        services.open_round(writer, version(writer), parties=[])
    with pytest.raises(IntegrityError), transaction.atomic():
        round_of(writer, TOWN, TOWN)


def test_one_version_is_asked_about_once_at_a_time(writer, round_):
    with pytest.raises(IntegrityError), transaction.atomic():
        services.open_round(writer, round_.version, parties=[(TOWN, "A")])
    services.withdraw(writer, round_)
    services.open_round(writer, round_.version, parties=[(TOWN, "A")])


def test_the_last_yes_approves(round_, cast, town, police, now):
    assert cast(town, TOWN) is Outcome.WAITING
    assert cast(police, POLICE) is Outcome.APPROVED
    round_.refresh_from_db()
    assert (round_.outcome, round_.closed_at) == ("approved", now)


def test_one_no_returns_the_draft_with_its_reason(round_, cast, town, police):
    assert cast(town, TOWN, agrees=False, reason=" För vagt. ") is Outcome.REJECTED
    assert Vote.objects.get().reason == "För vagt."
    refused("closed", lambda: cast(police, POLICE))


def test_a_no_without_a_reason_is_refused(cast, town):
    refused("reason", lambda: cast(town, TOWN, agrees=False))


def test_the_vote_remembers_who_gave_it_and_on_which_words(round_, cast, town, now):
    cast(town, TOWN)
    vote = Vote.objects.get()
    assert (vote.voter_name, vote.voter_function) == (town.name, "ordförande")
    assert (vote.person_id, vote.channel, vote.code_channel) == (
        town.person_id,
        "account",
        "",
    )
    assert (vote.fingerprint, vote.cast_at) == (round_.version.fingerprint, now)
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Vote.objects.update(agrees=False)


def test_the_log_tells_the_answer_but_no_name(cast, town):
    cast(town, TOWN)
    entry = Entry.objects.get(action="vote_cast")
    assert (entry.actor_key, entry.on_behalf) == (str(town.person_id), TOWN)
    assert entry.details["agrees"] is True
    assert town.name not in str(entry.facts())


def test_an_answer_about_other_words_is_refused(cast, town):
    refused("changed", lambda: cast(town, TOWN, fingerprint=fingerprint("{}")))


def test_an_organisation_answers_once(cast, town):
    cast(town, TOWN)
    refused("already", lambda: cast(town, TOWN))


def test_an_organisation_that_is_not_asked_cannot_answer(cast):
    stranger = approver(COUNTY)
    refused("not_asked", lambda: cast(stranger, COUNTY))


def test_one_person_cannot_answer_for_two(cast, town):
    both = replace(town, roles=frozenset({(TOWN, Role.APPROVER), (POLICE, Role.APPROVER)}))
    cast(both, TOWN)
    refused("two_parties", lambda: cast(both, POLICE))


def test_nobody_answers_for_an_organisation_without_being_its_approver(cast, town, writer):
    for actor, party in ((town, POLICE), (writer, TOWN)):
        with pytest.raises(ForbiddenError):
            cast(actor, party)
    assert not Vote.objects.exists()


def test_nobody_answers_in_another_s_name(cast, town, police):
    for someone in (voter(police), replace(voter(town), person_id=None)):
        with pytest.raises(ForbiddenError, match="another person's name"):
            cast(town, TOWN, voter=someone)


def test_an_account_does_not_pass_for_a_link(cast, town):
    by_link = Voter("A", "", None, "link", "sms")
    with pytest.raises(ForbiddenError, match="comes from a link"):
        cast(town, TOWN, voter=by_link)


def test_a_question_that_is_taken_back_takes_no_answers(round_, cast, town, writer):
    cast(town, TOWN)
    services.withdraw(writer, round_)
    round_.refresh_from_db()
    assert round_.outcome == "withdrawn"
    assert round_.closed_at is not None
    refused("closed", lambda: cast(approver(POLICE), POLICE))
    refused("closed", lambda: services.withdraw(writer, round_))


def test_a_closed_question_cannot_be_taken_back(round_, cast, town, writer):
    cast(town, TOWN, agrees=False, reason="Nej.")
    refused("closed", lambda: services.withdraw(writer, round_))


@pytest.mark.django_db(transaction=True)
def test_two_last_votes_at_once_leave_no_round_waiting(now):
    """Without the row lock about nine of ten would wait for ever on PostgreSQL."""
    writer, town, police = coordinator(), approver(TOWN), approver(POLICE)
    stuck = []
    for _ in range(20 if connection.vendor == "sqlite" else 40):
        round_ = round_of(writer)

        def answer(actor: Actor, party: int, round_: Round = round_) -> Outcome:
            return services.cast(
                actor,
                round_,
                party=party,
                agrees=True,
                reason="",
                voter=voter(actor),
                fingerprint=round_.version.fingerprint,
                now=now,
            )

        results = at_once(lambda: answer(town, TOWN), lambda: answer(police, POLICE))
        round_.refresh_from_db()
        if round_.outcome != "approved" or set(results) != set(Outcome) - {
            Outcome.REJECTED,
            Outcome.WITHDRAWN,
        }:
            stuck.append((round_.outcome, results))
    assert stuck == []


@pytest.mark.django_db(transaction=True)
def test_a_vote_and_a_withdrawal_at_once_do_not_both_happen(now):
    writer, town = coordinator(), approver(TOWN)
    for _ in range(10):
        round_ = round_of(writer, TOWN)

        def answer(round_: Round = round_) -> object:
            return services.cast(
                town,
                round_,
                party=TOWN,
                agrees=True,
                reason="",
                voter=voter(town),
                fingerprint=round_.version.fingerprint,
                now=now,
            )

        def withdraw(round_: Round = round_) -> None:
            services.withdraw(writer, round_)

        results = at_once(answer, withdraw)
        round_.refresh_from_db()
        voted = Vote.objects.filter(round_party__round=round_).exists()
        assert (round_.outcome == "approved") == voted
        assert sum(isinstance(result, VoteRefusedError) for result in results) == 1
