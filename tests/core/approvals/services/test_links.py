import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handslag.core.access import Actor, ForbiddenError
from handslag.core.approvals import rules, services
from handslag.core.approvals.models import Link, Round, Vote
from handslag.core.approvals.rules import (
    CODE_LETTERS,
    LinkRefusedError,
    Outcome,
    VoteRefusedError,
)
from handslag.core.approvals.services import Voter, links
from handslag.core.audit.models import Entry
from tests.core.approvals.cast import (
    POLICE,
    TOWN,
    approver,
    coordinator,
    round_of,
    voter,
)
from tests.together import at_once

pytestmark = pytest.mark.django_db
Made = tuple[Link, str, str]
WRONG = "222222"
SOMEONE = Actor(name="Samordnare", person_id=1)


def make(round_: Round, now: datetime, party: int = TOWN, **changed: str) -> Made:
    row = round_.parties.get(organisation_id=party)
    details = {
        "name": f"Ordförande {party}",
        "function": "kommunstyrelsens ordförande",
        "email": f"ordforande{party}@example.org",
        "phone": f"+4670000000{party}",
        "code_channel": "sms",
    } | changed
    return services.make_link(SOMEONE, row, now=now, **details)


@pytest.fixture
def round_(db) -> Round:
    return round_of(coordinator())


@pytest.fixture
def made(round_, now) -> Made:
    return make(round_, now)


def by_link(link: Link, *, agrees: bool, now: datetime) -> Outcome:
    """As a domain's service does it: the vote, then the link is spent."""
    asked = link.round_party
    with transaction.atomic():
        outcome = services.cast(
            services.link_actor(link),
            asked.round,
            party=asked.organisation_id,
            agrees=agrees,
            reason="" if agrees else "För vagt.",
            voter=Voter(link.name, link.function, None, "link", link.code_channel),
            fingerprint=asked.round.version.fingerprint,
            now=now,
        )
        services.use_link(link, now=now)
    return outcome


def refused(code: str, deed: Callable[[], object]) -> LinkRefusedError:
    with pytest.raises(LinkRefusedError) as error:
        deed()
    assert error.value.code == code
    assert error.value.sentence == rules.LINK_REFUSALS[code]
    return error.value


def test_the_secrets_are_long_enough_and_kept_by_nobody(made):
    link, token, code = made
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", token)  # 256 bits
    assert len(code) == 6
    assert set(code) <= set(CODE_LETTERS)
    kept = " ".join(str(value) for value in Link.objects.values_list().get())
    kept += " ".join(str(entry.facts()) for entry in Entry.objects.all())
    assert token not in kept
    assert code not in kept
    assert link.email not in " ".join(str(e.facts()) for e in Entry.objects.all())


def test_no_two_links_share_a_token_or_depend_on_the_code_alone(round_, now):
    links = [make(round_, now) for _ in range(20)]
    assert len({token for _, token, _ in links}) == 20
    assert len({link.code_hash for link, _, _ in links}) == 20


def test_a_copy_of_the_tables_does_not_give_the_code(made, settings, now):
    """The hash of a code is keyed with the token and the installation's own secret."""
    _, token, code = made
    settings.SECRET_KEY = "another"
    with pytest.raises(LinkRefusedError):
        services.check_code(token, code, now=now)


def test_the_same_code_leaves_no_trace_that_it_is_the_same(round_, now, monkeypatch):
    monkeypatch.setattr(links, "_new_code", lambda: "AAAAAA")
    made = [make(round_, now)[0].code_hash for _ in range(2)]
    assert made[0] != made[1]


def test_opening_the_link_shows_and_answers_nothing(made, now):
    link, token, _ = made
    opened = services.open_link(token, now=now)
    services.open_link(token, now=now + timedelta(days=1))
    link.refresh_from_db()
    assert opened == link
    assert link.opened_at == now
    assert (link.used_at, link.wrong_codes) == (None, 0)
    assert not Vote.objects.exists()
    assert Entry.objects.filter(action="link_opened").count() == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(token=st.text(max_size=60))
def test_no_other_address_opens_anything(token, made, now):
    refused("unknown", lambda: services.open_link(token, now=now))


def test_a_link_altered_by_one_sign_is_not_known(made, now):
    _, token, code = made
    for place in range(len(token)):
        other = "A" if token[place] != "A" else "B"
        altered = token[:place] + other + token[place + 1 :]
        refused("unknown", lambda: services.open_link(altered, now=now))  # noqa: B023
    refused("unknown", lambda: services.check_code(token + "A", code, now=now))


def test_the_code_is_right_however_it_is_typed(made, now):
    link, token, code = made
    typed = f" {code[:3].lower()}-{code[3:]} "
    assert services.check_code(token, typed, now=now) == link


@pytest.mark.parametrize("wrong", ["", "2", "222222", "ÅÄÖ", "\x00", "2" * 5000])
def test_a_wrong_code_is_counted_and_told(made, now, wrong):
    link, token, _ = made
    error = refused("wrong_code", lambda: services.check_code(token, wrong, now=now))
    link.refresh_from_db()
    assert (link.wrong_codes, error.left) == (1, 4)
    assert Entry.objects.filter(action="link_code_wrong").count() == 1


def test_five_wrong_codes_end_the_link(made, now):
    link, token, code = made
    for left in (4, 3, 2, 1):
        error = refused("wrong_code", lambda: services.check_code(token, WRONG, now=now))
        assert error.left == left
    refused("ended", lambda: services.check_code(token, WRONG, now=now))
    refused("ended", lambda: services.check_code(token, code, now=now))
    refused("ended", lambda: services.open_link(token, now=now))
    link.refresh_from_db()
    assert (link.wrong_codes, link.ended_at) == (5, now)


