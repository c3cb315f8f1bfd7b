"""The next agreement is made from this one; or this one is ended before its time."""

from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.db.models import Model

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import Period
from handslag.core.refusals import NotAllowedError
from handslag.domain.agreements.models import (
    Agreement,
    AgreementArea,
    AgreementParty,
    Ending,
)
from handslag.domain.agreements.queries import party_ids
from handslag.domain.agreements.rules.states import step
from handslag.domain.agreements.rules.words import State
from handslag.domain.agreements.services.locking import locked
from handslag.domain.agreements.services.publishing import touched
from handslag.domain.organisations.services import bump_public

# What the next agreement takes over word for word.
_KEPT = (
    *("home", "level", "parent", "is_example", "background", "vision", "documentation"),
    *("follow_up", "follow_up_by", "follow_up_months"),
    *("prolongation", "prolongation_months"),
)
_OF_A_PARTY = (
    *("organisation", "approves", "steering", "position"),
    *("contact_function", "contact_email", "contact_phone"),
)


@transaction.atomic
def renew(
    actor: Actor,
    earlier: Agreement,
    *,
    name: str,
    period: Period,
    changes: str,
    now: datetime,
) -> Agreement:
    """Begin the next agreement from this one. This one holds until the next begins."""
    require(actor, Act.WRITE_AGREEMENT, in_any_of=party_ids(earlier))
    before = locked(earlier)
    if before.version_id is None:
        raise NotAllowedError("agreement.not_published")
    if before.successors.exists():
        raise NotAllowedError("agreement.already_renewed")
    row = Agreement.objects.create(
        name=name,
        period_stated=period.stated,
        starts=period.starts,
        ends=period.ends,
        period_rule=period.rule,
        changes=changes,
        predecessor=before,
        made_at=now,
        **{column: getattr(before, column) for column in _KEPT},
    )
    _carry(before, row)
    record(actor, "agreements.renewed", row, on_behalf=row.home_id)
    return row


@transaction.atomic
def end_early(
    actor: Actor, agreement: Agreement, *, on: date, reason: str, now: datetime
) -> None:
    """The parties end the agreement before its time, and say why."""
    require(actor, Act.ASK_FOR_APPROVAL, in_any_of=party_ids(agreement))
    row = locked(agreement)
    row.state = step(State(row.state), State.ENDED)
    if not reason.strip():
        raise NotAllowedError("agreement.ending_needs_reason")
    if row.starts is not None and on < row.starts:
        raise NotAllowedError("agreement.ends_before_start")
    Ending.objects.create(agreement=row, ended_on=on, reason=reason.strip(), made_at=now)
    row.changed_at = now
    row.save(update_fields=["state", "changed_at"])
    bump_public(*touched(row))
    record(actor, "agreements.ended", row, ended_on=on)


def _carry(before: Agreement, row: Agreement) -> None:
    """The same parties, purposes, areas, problems, goals, commitments and links."""
    AgreementArea.objects.bulk_create(
        AgreementArea(agreement=row, municipality_id=one.municipality_id, position=place)
        for place, one in enumerate(before.areas.all())
    )
    parties: dict[int | None, AgreementParty | None] = {None: None}
    for old in before.parties.all():
        columns = {column: getattr(old, column) for column in _OF_A_PARTY}
        parties[old.pk] = AgreementParty.objects.create(agreement=row, **columns)
    for kind in ("purposes", "fields", "problems", "statutes", "goals"):
        for one in getattr(before, kind).all():
            _copy(one, agreement=row)
    for one in before.commitments.all():
        _copy(one, agreement=row, party=parties[one.party_id])


def _copy(row: Model, **new: object) -> None:
    """The same row once more, in another agreement."""
    row.pk = None
    if hasattr(row, "public_id"):
        new["public_id"] = uuid4()
    for name, value in new.items():
        setattr(row, name, value)
    row.save(force_insert=True)
