"""What waits for one person about the councils."""

from dataclasses import dataclass
from datetime import date, timedelta

from handslag.core.access import Act, Actor
from handslag.core.accounts.models import Person
from handslag.core.periods import stockholm_day
from handslag.domain.council.models import Adjuster, Meeting, Task
from handslag.domain.council.queries.meetings import meetings_seen_by, unconfirmed
from handslag.domain.council.rules.words import MeetingState, TaskState

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, in the order it should be done."""

    adjustments: tuple[Adjuster, ...]
    late: tuple[Task, ...]
    soon: tuple[Task, ...]
    unwritten: tuple[Meeting, ...]
    uncalled: tuple[Meeting, ...]


def waiting_for(actor: Actor, *, today: date) -> Waiting:
    """Minutes to confirm, tasks of one's organisations, meetings to call or write up."""
    tasks = list(
        Task.objects.filter(
            state=TaskState.OPEN,
            owner__in=actor.where(Act.SEE_WORKSPACE),
            due_on__lte=today + SOON,
        ).select_related("council", "owner")
    )
    leads = actor.where(Act.RUN_COUNCIL)
    ahead = [one for one in _to_run(actor) if one.council.home_id in leads]
    return Waiting(
        adjustments=tuple(_to_confirm(actor)),
        late=tuple(task for task in tasks if task.due_on < today),
        soon=tuple(task for task in tasks if task.due_on >= today),
        unwritten=tuple(one for one in ahead if stockholm_day(one.starts_at) < today),
        uncalled=tuple(
            one
            for one in ahead
            if one.state == MeetingState.PLANNED
            and today <= stockholm_day(one.starts_at) <= today + SOON
        ),
    )


def _to_run(actor: Actor) -> list[Meeting]:
    open_ = [MeetingState.PLANNED, MeetingState.CALLED, MeetingState.HELD]
    return list(meetings_seen_by(actor).filter(state__in=open_))


def _to_confirm(actor: Actor) -> list[Adjuster]:
    """A seat with an address is confirmed by the account with that address."""
    person = Person.objects.filter(pk=actor.person_id or 0).first()
    if person is None:
        return []
    rows = unconfirmed().filter(seat__email__iexact=person.email)
    return list(rows.select_related("minutes__meeting__council", "seat"))
