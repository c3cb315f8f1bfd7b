"""What was reported is forgotten in time: the nearer it is to a person, the sooner.

Each of these runs by itself every hour, and may run twice. Counters stay.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.core.deadlines import months_after
from handslag.core.files import services as files
from handslag.core.files.models import StoredFile
from handslag.core.periods import stockholm_day
from handslag.domain.incidents.models import (
    Batch,
    BatchRow,
    Held,
    Incident,
    Message,
    MonthTold,
    Photo,
    Report,
)
from handslag.domain.incidents.queries import forgetting as queries
from handslag.domain.incidents.queries.batches import UNDER_WAY
from handslag.domain.incidents.rules import TextState
from handslag.domain.incidents.rules.importing import Stage
from handslag.domain.incidents.rules.retention import KEPT_MONTHS
from handslag.domain.incidents.services.counting import untally
from handslag.domain.organisations.models import Organisation

ROWS_DAYS = 14
NOT_READ_IN = (Stage.UPLOADED, Stage.JUDGED)
AT_ONCE = 200  # reports in one go: SQLite takes so many numbers in a question


@transaction.atomic
def forget_contacts(actor: Actor, *, now: datetime) -> int:
    """The address of a resident goes a month after all of the report was closed."""
    require_system(actor)
    rows = queries.contacts_to_forget(stockholm_day(now))
    return _gone(actor, "incidents.contacts_forgotten", "report__within", rows)


@transaction.atomic
def forget_persons(actor: Actor, *, now: datetime) -> int:
    """Who reported in service is emptied when the letters have told what became of it;
    in which organisation's service stays."""
    require_system(actor)
    rows = queries.persons_to_forget(stockholm_day(now))
    numbers = _by_home(rows, "within")
    rows.update(person=None)
    _write(actor, "incidents.persons_forgotten", numbers)
    return sum(numbers.values())


@transaction.atomic
def forget_held(actor: Actor, *, now: datetime) -> int:
    """Words that nobody decided on in time go, unread. Their places say that they did.

    Locked first, as the moderator does: what is decided just now is left as decided."""
    require_system(actor)
    late = queries.held_to_forget(stockholm_day(now)).select_for_update().order_by("pk")
    rows = Held.objects.filter(pk__in=list(late.values_list("pk", flat=True)))
    texts = rows.filter(field="text")
    gone = {"text": "", "text_state": TextState.REDACTED.value}
    of_incidents = texts.filter(incident__isnull=False).values("incident")
    Incident.objects.filter(pk__in=of_incidents).update(**gone)
    of_messages = rows.filter(message__isnull=False).values("message")
    Message.objects.filter(pk__in=of_messages).update(**gone)
    return _gone(actor, "incidents.held_words_forgotten", "within", rows)


@transaction.atomic
def forget_photos(actor: Actor, *, now: datetime) -> int:
    """Pictures that nobody looked at in time go, unseen."""
    require_system(actor)
    rows = queries.photos_to_forget(stockholm_day(now))
    return _gone(actor, "incidents.photos_forgotten", "incident__within", rows)


@transaction.atomic
def forget_readings(actor: Actor, *, now: datetime) -> int:
    """Who read what is kept as long as what was read."""
    require_system(actor)
    rows = queries.readings_to_forget(stockholm_day(now))
    return _gone(actor, "incidents.readings_forgotten", "within", rows)


@transaction.atomic
def forget_rows(actor: Actor, *, now: datetime) -> int:
    """Rows of files that were uploaded and not read in go after some days, and so do
    the reasons why rows of others were left out."""
    require_system(actor)
    last = stockholm_day(now) - timedelta(days=ROWS_DAYS)
    rows = BatchRow.objects.filter(batch__made_at__date__lt=last)
    rows = rows.exclude(batch__stage__in=UNDER_WAY)
    n = _gone(actor, "incidents.rows_forgotten", "batch__within", rows)
    Batch.objects.filter(made_at__date__lt=last, stage__in=NOT_READ_IN).delete()
    return n


@transaction.atomic
def forget_reports(actor: Actor, *, now: datetime) -> int:
    """Reports that are old, and closed or left alone as long, go with all that hangs on
    them: steps, messages, photos and their files. So many at once; ask again for more.

    The counters of cells and days stay: they hold no words and no person.
    """
    require_system(actor)
    today = stockholm_day(now)
    due = queries.reports_to_forget(today)
    keys = set(due.values_list("pk", flat=True)[:AT_ONCE])
    # What was put together with one of these goes with it.
    with_them = Incident.objects.filter(merged_into__report__in=keys)
    keys |= set(with_them.values_list("report", flat=True))
    old = Report.objects.filter(pk__in=keys)
    numbers = _by_home(old, "within")
    pictures = Photo.objects.filter(incident__report__in=keys, file__isnull=False)
    shown = set(pictures.values_list("file", flat=True))
    with_them.update(merged_into=None)
    untally(Incident.objects.filter(report__in=keys))
    old.delete()
    _remove_files(actor, shown)
    _write(actor, "incidents.reports_forgotten", numbers)
    _forget_what_is_left(now)
    return sum(numbers.values())


def _remove_files(actor: Actor, keys: set[int]) -> None:
    """A file is kept once, whoever sent it: it stays as long as anything points at it."""
    for stored in StoredFile.objects.filter(pk__in=keys).order_by("pk"):
        try:
            with transaction.atomic():
                files.remove(actor, stored)
        except ProtectedError:
            continue


def _forget_what_is_left(now: datetime) -> None:
    """A file that was read in is not needed when nothing of it is left, nor that a
    month has been told when its reports are gone."""
    last = months_after(stockholm_day(now), -KEPT_MONTHS)
    Batch.objects.filter(made_at__date__lt=last, reports__isnull=True).delete()
    MonthTold.objects.filter(month__lt=last).delete()


def _gone(actor: Actor, action: str, home: str, rows: QuerySet[Any]) -> int:
    numbers = _by_home(rows, home)
    rows.delete()
    _write(actor, action, numbers)
    return sum(numbers.values())


def _by_home(rows: QuerySet[Any], home: str) -> dict[int, int]:
    """How many there are of each municipality."""
    found: dict[int, int] = {}
    for one in rows.values_list(home, flat=True):
        if one is not None:
            found[one] = found.get(one, 0) + 1
    return found


def _write(actor: Actor, action: str, numbers: dict[int, int]) -> None:
    """One line of the log for each municipality: how many, and nothing of them."""
    for home in Organisation.objects.filter(pk__in=numbers):
        record(actor, action, home, on_behalf=home.pk, n=numbers[home.pk])
