"""The parties say yes to the same exact wording, and then the agreement is settled."""

from datetime import datetime

from handslag.core.access import Actor
from handslag.core.approvals import services as approvals
from handslag.core.approvals.models import Round, Version
from handslag.core.refusals import NotAllowedError
from handslag.domain.agreements import notices
from handslag.domain.agreements.models import Agreement
from handslag.domain.agreements.queries import approvers_of, content, looked_at, party_ids
from handslag.domain.agreements.rules.quality import stops
from handslag.domain.agreements.rules.states import WAYS
from handslag.domain.agreements.rules.words import State
from handslag.domain.agreements.services.locking import locked
from handslag.domain.agreements.services.publishing import publish

SUBJECT = "agreement"


def freeze(actor: Actor, row: Agreement, now: datetime) -> Version:
    """The wording of a locked agreement, kept as it is at this moment.

    Refused without purpose, area, period or parties.
    """
    for code in stops(looked_at(row)):
        raise NotAllowedError(code)
    return approvals.freeze(
        actor,
        subject_kind=SUBJECT,
        subject_id=row.public_id,
        content=content(row),
        now=now,
    )


def _settle(actor: Actor, row: Agreement, round_: Round, now: datetime) -> None:
    row.state = WAYS.step(row.state, State.SETTLED)
    publish(actor, row, round_.version, now=now)
    notices.letters(row, now).published(notices.public_address(row))


AGREEMENTS = approvals.Asking[Agreement](
    part="agreements",
    steps=WAYS,
    find=lambda key: Agreement.objects.get(public_id=key),
    locked=locked,
    party_ids=party_ids,
    approvers_of=approvers_of,
    freeze=freeze,
    settle=_settle,
    letters=notices.letters,
)
ask_for_approval = AGREEMENTS.ask
withdraw_from_approval = AGREEMENTS.take_back
answer = AGREEMENTS.answer
answer_by_link = AGREEMENTS.answer_by_link
invite_by_link = AGREEMENTS.invite
