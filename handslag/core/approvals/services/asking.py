"""What every thing that is put to its parties has in common: who answers, by which way."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Actor, ForbiddenError
from handslag.core.approvals.models import Link, Round
from handslag.core.approvals.rules import Channel, CodeChannel
from handslag.core.approvals.services.links import make_link
from handslag.core.approvals.services.rounds import Voter
from handslag.core.refusals import NotAllowedError


def signed_in(actor: Actor, function: str) -> Voter:
    """Somebody with an account answers."""
    return Voter(
        name=actor.name,
        function=function,
        person_id=actor.person_id,
        channel=Channel.ACCOUNT.value,
    )


def by_link(actor: Actor, link: Link) -> Voter:
    """A named approver without an account answers; only the link itself may say so."""
    if actor.kind != "link" or actor.key != str(link.public_id):
        raise ForbiddenError("A vote by link comes from that link.")
    return Voter(
        name=link.name,
        function=link.function,
        person_id=None,
        channel=Channel.LINK.value,
        code_channel=link.code_channel,
    )


def still_open(round_: Round | None, *, in_approval: bool) -> Round:
    """The open question, or a refusal: it has been answered, or taken back."""
    if round_ is None or not in_approval:
        raise NotAllowedError("not_in_approval")
    return round_


@transaction.atomic
def invite(
    actor: Actor,
    round_: Round,
    *,
    party: int,
    name: str,
    function: str,
    email: str,
    phone: str,
    now: datetime,
) -> tuple[Link, str, str]:
    """A link for a party that has not answered, its token and its code."""
    asked = round_.parties.filter(organisation_id=party, vote=None).first()
    if asked is None:
        raise NotAllowedError("already_answered")
    channel = CodeChannel.SMS if phone else CodeChannel.READ_OUT
    return make_link(
        actor,
        asked,
        name=name,
        function=function,
        email=email,
        phone=phone,
        code_channel=channel.value,
        now=now,
    )


def reason_for(reason: str, *, agrees: bool) -> str:
    """A no says why; the others read it."""
    if not agrees and not reason.strip():
        raise NotAllowedError("no_needs_reason")
    return reason
