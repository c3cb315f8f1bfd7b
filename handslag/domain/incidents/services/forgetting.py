"""What was reported is forgotten in time: the nearer it is to a person, the sooner.

Each of these runs by itself every day, and may run twice. Counters stay.
"""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.core.deadlines import months_after
from handslag.core.periods import stockholm_day
from handslag.domain.incidents.models import (
    Batch,
    BatchRow,
    Contact,
    Held,
    Incident,
    Message,
    Photo,
    Reading,
    Report,
)
from handslag.domain.incidents.queries.batches import UNDER_WAY
from handslag.domain.incidents.rules import Phase, TextState
from handslag.domain.incidents.rules.importing import Stage
from handslag.domain.incidents.services.counting import untally
from handslag.domain.organisations.models import Organisation

KEPT_MONTHS = 24
CONTACT_MONTHS = 1
ROWS_DAYS = 14
NOT_READ_IN = (Stage.UPLOADED, Stage.JUDGED)
PERSON_MONTHS = 3  # the letters of three months tell the reporter what became of it
AT_ONCE = 200  # reports in one go: SQLite takes so many numbers in a question


@transaction.atomic
def forget_contacts(actor: Actor, *, now: datetime) -> int:
    """The address of a resident goes a month after all of the report was closed."""
    require_system(actor)
    last = months_after(stockholm_day(now), -CONTACT_MONTHS)
    rows = Contact.objects.filter(~Exists(_unfinished(last, "report")))
    return _gone(actor, "incidents.contacts_forgotten", "report__within", rows)


@transaction.atomic
def forget_persons(actor: Actor, *, now: datetime) -> int:
    """Who reported in service is emptied when the letters have told what became of it;
    in which organisation's service stays."""
    require_system(actor)
    last = months_after(stockholm_day(now), -PERSON_MONTHS)
    rows = Report.objects.filter(person__isnull=False)
    rows = rows.filter(~Exists(_unfinished(last, "pk")))
    numbers = _by_home(rows, "within")
    rows.update(person=None)
    _write(actor, "incidents.persons_forgotten", numbers)
    return sum(numbers.values())


@transaction.atomic
def forget_held(actor: Actor, *, now: datetime) -> int:
    """Words that nobody decided on in time go, unread. Their places say that they did."""
    require_system(actor)
    rows = Held.objects.filter(until__lt=stockholm_day(now))
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
    rows = Photo.objects.filter(until__lt=stockholm_day(now), waiting__isnull=False)
    return _gone(actor, "incidents.photos_forgotten", "incident__within", rows)


@transaction.atomic
def forget_readings(actor: Actor, *, now: datetime) -> int:
    """Who read what is kept as long as what was read."""
    require_system(actor)
    last = months_after(stockholm_day(now), -KEPT_MONTHS)
    rows = Reading.objects.filter(at__date__lt=last)
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
    """Reports that are old and closed go with all that hangs on them.

    The counters of cells and days stay: they hold no words and no person. What is still
    being dealt with waits, and so does what something younger was put together with.
    """
    require_system(actor)
    last = months_after(stockholm_day(now), -KEPT_MONTHS)
    going = Report.objects.filter(sent_at__date__lt=last).filter(~Exists(_open("pk")))
    staying = Incident.objects.filter(merged_into__report=OuterRef("pk"))
    staying = staying.exclude(report__in=going.order_by().values("pk"))
    first = going.filter(~Exists(staying)).order_by("pk")
    keys = set(first.values_list("pk", flat=True)[:AT_ONCE])
    # What was put together with one of these goes with it.
    with_them = Incident.objects.filter(merged_into__report__in=keys)
    keys |= set(with_them.values_list("report", flat=True))
    old = Report.objects.filter(pk__in=keys)
    numbers = _by_home(old, "within")
    with_them.update(merged_into=None)
    untally(Incident.objects.filter(report__in=keys))
    old.delete()
    _write(actor, "incidents.reports_forgotten", numbers)
    _forget_batches(last)
    return sum(numbers.values())


def _forget_batches(last: date) -> None:
    """A file that was read in is not needed when nothing of it is left."""
    Batch.objects.filter(made_at__date__lt=last, reports__isnull=True).delete()


def _open(report: str) -> QuerySet[Incident]:
    """What is not closed of the report with this number. What was put together with
    another is closed when that one is."""
    rows = Incident.objects.filter(report=OuterRef(report))
    state = rows.annotate(now=Coalesce("merged_into__phase", "phase"))
    return state.exclude(now=Phase.CLOSED.value)


def _unfinished(last: date, report: str) -> QuerySet[Incident]:
    """What is not closed, or was closed after this day."""
    rows = Incident.objects.filter(report=OuterRef(report))
    state = rows.annotate(
        now=Coalesce("merged_into__phase", "phase"),
        on=Coalesce("merged_into__closed_on", "closed_on"),
    )
    return state.filter(~Q(now=Phase.CLOSED.value) | Q(on__gt=last))


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