def test_a_right_code_after_four_wrong_ones_is_right(made, now):
    link, token, code = made
    for _ in range(4):
        refused("wrong_code", lambda: services.check_code(token, WRONG, now=now))
    assert services.check_code(token, code, now=now) == link


@pytest.mark.django_db(transaction=True)
def test_wrong_codes_tried_at_once_are_all_counted(now):
    round_ = round_of(coordinator())
    link, token, code = make(round_, now)
    guesses = at_once(
        *[lambda: services.check_code(token, WRONG, now=now)] * 7,
    )
    assert all(isinstance(guess, LinkRefusedError) for guess in guesses)
    codes = sorted(guess.code for guess in guesses if isinstance(guess, LinkRefusedError))
    assert codes == ["ended"] * 3 + ["wrong_code"] * 4
    link.refresh_from_db()
    assert link.wrong_codes == 5
    refused("ended", lambda: services.check_code(token, code, now=now))


@pytest.mark.django_db(transaction=True)
def test_a_wrong_code_is_counted_although_the_answer_is_a_refusal(now):
    round_ = round_of(coordinator())
    link, token, _ = make(round_, now)
    with pytest.raises(LinkRefusedError):
        services.check_code(token, WRONG, now=now)
    link.refresh_from_db()
    assert link.wrong_codes == 1
    # Inside another transaction the count would be rolled back with it.
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        services.check_code(token, WRONG, now=now)


def test_a_link_lasts_fourteen_days(made, now):
    _, token, code = made
    last, after = now + timedelta(days=14, seconds=-1), now + timedelta(days=14)
    services.open_link(token, now=last)
    services.check_code(token, code, now=last)
    refused("expired", lambda: services.open_link(token, now=after))
    refused("expired", lambda: services.check_code(token, code, now=after))


def test_a_new_link_ends_the_earlier_one(round_, made, now):
    _, token, code = made
    _, newer, newer_code = make(round_, now)
    refused("ended", lambda: services.open_link(token, now=now))
    refused("ended", lambda: services.check_code(token, code, now=now))
    services.check_code(newer, newer_code, now=now)


def test_the_code_of_one_link_does_not_open_another(round_, made, now):
    _, _, code = made
    _, other, _ = make(round_, now, POLICE)
    refused("wrong_code", lambda: services.check_code(other, code, now=now))


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
        link, _, _ = make(round_, now, party)
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
    link, _, _ = make(round_, now, code_channel="read_out", phone="")
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
    make(round_, now)
    refused("ended", lambda: by_link(checked, agrees=True, now=now))
    assert not Vote.objects.exists()


def test_links_end_with_the_question(round_, made, now):
    _, token, code = made
    services.withdraw(SOMEONE, round_)
    refused("ended", lambda: services.open_link(token, now=now))
    refused("ended", lambda: services.check_code(token, code, now=now))
    with pytest.raises(VoteRefusedError) as error:
        make(round_, now)
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


def test_who_has_answered_gets_no_link(round_, now):
    link, _, _ = make(round_, now)
    by_link(link, agrees=True, now=now)
    with pytest.raises(VoteRefusedError) as error:
        make(round_, now)
    assert error.value.code == "already"


@pytest.mark.parametrize(
    "same",
    [
        {"email": " Ordforande1@Example.org"},
        {"phone": "070-000 00 01"},
    ],
)
def test_one_address_or_telephone_does_not_get_links_for_two_parties(
    round_, made, now, same
):
    with pytest.raises(VoteRefusedError) as error:
        make(round_, now, POLICE, **same)
    assert error.value.code == "two_parties"


def test_a_mistyped_address_can_be_corrected_and_used_for_the_other_party(round_, now):
    make(round_, now, TOWN, email="polisen@example.org")
    make(round_, now, TOWN)
    make(round_, now, POLICE, email="polisen@example.org")


def test_one_person_does_not_answer_once_by_account_and_once_by_link(round_, now):
    police = approver(POLICE, "Samma Person")
    link, _, _ = make(round_, now, TOWN, email="samma.person@example.org")
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


def test_a_code_by_text_message_needs_a_telephone(round_, now):
    with (
        pytest.raises(IntegrityError, match="a_text_message_needs_a_telephone"),
        transaction.atomic(),
    ):
        make(round_, now, phone="")


def test_a_code_travels_in_a_known_way(round_, now):
    with pytest.raises(ValueError, match="pigeon"):
        make(round_, now, code_channel="pigeon")


@pytest.mark.django_db(transaction=True)
def test_the_same_link_used_twice_at_once_votes_once(now):
    for _ in range(5):
        round_ = round_of(SOMEONE)
        link, _, _ = make(round_, now)
        results = at_once(*[lambda: by_link(link, agrees=True, now=now)] * 3)  # noqa: B023
        assert results.count(Outcome.WAITING) == 1
        assert Vote.objects.filter(round_party__round=round_).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_last_answers_by_link_at_once_leave_no_round_waiting(now):
    for _ in range(10 if connection.vendor == "sqlite" else 20):
        round_ = round_of(SOMEONE)
        links = [make(round_, now, party)[0] for party in (TOWN, POLICE)]
        results = at_once(
            *[lambda link=link: by_link(link, agrees=True, now=now) for link in links]
        )
        round_.refresh_from_db()
        assert round_.outcome == "approved", results
