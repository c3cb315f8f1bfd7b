"""Answering without an account: a link by letter, a code by another way.

The token and the code are handed to the caller once and never stored: the
token as its hash, the code as a hash keyed with both the token and the
installation's own secret, so that a copy of the database opens nothing.
"""

import hashlib
import secrets
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from handslag.core.access import Actor
from handslag.core.approvals import queries, rules
from handslag.core.approvals.models import Link, Round, RoundParty, Vote
from handslag.core.audit.services import record


def link_actor(link: Link) -> Actor:
    """Who acts when someone answers by link; make it only after `check_code`."""
    return Actor(name=link.name, kind="link", key=str(link.public_id))


@transaction.atomic
def make_link(
    actor: Actor,
    party: RoundParty,
    *,
    name: str,
    function: str,
    email: str,
    phone: str,
    code_channel: str,
    now: datetime,
) -> tuple[Link, str, str]:
    """A link for one party's approver, its token and its code; an earlier link ends."""
    round_ = Round.objects.select_for_update().get(pk=party.round_id)
    _may_be_asked(round_, party, email, phone)
    _live(party).update(ended_at=now)
    token, code = secrets.token_urlsafe(32), _new_code()
    link = Link.objects.create(
        round_party=party,
        token_hash=_token_hash(token),
        code_hash=_code_hash(token, code),
        name=name,
        function=function,
        email=email,
        phone=phone,
        code_channel=rules.CodeChannel(code_channel).value,
        made_at=now,
        expires_at=rules.link_expires(now),
    )
    record(
        actor,
        "link_made",
        link,
        on_behalf=party.organisation_id,
        round=round_.public_id,
        code_channel=link.code_channel,
    )
    return link, token, code


@transaction.atomic
def open_link(token: str, *, now: datetime) -> Link:
    """Find the link behind an address. Opening it answers nothing: mail scanners do."""
    link = _found(token)
    queries.refuse_unusable(link, now)
    if Link.objects.filter(pk=link.pk, opened_at__isnull=True).update(opened_at=now):
        link.opened_at = now
        record(link_actor(link), "link_opened", link)
    return link


def check_code(token: str, code: str, *, now: datetime) -> Link:
    """The link, if the code belongs to it. Five wrong codes end the link.

    A wrong code must be counted although the answer is a refusal, so the
    count is a transaction of its own and the refusal comes after it.
    """
    link, right = _try_code(token, rules.as_typed(code), now)
    if right:
        return link
    left = rules.WRONG_CODES - link.wrong_codes
    raise rules.link_refused("wrong_code" if left else "ended", left=left)


@transaction.atomic
def use_link(link: Link, *, now: datetime) -> None:
    """The link has answered and does nothing more."""
    # The round first, as everyone locks it: two who wait for each other get nowhere.
    Round.objects.select_for_update().get(parties=link.round_party_id)
    locked = Link.objects.select_for_update().get(pk=link.pk)
    queries.refuse_unusable(locked, now)
    Link.objects.filter(pk=link.pk).update(used_at=now)
    record(link_actor(link), "link_used", link)


@transaction.atomic(durable=True)
def _try_code(token: str, code: str, now: datetime) -> tuple[Link, bool]:
    link = Link.objects.select_for_update().get(pk=_found(token).pk)
    queries.refuse_unusable(link, now)
    if constant_time_compare(link.code_hash, _code_hash(token, code)):
        return link, True
    link.wrong_codes += 1
    if link.wrong_codes >= rules.WRONG_CODES:
        link.ended_at = now
    link.save(update_fields=["wrong_codes", "ended_at"])
    record(link_actor(link), "link_code_wrong", link, wrong_codes=link.wrong_codes)
    return link, False


def _found(token: str) -> Link:
    link = Link.objects.filter(token_hash=_token_hash(token)).first()
    if link is None:
        raise rules.link_refused("unknown")
    return link


def _live(party: RoundParty) -> QuerySet[Link]:
    return Link.objects.filter(
        round_party=party, used_at__isnull=True, ended_at__isnull=True
    )


def _may_be_asked(round_: Round, party: RoundParty, email: str, phone: str) -> None:
    """The question is open, the party has not answered, and nobody answers for two."""
    if round_.outcome != rules.Outcome.WAITING:
        raise rules.vote_refused("closed")
    if Vote.objects.filter(round_party=party).exists():
        raise rules.vote_refused("already")
    if _answers_for_another(round_, party, email, phone):
        raise rules.vote_refused("two_parties")


def _answers_for_another(round_: Round, party: RoundParty, email: str, phone: str) -> bool:
    """Whether this address or telephone already stands for another party here."""
    mine = rules.reached_at(email, phone)
    others = Link.objects.filter(round_party__round=round_, ended_at__isnull=True)
    return any(
        mine & rules.reached_at(link.email, link.phone)
        for link in others.exclude(round_party=party)
    ) or any(mine & vote.identities for vote in queries.votes(round_))


def _new_code() -> str:
    return "".join(secrets.choice(rules.CODE_LETTERS) for _ in range(rules.CODE_LENGTH))


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def _code_hash(token: str, code: str) -> str:
    return salted_hmac(f"handslag.approvals.{token}", code, algorithm="sha256").hexdigest()
