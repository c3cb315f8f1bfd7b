"""Taking in what the police tell, and forgetting it in time.

The row of an event is overwritten: what they have taken away is nowhere here afterwards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.utils.crypto import salted_hmac

from handslag.core.access import Act, Actor, require, require_system
from handslag.core.audit.services import record
from handslag.core.connections.models import Run
from handslag.core.connections.rules import Connector, Counts, File, Outcome
from handslag.core.connections.services import note_run
from handslag.core.deadlines import months_after
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.models import Organisation
from handslag.domain.police_events.models import Change, PoliceEvent
from handslag.domain.police_events.queries import homes_in_use
from handslag.domain.police_events.rules import COLUMNS, MISSING, MONTHS_KEPT
from handslag.integrations.polisen import Event, Told, read
from handslag.integrations.values import UnreadableError

_AT_A_TIME = 500
_LONGEST_URL = 300
_WRITTEN = [name for names in COLUMNS.values() for name in names]


@dataclass(slots=True)
class _Sorting:
    """Events on their way in."""

    new: list[PoliceEvent] = field(default_factory=list)
    changed: list[PoliceEvent] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    same: int = 0


@transaction.atomic
def take_in(actor: Actor, body: bytes, *, now: datetime, dry: bool, file: str = "") -> Run:
    """Take in an answer, or a file that somebody saved: `dry` only says what would change.

    Raises NotAllowedError when nothing of it can be read."""
    if actor.kind != "system":
        require(actor, Act.CONNECT, in_any_of=actor.organisation_ids)
    homes = homes_in_use(today=stockholm_day(now))
    try:
        told = read(body, list(homes))
    except UnreadableError as error:
        raise NotAllowedError("police_events.unreadable") from error
    sorting = _sort(told, homes, now=now)
    if not dry:
        _keep(sorting)
        if not file:
            _see_what_is_gone(told, now=now)
    counts = Counts(len(sorting.new), sorting.same, len(sorting.changed), bad=told.bad)
    named = File(file, sha256(body).hexdigest() if file else "")
    run = note_run(actor, Connector.POLISEN, Outcome(counts, file=named), dry=dry, now=now)
    record(actor, "police_events.taken_in", run, new=counts.new, changed=counts.changed)
    return run


@transaction.atomic
def forget_events(actor: Actor, *, now: datetime) -> int:
    """Delete the events that have been kept long enough, some at a time; say how many."""
    require_system(actor)
    before = months_after(stockholm_day(now), -MONTHS_KEPT)
    old = PoliceEvent.objects.filter(published_at__date__lt=before)
    some = list(old.values_list("pk", flat=True)[:_AT_A_TIME])
    PoliceEvent.objects.filter(pk__in=some).delete()
    return len(some)


def _sort(told: Told, homes: Mapping[str, Organisation], *, now: datetime) -> _Sorting:
    """What is new and what has changed, of all that is held already or near."""
    held = PoliceEvent.objects.select_for_update().in_bulk(
        [one.number for one in told.events], field_name="number"
    )
    sorting = _Sorting()
    for event in told.events:
        there = held.get(event.number)
        home = homes.get(event.municipality)
        if there is None and home is not None:
            fresh = PoliceEvent(number=event.number)
            _write(fresh, event, home.pk)
            sorting.new.append(fresh)
        elif there is not None:
            _change(sorting, there, event, home.pk if home else there.municipality_id, now)
    return sorting


def _change(
    sorting: _Sorting, there: PoliceEvent, event: Event, home: int, now: datetime
) -> None:
    before = {name: getattr(there, name) for name in _WRITTEN}
    was_missing = there.missing_since is not None
    _write(there, event, home)
    different = [
        what
        for what, names in COLUMNS.items()
        if any(getattr(there, name) != before[name] for name in names)
    ]
    if different or was_missing:
        sorting.changed.append(there)
        sorting.changes += [Change(event=there, what=what, at=now) for what in different]
    else:
        sorting.same += 1


def _write(row: PoliceEvent, event: Event, home: int) -> None:
    row.kind, row.is_summary = event.kind[:80], event.is_summary
    row.place, row.stated = event.place[:120], event.stated[:120]
    row.municipality_id = home
    row.occurred_at, row.published_at = event.occurred_at, event.published_at
    row.url = event.url if len(event.url) <= _LONGEST_URL else ""
    row.text_mark = _mark(event.summary)
    row.missing_since = None


def _mark(text: str) -> str:
    if not text:
        return ""
    return salted_hmac("handslag.police_events", text, algorithm="sha256").hexdigest()


def _keep(sorting: _Sorting) -> None:
    PoliceEvent.objects.bulk_create(sorting.new, batch_size=_AT_A_TIME)
    PoliceEvent.objects.bulk_update(
        sorting.changed, [*_columns(), "url", "missing_since"], batch_size=_AT_A_TIME
    )
    Change.objects.bulk_create(sorting.changes, batch_size=_AT_A_TIME)


def _columns() -> Sequence[str]:
    return [name.removesuffix("_id") for name in _WRITTEN]


def _see_what_is_gone(told: Told, *, now: datetime) -> None:
    """What lies between the first and the last that they tell of, and is not told of for a
    day, they have taken away. Nothing at all told is no sign of anything."""
    if not told.events:
        return
    days = [one.published_at for one in told.events]
    missing = PoliceEvent.objects.filter(
        published_at__gt=min(days), published_at__lt=max(days)
    ).exclude(number__in=[one.number for one in told.events])
    missing.filter(missing_since__lt=now - MISSING).delete()
    missing.filter(missing_since=None).update(missing_since=now)
