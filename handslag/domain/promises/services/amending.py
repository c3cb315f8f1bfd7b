"""A published set is changed in the open: dated, with a reason, approved again."""

import json
from datetime import date

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals.rules import canonical, fingerprint
from handslag.core.audit.services import record
from handslag.core.periods import Rule
from handslag.domain.promises.models import Amendment, PromiseSet
from handslag.domain.promises.queries import content, party_ids
from handslag.domain.promises.queries.wording import Content
from handslag.domain.promises.rules.states import NotAllowedError, State, step
from handslag.domain.promises.rules.words import AmendmentKind
from handslag.domain.promises.services.locking import locked


@transaction.atomic
def begin_amendment(
    actor: Actor,
    set_: PromiseSet,
    kind: AmendmentKind,
    *,
    reason: str,
    decided_on: date,
    until: date | None = None,
) -> Amendment:
    """Open the text of a published set again. The public reads on until all have approved.

    An extension may be entered after the set has expired: the day of decision
    is stated, and the day it was entered is in the log.
    """
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked(set_)
    if row.version is None:
        raise NotAllowedError("not_published")
    if not reason.strip():
        raise NotAllowedError("amendment_needs_reason")
    row.state = step(State(row.state), State.DRAFT)
    if kind is AmendmentKind.EXTENSION:
        _extend(row, until)
    row.revision += 1
    row.save()
    amendment = Amendment.objects.create(
        set=row, kind=kind, reason=reason, decided_on=decided_on, before=row.version
    )
    record(actor, "promises.amendment_begun", row, kind=kind.value)
    return amendment


@transaction.atomic
def end_amendment(actor: Actor, set_: PromiseSet) -> None:
    """Leave the set as it is published, if the text has been put back as it was."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked(set_)
    amendment = row.amendments.filter(after=None).first()
    if row.state != State.DRAFT or amendment is None or row.version is None:
        raise NotAllowedError("no_amendment")
    amendment.delete()
    # The frozen text carries the amendment it came with; compare the words alone.
    if _words(content(row)) != _words_of(row.version.content):
        raise NotAllowedError("text_differs")
    row.state = State.SETTLED
    row.save(update_fields=["state"])
    record(actor, "promises.amendment_ended", row)


def _extend(row: PromiseSet, until: date | None) -> None:
    if until is None or (row.ends is not None and until <= row.ends):
        raise NotAllowedError("extension_needs_later_day")
    row.period_stated = f"{row.period_stated} förlängt till {until.isoformat()}"
    row.ends = until
    row.period_rule = Rule.EXTENDED


def _words_of(frozen: str) -> str:
    return _words(json.loads(frozen))


def _words(text: Content) -> str:
    return fingerprint(canonical({**text, "amendment": None}))
