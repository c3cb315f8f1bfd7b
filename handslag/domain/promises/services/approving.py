"""Two authorities say yes to the same exact wording, and then it is published."""

from datetime import datetime

from handslag.core.access import Actor
from handslag.core.approvals import services as approvals
from handslag.core.approvals.models import Round, Version
from handslag.core.periods import stockholm_day
from handslag.domain.promises import notices
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.queries import approvers_of, content, missing_in, party_ids
from handslag.domain.promises.queries.wording import Content
from handslag.domain.promises.rules import quality
from handslag.domain.promises.rules.states import WAYS, NotAllowedError, State
from handslag.domain.promises.rules.words import AmendmentKind
from handslag.domain.promises.services.freezing import freeze
from handslag.domain.promises.services.locking import locked
from handslag.domain.promises.services.publishing import publish


def _frozen(actor: Actor, row: PromiseSet, now: datetime) -> Version:
    """The wording of a set that is ready to be asked about."""
    wording = content(row)
    _ready(row, wording)
    _whole(row, now)
    return freeze(actor, row, wording, now=now)


def _settle(actor: Actor, row: PromiseSet, round_: Round, now: datetime) -> None:
    """Every party said yes: what they read is what the public reads from now on."""
    amendment = row.amendments.filter(after=None).first()
    withdrawn = amendment is not None and amendment.kind == AmendmentKind.WITHDRAWAL
    row.state = WAYS.step(row.state, State.WITHDRAWN if withdrawn else State.SETTLED)
    if amendment is not None:
        amendment.after = round_.version
        amendment.save(update_fields=["after"])
    publish(actor, row, round_.version, now=now)
    notices.letters(row, now).published(notices.public_address(row))


def _whole(row: PromiseSet, now: datetime) -> None:
    """Stop a set with promises that hang loose and nobody has said why.

    To withdraw promises needs no links.
    """
    amendment = row.amendments.filter(after=None).first()
    if amendment is not None and amendment.kind == AmendmentKind.WITHDRAWAL:
        return
    left = missing_in(row, today=stockholm_day(now)).left
    if left:
        raise NotAllowedError("chain_broken", count=len(left))


def _ready(row: PromiseSet, wording: Content) -> None:
    """Stop what must not be asked about: no promises, no parties, no owner, no period."""
    promises = wording["promises"]
    if not promises:
        raise NotAllowedError("no_promises")
    if not any(party["approves"] for party in wording["parties"]):
        raise NotAllowedError("no_parties")
    if not quality.has_period(row.period):
        raise NotAllowedError("no_period")
    ownerless = {one["id"] for one in promises if not one["responsible"]}
    if ownerless:
        names = [str(one) for one in row.promises.filter(public_id__in=ownerless)]
        raise NotAllowedError("no_owner", promises=names)


SETS = approvals.Asking[PromiseSet](
    part="promises",
    steps=WAYS,
    find=lambda key: PromiseSet.objects.get(public_id=key),
    locked=locked,
    party_ids=party_ids,
    approvers_of=approvers_of,
    freeze=_frozen,
    settle=_settle,
    letters=notices.letters,
)
ask_for_approval = SETS.ask
withdraw_from_approval = SETS.take_back
answer = SETS.answer
answer_by_link = SETS.answer_by_link
invite_by_link = SETS.invite
