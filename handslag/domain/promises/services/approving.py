"""Two authorities say yes to the same exact wording, and then it is published."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals import services as approvals
from handslag.core.approvals.models import Link, Round, RoundParty
from handslag.core.approvals.rules import Outcome
from handslag.core.approvals.services import Voter
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.domain.promises import notices
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.queries import approvers_of, content, missing_in, party_ids
from handslag.domain.promises.queries.wording import Content
from handslag.domain.promises.rules import quality
from handslag.domain.promises.rules.states import NotAllowedError, State, step
from handslag.domain.promises.rules.words import AmendmentKind
from handslag.domain.promises.services.freezing import freeze
from handslag.domain.promises.services.locking import locked
from handslag.domain.promises.services.publishing import publish


@transaction.atomic
def ask_for_approval(actor: Actor, set_: PromiseSet, *, now: datetime) -> Round:
    """Freeze the wording and ask every party. The text is closed until they answer."""
    require(actor, Act.ASK_FOR_APPROVAL, in_any_of=party_ids(set_))
    row = locked(set_)
    row.state = step(State(row.state), State.IN_APPROVAL)
    wording = content(row)
    _ready(row, wording)
    _whole(row, now)
    version = freeze(actor, row, wording, now=now)
    asked = [(party.pk, party.name) for party in approvers_of(row)]
    row.round = approvals.open_round(actor, version, parties=asked, now=now)
    row.save(update_fields=["state", "round"])
    record(actor, "promises.approval_asked", row, version=version.number)
    notices.approval_asked(row)
    return row.round


@transaction.atomic
def withdraw_from_approval(actor: Actor, set_: PromiseSet) -> None:
    """Take the question back, so that the text can be changed."""
    require(actor, Act.ASK_FOR_APPROVAL, in_any_of=party_ids(set_))
    row = locked(set_)
    row.state = step(State(row.state), State.DRAFT)
    if row.round is not None:
        approvals.withdraw(actor, row.round)
    row.save(update_fields=["state"])
    record(actor, "promises.approval_withdrawn", row)


@transaction.atomic
def answer(
    actor: Actor,
    set_: PromiseSet,
    *,
    party: int,
    agrees: bool,
    fingerprint: str,
    function: str,
    now: datetime,
    reason: str = "",
) -> Outcome:
    """One party answers. The last yes publishes; one no, with a reason, returns it."""
    require(actor, Act.APPROVE, in_any_of=frozenset({party}))
    return _answer(
        actor,
        set_,
        party=party,
        agrees=agrees,
        reason=reason,
        fingerprint=fingerprint,
        voter=approvals.signed_in(actor, function),
        now=now,
    )


@transaction.atomic
def invite_by_link(
    actor: Actor,
    set_: PromiseSet,
    *,
    party: int,
    name: str,
    function: str,
    email: str,
    phone: str,
    now: datetime,
) -> tuple[Link, str]:
    """Send a named approver a link. The code goes by text message, or is read out.

    Returns the link and, when there is no phone number, the code to read out.
    """
    require(actor, Act.ASK_FOR_APPROVAL, in_any_of=party_ids(set_))
    row = locked(set_)
    link, token, code = approvals.invite(
        actor,
        _asked(row),
        party=party,
        name=name,
        function=function,
        email=email,
        phone=phone,
        now=now,
    )
    notices.link_made(row, link, token=token, code=code)
    record(actor, "promises.link_sent", row, channel=link.code_channel)
    return link, "" if phone else code


@transaction.atomic
def answer_by_link(
    actor: Actor, link: Link, *, agrees: bool, reason: str, now: datetime
) -> Outcome:
    """A named approver without an account answers.

    The code has been checked before, in a transaction of its own, so that a
    wrong one is counted whatever becomes of the answer.
    """
    voter = approvals.by_link(actor, link)
    asked = link.round_party
    outcome = _answer(
        actor,
        of_round(asked),
        party=asked.organisation_id,
        agrees=agrees,
        reason=reason,
        fingerprint=asked.round.version.fingerprint,
        voter=voter,
        now=now,
    )
    approvals.use_link(link, now=now)
    return outcome


def of_round(party: RoundParty) -> PromiseSet:
    """The set that a round is about."""
    return PromiseSet.objects.get(public_id=party.round.version.subject_id)


def _asked(row: PromiseSet) -> Round:
    return approvals.still_open(row.round, in_approval=row.state == State.IN_APPROVAL)


def _answer(
    actor: Actor,
    set_: PromiseSet,
    *,
    party: int,
    agrees: bool,
    reason: str,
    fingerprint: str,
    voter: Voter,
    now: datetime,
) -> Outcome:
    row = locked(set_)
    round_ = _asked(row)
    outcome = approvals.cast(
        actor,
        round_,
        party=party,
        agrees=agrees,
        reason=approvals.reason_for(reason, agrees=agrees),
        voter=voter,
        fingerprint=fingerprint,
        now=now,
    )
    action = "promises.approved" if agrees else "promises.refused"
    record(actor, action, row, on_behalf=party, channel=voter.channel)
    if outcome is Outcome.APPROVED:
        _settle(actor, row, round_, now=now)
    elif outcome is Outcome.REJECTED:
        row.state = step(State(row.state), State.DRAFT)
        row.save(update_fields=["state"])
        notices.returned(row, party=party, reason=reason)
    return outcome


def _settle(actor: Actor, row: PromiseSet, round_: Round, *, now: datetime) -> None:
    """Every party said yes: what they read is what the public reads from now on."""
    amendment = row.amendments.filter(after=None).first()
    withdrawn = amendment is not None and amendment.kind == AmendmentKind.WITHDRAWAL
    row.state = step(State(row.state), State.WITHDRAWN if withdrawn else State.SETTLED)
    if amendment is not None:
        amendment.after = round_.version
        amendment.save(update_fields=["after"])
    publish(actor, row, round_.version, now=now)
    notices.published(row, on=stockholm_day(now))


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
