"""Telling those who report in service what became of it, once a month; and those who
have tasks by a rule that they have them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from handslag.core.access import Act, Actor, ForbiddenError, require, require_system
from handslag.core.accounts.models import Person
from handslag.core.audit.services import record
from handslag.core.periods import STOCKHOLM, stockholm_day
from handslag.domain.incidents import notices
from handslag.domain.incidents.models import (
    Incident,
    LetterDeclined,
    MonthTold,
    TaskTold,
)
from handslag.domain.incidents.queries.fates import told
from handslag.domain.incidents.queries.feedback import (
    dealt_with_later,
    reported_for,
    to_be_told,
)
from handslag.domain.incidents.queries.tasks import given_tasks, tasks_of
from handslag.domain.incidents.rules.fates import Told
from handslag.domain.incidents.rules.release import latest_closed
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.queries import people_who

MORNING = 6  # o'clock, in Sweden
FIRST_WEEK = 7
# What came in just now may be on its way into the database.
SLACK = timedelta(minutes=1)
A_DAY = timedelta(days=1)


@transaction.atomic
def tell_month(actor: Actor, *, now: datetime) -> int:
    """A letter to each who reported in service, about the month that is over: in the
    first week of the next one, in the morning, once. Answers how many letters it was."""
    require_system(actor)
    today = stockholm_day(now)
    if now.astimezone(STOCKHOLM).hour < MORNING or today.day > FIRST_WEEK:
        return 0
    month = latest_closed(today)
    # Two at once: the second waits, and finds nothing left.
    ids = [one.pk for one in to_be_told(month)]
    list(Organisation.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    letters = 0
    for organisation in to_be_told(month).filter(pk__in=ids):
        sent = _tell_reporters(organisation, month, today)
        row = MonthTold.objects.create(organisation=organisation, month=month, told_at=now)
        record(
            actor,
            "incidents.month_told",
            row,
            on_behalf=organisation.pk,
            month=month,
            letters=sent,
        )
        letters += sent
    return letters


def _tell_reporters(organisation: Organisation, month: date, today: date) -> int:
    """To those who still report there and have not declined."""
    reported = reported_for(organisation, month)
    before = dealt_with_later(Incident.objects.filter(by=organisation), month)
    made_up = any(
        rows.filter(within__desk__is_example=True).exists() for rows in (reported, before)
    )
    of_month, earlier = _by_person(reported), _by_person(before)
    declined = LetterDeclined.objects.values("person")
    members = people_who(Act.REPORT_INCIDENTS, organisation, today=today).filter(
        person__in=of_month.keys() | earlier.keys(), person__is_active=True
    )
    people = {one.person_id: one.person for one in members.exclude(person__in=declined)}
    for key, person in sorted(people.items()):
        about = notices.Month(
            organisation,
            month,
            of_month.get(key, []),
            earlier=len(earlier.get(key, [])),
            made_up=made_up,
        )
        notices.month_told(person, about)
    return len(people)


def _by_person(rows: QuerySet[Incident]) -> Mapping[int, list[Told]]:
    found: dict[int, list[Told]] = defaultdict(list)
    for one in told(rows.filter(report__person__isnull=False)):
        if one.person is not None:
            found[one.person].append(one)
    return found


@transaction.atomic
def choose_letters(actor: Actor, person: Person, *, wanted: bool, now: datetime) -> None:
    """Whether somebody wants the monthly letter about what they reported."""
    if person.pk != actor.person_id:
        raise ForbiddenError("One chooses one's own letters.")
    require(actor, Act.REPORT_INCIDENTS, in_any_of=actor.where(Act.REPORT_INCIDENTS))
    if wanted:
        LetterDeclined.objects.filter(person=person).delete()
    else:
        LetterDeclined.objects.get_or_create(person=person, defaults={"at": now})
    record(actor, "incidents.letters_chosen", person, wanted=wanted)


@transaction.atomic
def tell_owners(actor: Actor, *, now: datetime) -> int:
    """A letter to each organisation to which a rule of another has given tasks, about
    all that came since the last. Answers how many letters it was."""
    require_system(actor)
    until = now - SLACK
    begun = dict(TaskTold.objects.values_list("owner", "until"))
    oldest = min([*begun.values(), until - A_DAY])
    letters = 0
    for owner in given_tasks(since=oldest).select_for_update(of=("self",)):
        row, _new = TaskTold.objects.get_or_create(
            owner=owner, defaults={"until": until - A_DAY}
        )
        tasks = tasks_of(owner, since=row.until, until=until)
        if not tasks:
            continue
        letters += notices.tasks_came(owner, tasks, today=stockholm_day(now))
        row.until = until
        row.save(update_fields=["until"])
        record(actor, "incidents.owner_told", owner, tasks=sum(one.n for one in tasks))
    return letters
