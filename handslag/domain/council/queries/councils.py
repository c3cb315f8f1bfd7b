"""Councils: whom they cover, who sits there, who may run them and see them."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from handslag.core.access import Act, Actor
from handslag.core.periods import STOCKHOLM
from handslag.domain.council.models import Council, Meeting, Seat, Task
from handslag.domain.council.rules import seats as rules
from handslag.domain.council.rules.seats import Flaw, Sitting
from handslag.domain.council.rules.words import Layer, MeetingState, SeatPlace, TaskState
from handslag.domain.organisations import queries as organisations
from handslag.domain.organisations.models import Kind, Organisation, Relation, Tie

NOW = Q(valid_to__isnull=True)
HELD = (MeetingState.HELD, MeetingState.ADJUSTING, MeetingState.FINAL)
AHEAD = (MeetingState.PLANNED, MeetingState.CALLED)


def covered(council: Council) -> list[Organisation]:
    """The municipalities that the council covers for the time being, by name."""
    ties = Relation.objects.filter(NOW, lower=council.organisation_id, kind=Tie.COVERS)
    return list(Organisation.objects.filter(pk__in=ties.values("upper")).order_by("name"))


def run_ids(council: Council) -> frozenset[int]:
    """Where one must hold a role to run the council: those it covers, and their police."""
    places = {council.home_id, *(one.pk for one in covered(council))}
    serving = Relation.objects.filter(NOW, kind=Tie.SERVES, upper__in=places)
    return frozenset(
        {council.organisation_id, *places, *serving.values_list("lower", flat=True)}
    )


def runs(actor: Actor, council: Council) -> bool:
    """Whether the person may run this council."""
    return bool(run_ids(council) & actor.where(Act.RUN_COUNCIL))


def visible_to(actor: Actor) -> QuerySet[Council]:
    """The councils of one's organisations: led, covered, served, or sat in by them."""
    mine = actor.where(Act.SEE_WORKSPACE)
    served = Relation.objects.filter(NOW, kind=Tie.SERVES, lower__in=mine).values("upper")
    covering = Relation.objects.filter(NOW, kind=Tie.COVERS).filter(
        Q(upper__in=mine) | Q(upper__in=served)
    )
    sitting = Seat.objects.filter(organisation__in=mine, until=None).values("council")
    return (
        Council.objects.filter(
            Q(organisation__in=mine)
            | Q(home__in=mine)
            | Q(home__in=served)
            | Q(organisation__in=covering.values("lower"))
            | Q(pk__in=sitting)
        )
        .select_related("organisation", "home", "parent")
        .order_by("organisation__name", "parent_id", "pk")
    )


def seats_now(council: Council, *, today: date) -> list[Seat]:
    """Those who sit there on a day, the chair first."""
    sitting = council.seats.exclude(until__lt=today).select_related("organisation")
    order = list(SeatPlace)
    return sorted(
        sitting, key=lambda seat: (order.index(SeatPlace(seat.place)), seat.position)
    )


def seats_seen_by(actor: Actor) -> QuerySet[Seat]:
    """The seats of the councils that the person may see."""
    seats = Seat.objects.filter(council__in=visible_to(actor))
    return seats.select_related("council__organisation", "council__home", "organisation")


def sittings(council: Council, *, today: date) -> list[Sitting]:
    """The seats as the law looks at them."""
    municipal = {one.pk for one in covered(council)}
    return [_sitting(seat, municipal) for seat in seats_now(council, today=today)]


def standing_flaws(council: Council, *, today: date) -> list[tuple[Flaw, list[str]]]:
    """What is lacking in who sits there."""
    return rules.flaws(Layer(council.layer), sittings(council, today=today))


def _sitting(seat: Seat, municipal: set[int]) -> Sitting:
    return Sitting(
        place=SeatPlace(seat.place),
        kind=Kind(seat.organisation.kind),
        function=seat.function,
        is_leading=seat.is_leading,
        is_covered=seat.organisation_id in municipal,
    )


@dataclass(frozen=True, slots=True)
class CouncilLine:
    """One council in a list: when it meets next, when it last met, what is open."""

    council: Council
    next_at: datetime | None
    last_at: datetime | None
    open: int
    late: int


def lines(councils: QuerySet[Council], *, today: date) -> list[CouncilLine]:
    """The councils with what is next and what is open. One query."""
    of = Meeting.objects.filter(council=OuterRef("pk"))
    begins = datetime.combine(today, time(), STOCKHOLM)
    ahead = of.filter(state__in=AHEAD, starts_at__gte=begins).order_by("starts_at")
    held = of.filter(state__in=HELD).order_by("-starts_at").values("starts_at")
    tasks = Q(tasks__state=TaskState.OPEN)
    rows = councils.annotate(
        next_at=Subquery(ahead.values("starts_at")[:1]),
        last_at=Subquery(held[:1]),
        open_tasks=Count("tasks", filter=tasks, distinct=True),
        late_tasks=Count("tasks", filter=tasks & Q(tasks__due_on__lt=today), distinct=True),
    )
    return [
        CouncilLine(row, row.next_at, row.last_at, row.open_tasks, row.late_tasks)
        for row in rows
    ]


def possible_homes(actor: Actor) -> QuerySet[Organisation]:
    """The municipalities for which the person may found a council."""
    return organisations.where(actor, Act.RUN_COUNCIL).filter(kind=Kind.MUNICIPALITY)


def bodies_without_council(home: Organisation) -> QuerySet[Organisation]:
    """Bodies that already cover the municipality, and have no council written yet."""
    ties = Relation.objects.filter(NOW, kind=Tie.COVERS, upper=home)
    taken = Council.objects.filter(organisation=OuterRef("pk"), layer=Layer.STRATEGIC)
    return Organisation.objects.filter(
        ~Exists(taken), pk__in=ties.values("lower"), kind=Kind.COUNCIL
    )


def invited_to_join(actor: Actor, council: Council) -> list[Organisation]:
    """Municipalities of the person that have a seat there and are not covered yet."""
    mine = possible_homes(actor).filter(council_seats__council=council)
    inside = {one.pk for one in covered(council)}
    return [one for one in mine.distinct() if one.pk not in inside]


def may_sit(council: Council, *, today: date) -> QuerySet[Organisation]:
    """Those who can be given a seat: all around those whom the council covers."""
    around = [
        organisations.around(place, today=today).values("pk")
        for place in {council.home, *covered(council)}
    ]
    seated = Seat.objects.filter(council=council).values("organisation")
    within: Q = Q(pk__in=seated)
    for one in around:
        within |= Q(pk__in=one)
    return (
        Organisation.objects.filter(within)
        .exclude(kind__in=[Kind.COUNCIL, Kind.COUNTY])
        .order_by("name", "pk")
    )


def open_tasks(council: Council) -> QuerySet[Task]:
    """What is still to be done, the earliest first."""
    return council.tasks.filter(state=TaskState.OPEN).select_related("owner", "meeting")
