"""A summary of a public page goes, because somebody asked that it should."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals.models import Version
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import Origin
from handslag.domain.promises.services.indexing import index_sets
from handslag.domain.promises.services.locking import locked
from handslag.domain.promises.services.publishing import publish, touched


@transaction.atomic
def take_down(actor: Actor, set_: PromiseSet, *, now: datetime) -> None:
    """Take a summary away from everyone's sight. No import brings it back.

    Its municipality does it, or the installation itself where the municipality is
    not here. One's own words are withdrawn by an amendment instead.
    """
    row = _held(actor, set_)
    if row.version is None:
        raise NotAllowedError("already_taken_down")
    row.version = None
    row.taken_down_at = now
    row.save(update_fields=["version", "taken_down_at"])
    index_sets([row], today=stockholm_day(now))
    bump_public(*touched(row))
    record(actor, "promises.taken_down", row, on_behalf=row.home_id)


@transaction.atomic
def put_back(actor: Actor, set_: PromiseSet, *, now: datetime) -> None:
    """Show a summary that was taken down again, as it was."""
    row = _held(actor, set_)
    if row.taken_down_at is None:
        raise NotAllowedError("not_taken_down")
    row.taken_down_at = None
    row.save(update_fields=["taken_down_at"])
    record(actor, "promises.put_back", row, on_behalf=row.home_id)
    publish(actor, row, _as_it_was(row), now=now)


def _held(actor: Actor, set_: PromiseSet) -> PromiseSet:
    if actor.kind != "system":
        require(actor, Act.ASK_FOR_APPROVAL, in_any_of=frozenset({set_.home_id}))
    row = locked(set_)
    if row.origin != Origin.IMPORTED:
        raise NotAllowedError("not_imported")
    if row.taken_over_at is not None:
        raise NotAllowedError("already_taken_over")
    return row


def _as_it_was(row: PromiseSet) -> Version:
    """Every version of a summary has been public: nobody is asked about one."""
    return Version.objects.filter(subject_id=row.public_id).latest("number")
