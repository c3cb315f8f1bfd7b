"""Reminders of days to come and days that have passed, each sent once."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.domain.organisations.models import Organisation
from handslag.domain.year import notices
from handslag.domain.year.models import Reminder
from handslag.domain.year.notices import Naming
from handslag.domain.year.queries import (
    all_deadlines,
    due_reminders,
    recipients,
    reminded_on,
)


@transaction.atomic
def remind(actor: Actor, *, now: datetime, naming: Naming) -> int:
    """Send what is due today in one letter to each; say how many reminders went.

    Once a day: what comes to light later in the day waits for the next morning.
    Two workers at once: the second waits for the first and finds nothing left.
    """
    require_system(actor)
    today = stockholm_day(now)
    if reminded_on(today):
        return 0
    homes = {one.home for one in all_deadlines(None, today=today)}
    locked = Organisation.objects.select_for_update().filter(pk__in=homes).order_by("pk")
    names = {one.pk: one.name for one in locked}
    due = due_reminders(all_deadlines(names, today=today), today=today)
    known = recipients({to for one in due for to in one.to}, today=today)
    # Where nobody could be told yet, it is said on the day somebody can.
    due = [one for one in due if any(known.get(to) for to in one.to)]
    notices.send(notices.letters(due, known, homes=names, naming=naming, today=today))
    for one in due:
        sent = Reminder.objects.create(
            home_id=one.deadline.home,
            kind=one.deadline.kind,
            path=one.deadline.path,
            due_on=one.deadline.due_on,
            step=one.step,
            sent_at=now,
        )
        record(actor, "year.reminded", sent, home=one.deadline.home, step=one.step)
    return len(due)
