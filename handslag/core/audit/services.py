"""Writing in the log, and sealing what was written."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection, models, transaction

from handslag.core.access import Actor
from handslag.core.audit import rules
from handslag.core.audit.models import DayHead, Entry, Seal, Unsealed

# One number for everyone who seals, so that they take turns; see `_take_turn`.
_SEALING = 0x5EA1


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


@transaction.atomic
def seal_waiting(*, now: datetime, most: int = 5000) -> int:
    """Chain the rows that have been committed and have no seal; say how many.

    Rows are chained in the order in which they became visible, and by id among
    those that became visible together. A row that commits late with a low id
    is therefore never passed over: it is sealed in a later turn. Writers never
    wait for this, and this waits for no writer.
    """
    _take_turn()
    last = Seal.objects.order_by("-no").first()
    if last is not None:
        now = max(now, last.sealed_at)  # a clock that is put back moves no seal
        _close_day(last, now)
    waiting = Entry.objects.filter(waiting__isnull=False).order_by("pk")[:most]
    seals = _chain(list(waiting), last, now)
    Seal.objects.bulk_create(seals, batch_size=500)
    sealed = [seal.entry_id for seal in seals]
    for start in range(0, len(sealed), 500):
        Unsealed.objects.filter(pk__in=sealed[start : start + 500]).delete()
    return len(seals)


def _take_turn() -> None:
    """Two sealers at once would both write the next number. SQLite has one writer."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_SEALING])


def _chain(entries: Sequence[Entry], last: Seal | None, now: datetime) -> list[Seal]:
    no, previous = (last.no, last.hash) if last else (0, rules.FIRST)
    seals = []
    for entry in entries:
        no += 1
        link = rules.seal_hash(no=no, previous=previous, sealed_at=now, entry=entry.facts())
        seals.append(Seal(no=no, entry=entry, previous=previous, hash=link, sealed_at=now))
        previous = link
    return seals


def _close_day(last: Seal, now: datetime) -> None:
    """The first sealing of a new day keeps the head of the day before it."""
    day = rules.day_of(last.sealed_at)
    if day < rules.day_of(now):
        DayHead.objects.get_or_create(day=day, defaults={"no": last.no, "hash": last.hash})


def _key(actor: Actor) -> str:
    """Who it was: a person by number, a link or a task by code, never a name."""
    if actor.key:
        return rules.code(actor.key)
    if actor.person_id is not None:
        return str(actor.person_id)
    if actor.kind == "anyone":
        return ""
    raise ValueError("An actor without a number or a code cannot be written down.")
