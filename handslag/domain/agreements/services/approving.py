"""The parties say yes to the same exact wording, and then the agreement is settled."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals import services as approvals
from handslag.core.approvals.models import Link, Round, RoundParty, Version
from handslag.core.approvals.rules import Outcome
from handslag.core.approvals.services import Voter
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.agreements import notices
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.queries import approvers_of, content, looked_at, party_ids
from handslag.domain.agreements.rules.quality import stops
from handslag.domain.agreements.rules.states import step
from handslag.domain.agreements.rules.words import State
from handslag.domain.agreements.services.locking import locked
from handslag.domain.agreements.services.publishing import publish

SUBJECT = "agreement"


@transaction.atomic
def ask_for_approval(actor: Actor, agreement: Agreement, *, now: datetime) -> Round:
    """Freeze the wording and ask every party. The text is closed until they answer."""
    require(actor, Act.ASK_FOR_APPROVAL, in_any_of=party_ids(agreement))
    row = locked(agreement)
    row.state = step(State(row.state), State.IN_APPROVAL)
    refuse_unready(row)
    asked = [(party.pk, party.name) for party in approvers_of(row)]
    version = freeze(actor, row, now=now)
    row.round = approvals.open_round(actor, version, parties=asked, now=now)
    row.save(update_fields=["state", "round"])
    record(actor, "agreements.approval_asked", row, version=version.number)
    notices.approval_asked(row)
    return row.round


@transaction.atomic
def withdraw_from_approval(actor: Actor, agreement: Agreement) -> None:
    """Take the question back, so that the text can be changed."""
    require(actor, Act.ASK_FOR_APPROVAL, in_any_of=party_ids(agreement))
    row = locked(agreement)
    round_ = _asked(row)
    row.state = step(State(row.state), State.DRAFT)
    approvals.withdraw(actor, round_)
    row.save(update_fields=["state"])
    record(actor, "agreements.approval_withdrawn", row)


@transaction.atomic
def answer(
    actor: Actor,
    agreement: Agreement,
    *,
    party: int,
    agrees: bool,
    fingerprint: str,
    function: str,
    now: datetime,
    reason: str = "",
) -> Outcome:
    """One party answers. The last yes settles it; one no, with a reason, returns it."""
    require(actor, Act.APPROVE, in_any_of=frozenset({party}))
    return _answer(
        actor,
        agreement,
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
    agreement: Agreement,
    *,
    party: int,
    name: str,
    function: str,
    email: str,
    phone: str,
    now: datetime,
) -> tuple[Link, str]:
    """Send a named approver a link, and return the code to read out, if there is one."""
    require(actor, Act.ASK_FOR_APPROVAL, in_any_of=party_ids(agreement))
    row = locked(agreement)
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
    record(actor, "agreements.link_sent", row, channel=link.code_channel)
    return link, "" if phone else code


@transaction.atomic
def answer_by_link(
    actor: Actor, link: Link, *, agrees: bool, reason: str, now: datetime
) -> Outcome:
    """A named approver without an account answers; the code has been checked before."""
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


def of_round(party: RoundParty) -> Agreement:
    """The agreement that a round is about."""
    return Agreement.objects.get(public_id=party.round.version.subject_id)


def freeze(actor: Actor, row: Agreement, *, now: datetime) -> Version:
    """The wording of a locked agreement, kept as it is at this moment."""
    return approvals.freeze(
        actor,
        subject_kind=SUBJECT,
        subject_id=row.public_id,
        content=content(row),
        now=now,
    )


def refuse_unready(row: Agreement) -> None:
    """Stop what must not be asked about: without purpose, area, period or parties."""
    for code in stops(looked_at(row)):
        raise NotAllowedError(code)


def _asked(row: Agreement) -> Round:
    return approvals.still_open(row.round, in_approval=row.state == State.IN_APPROVAL)


def _answer(
    actor: Actor,
    agreement: Agreement,
    *,
    party: int,
    agrees: bool,
    reason: str,
    fingerprint: str,
    voter: Voter,
    now: datetime,
) -> Outcome:
    row = locked(agreement)
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
    said = "agreements.approved" if agrees else "agreements.refused"
    record(actor, said, row, on_behalf=party, channel=voter.channel)
    if outcome is Outcome.APPROVED:
        row.state = step(State(row.state), State.SETTLED)
        publish(actor, row, round_.version, now=now)
        notices.published(row)
    elif outcome is Outcome.REJECTED:
        row.state = step(State(row.state), State.DRAFT)
        row.save(update_fields=["state"])
        notices.returned(row, reason=reason)
    return outcome
