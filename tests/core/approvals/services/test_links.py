"""The link and its code: who gets one, how long it lasts, what opens it."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handslag.core.approvals import services
from handslag.core.approvals.models import Link, Vote
from handslag.core.approvals.rules import (
    CODE_LETTERS,
    LinkRefusedError,
    VoteRefusedError,
)
from handslag.core.approvals.services import links
from handslag.core.audit.models import Entry
from tests.core.approvals.cast import (
    POLICE,
    TOWN,
    by_link,
    coordinator,
    link_for,
    refused,
    round_of,
)
from tests.together import at_once

pytestmark = pytest.mark.django_db
WRONG = "222222"


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
    links = [link_for(round_, now) for _ in range(20)]
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
    made = [link_for(round_, now)[0].code_hash for _ in range(2)]
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
    link, token, code = link_for(round_, now)
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
    link, token, _ = link_for(round_, now)
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
    _, newer, newer_code = link_for(round_, now)
    refused("ended", lambda: services.open_link(token, now=now))
    refused("ended", lambda: services.check_code(token, code, now=now))
    services.check_code(newer, newer_code, now=now)


def test_the_code_of_one_link_does_not_open_another(round_, made, now):
    _, _, code = made
    _, other, _ = link_for(round_, now, POLICE)
    refused("wrong_code", lambda: services.check_code(other, code, now=now))


def test_who_has_answered_gets_no_link(round_, now):
    link, _, _ = link_for(round_, now)
    by_link(link, agrees=True, now=now)
    with pytest.raises(VoteRefusedError) as error:
        link_for(round_, now)
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
        link_for(round_, now, POLICE, **same)
    assert error.value.code == "two_parties"


def test_a_mistyped_address_can_be_corrected_and_used_for_the_other_party(round_, now):
    link_for(round_, now, TOWN, email="polisen@example.org")
    link_for(round_, now, TOWN)
    link_for(round_, now, POLICE, email="polisen@example.org")


def test_a_code_by_text_message_needs_a_telephone(round_, now):
    with (
        pytest.raises(IntegrityError, match="a_text_message_needs_a_telephone"),
        transaction.atomic(),
    ):
        link_for(round_, now, phone="")


def test_a_code_travels_in_a_known_way(round_, now):
    with pytest.raises(ValueError, match="pigeon"):
        link_for(round_, now, code_channel="pigeon")
