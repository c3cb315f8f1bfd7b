"""What a span held besides its counts: who reported, when on the day, what became of it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Count, Min, Q, Value, When
from django.db.models.functions import Coalesce, Least

from handslag.core.periods import stockholm_day
from handslag.domain.incidents.models import Desk, Group
from handslag.domain.incidents.rules import LED_TO_SOMETHING, Channel, Phase, Top
from handslag.domain.weeks.models import Meeting, Priority, Target
from handslag.domain.weeks.queries.incidents import PROBLEMS, shared_in
from handslag.domain.weeks.rules import State
from handslag.domain.weeks.rules.spans import Span


@dataclass(frozen=True, slots=True)
class Told:
    """How many of a kind came in one way, from one organisation, now or before."""

    channel: Channel
    by: int | None
    top: Top
    is_now: bool
    n: int


@dataclass(frozen=True, slots=True)
class Handled:
    """What became of what the span held, and what is left of it."""

    n: int
    closed: int
    led: int
    late: int


def told(municipalities: Collection[int], *, since: Span, before: Span) -> list[Told]:
    """The problems of both spans by how they came in and from whom. One query."""
    rows = (
        shared_in(municipalities)
        .filter(day__gte=before.starts, day__lte=since.ends, top__in=PROBLEMS)
        .annotate(is_now=Case(When(day__gte=since.starts, then=Value(1)), default=Value(0)))
        .values_list("channel", "by", "top", "is_now")
        .annotate(n=Count("pk"))
        .order_by()
    )
    return [Told(Channel(way), by, Top(top), bool(now), n) for way, by, top, now, n in rows]


def moments(
    municipalities: Collection[int], span: Span
) -> Iterator[tuple[str, datetime | None, str]]:
    """How well the time is known, when, and whether indoors, of each problem. One query."""
    rows = shared_in(municipalities).filter(
        day__gte=span.starts, day__lte=span.ends, top__in=PROBLEMS
    )
    return rows.values_list("known", "starts", "inside").iterator()


def handled(municipalities: Collection[int], span: Span, *, today: date) -> Handled:
    """One query."""
    rows = shared_in(municipalities).filter(
        day__gte=span.starts, day__lte=span.ends, top__in=PROBLEMS
    )
    closed = Q(phase=Phase.CLOSED)
    found = rows.aggregate(
        n=Count("pk"),
        closed=Count("pk", filter=closed),
        led=Count("pk", filter=Q(outcome__in=LED_TO_SOMETHING)),
        late=Count("pk", filter=~closed & Q(due__lt=today)),
    )
    return Handled(**found)


def begun(municipalities: Collection[int]) -> date | None:
    """The first day from which all of these have received reports. One query."""
    rows = Desk.objects.filter(within__in=municipalities).annotate(
        first=Least("opened_at", Coalesce(Min("within__reports__sent_at"), "opened_at"))
    )
    days = [stockholm_day(first) for first in rows.values_list("first", flat=True)]
    return max(days) if len(days) == len(set(municipalities)) else None


def results(group: Group, span: Span) -> dict[str, int]:
    """What became of the targets that were set in the span, "" when nobody has said.
    One query."""
    rows = Target.objects.filter(
        priority__meeting__in=_held(group, span),
    )
    counted: Any = rows.order_by().values_list("result").annotate(n=Count("pk"))
    return dict(counted)


def first_things(group: Group, span: Span) -> list[Priority]:
    """What the last meeting of the span put first, in its order. One query."""
    last = _held(group, span).order_by("-held_on").values_list("pk", flat=True)[:1]
    return list(Priority.objects.filter(meeting__in=list(last)).select_related("place"))


def made_up(municipalities: Collection[int]) -> bool:
    """Whether any of the desks is an example. One query."""
    return Desk.objects.filter(within__in=municipalities, is_example=True).exists()


def _held(group: Group, span: Span) -> Any:
    return Meeting.objects.filter(
        group=group, state=State.HELD, held_on__gte=span.starts, held_on__lte=span.ends
    )
