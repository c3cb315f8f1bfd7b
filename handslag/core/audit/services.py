"""Writing in the log."""

from datetime import date
from uuid import UUID

from django.db import models, transaction

from handslag.core.access import Actor
from handslag.core.audit import rules
from handslag.core.audit.models import Entry, Unsealed


def record(
    actor: Actor,
    action: str,
    subject: models.Model,
    *,
    on_behalf: int | None = None,
    **ids: int | str | bool | date | UUID | None,
) -> Entry:
    """Write down what was done, in the same transaction as the deed itself."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("Record inside the transaction that makes the change.")
    if subject.pk is None:
        raise ValueError("Save the thing before it is written down.")
    entry = Entry.objects.create(
        actor_kind=rules.code(actor.kind),
        actor_key=_key(actor),
        on_behalf=on_behalf,
        action=rules.code(action),
        subject_kind=subject._meta.label_lower,
        subject_id=str(getattr(subject, "public_id", subject.pk)),
        details={name: rules.detail(value) for name, value in ids.items()},
    )
    Unsealed.objects.create(entry=entry)
    return entry


def _key(actor: Actor) -> str:
    """Who it was: a person by number, a link or a task by code, never a name."""
    if actor.key:
        return rules.code(actor.key)
    if actor.person_id is not None:
        return str(actor.person_id)
    if actor.kind == "anyone":
        return ""
    raise ValueError("An actor without a number or a code cannot be written down.")
