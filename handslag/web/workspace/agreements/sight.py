"""Find the agreement the person may see. What they may not see is not there: 404."""

from dataclasses import dataclass
from uuid import UUID

from django.shortcuts import get_object_or_404

from handslag.core.access import Act, require
from handslag.domain.agreements import queries
from handslag.domain.agreements.models import Agreement, AgreementFollowUp
from handslag.web.requests import WorkRequest


def the_agreement(request: WorkRequest, key: UUID, act: Act | None = None) -> Agreement:
    """The agreement, if the person may see it and, with `act`, may do that with it."""
    rows = queries.with_days(queries.visible_to(request.actor))
    found = get_object_or_404(rows, public_id=key)
    if act is not None:
        require(request.actor, act, in_any_of=queries.party_ids(found))
    return found


def the_follow_up(
    request: WorkRequest, key: UUID, follow_up: UUID, act: Act
) -> AgreementFollowUp:
    """One follow-up of an agreement that the person may see."""
    found = get_object_or_404(
        queries.follow_up_of(request.actor, str(follow_up)), agreement__public_id=key
    )
    require(request.actor, act, in_any_of=queries.party_ids(found.agreement))
    return found


@dataclass(frozen=True, slots=True)
class May:
    """What the person may do with an agreement: which buttons there are."""

    write: bool
    ask: bool
    follow_up: bool
    at_home: bool


def may(request: WorkRequest, agreement: Agreement) -> May:
    """What this person may do with this agreement."""
    parties = queries.party_ids(agreement)

    def allowed(act: Act) -> bool:
        return bool(parties & request.actor.where(act))

    return May(
        write=allowed(Act.WRITE_AGREEMENT),
        ask=allowed(Act.ASK_FOR_APPROVAL),
        follow_up=allowed(Act.FOLLOW_UP),
        at_home=request.actor.may(Act.ASK_FOR_APPROVAL, agreement.home_id),
    )
