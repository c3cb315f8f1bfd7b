"""What is due in the councils, and what the law check asks of them (10 § 2023:196)."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from handslag.core.deadlines import Basis, Deadline
from handslag.core.periods import stockholm_day
from handslag.domain.council.models import Council, Meeting, Task
from handslag.domain.council.queries.councils import HELD, NOW
from handslag.domain.council.rules.meetings import adjust_by
from handslag.domain.council.rules.seats import Sitting, not_leading
from handslag.domain.council.rules.words import Layer, MeetingState, SeatPlace, TaskState
from handslag.domain.organisations.models import Kind, Relation, Tie

Row = dict[str, Any]
TASK, ADJUST, ELECTION = "council.task", "council.adjust", "council.election"


@dataclass(frozen=True, slots=True)
class CouncilFacts:
    """What the law check needs to know of one municipality's council."""

    name: str
    path: str
    has_chair: bool
    chair_is_municipal: bool
    not_leading: tuple[str, ...]
    latest_meeting: date | None
    elected_to: date | None


def facts_for_law(
    homes: Collection[int] | None, *, today: date
) -> Mapping[int, CouncilFacts]:
    """By municipality: its council, if it has one. Two queries."""
    covers: dict[int, set[int]] = defaultdict(set)
    for lower, upper in Relation.objects.filter(NOW, kind=Tie.COVERS).values_list(
        "lower", "upper"
    ):
        covers[lower].add(upper)
    found: dict[int, CouncilFacts] = {}
    for rows in _with_seats(today):
        council = rows[0]
        facts = _facts(rows, covers[council["organisation_id"]])
        # A municipality in two councils is judged by the one it leads itself.
        for place in covers[council["organisation_id"]] | {council["home_id"]}:
            if place not in found or place == council["home_id"]:
                found[place] = facts
    return {
        place: facts for place, facts in found.items() if homes is None or place in homes
    }


def _with_seats(today: date) -> list[list[Row]]:
    """Each strategic council with those who sit there today, a row for each seat."""
    held = Meeting.objects.filter(council=OuterRef("pk"), state__in=HELD)
    sitting = Q(seats__until=None) | Q(seats__until__gte=today)
    rows = (
        Council.objects.filter(layer=Layer.STRATEGIC)
        .annotate(sitting=FilteredRelation("seats", condition=sitting))
        .annotate(
            last_at=Subquery(held.order_by("-starts_at").values("starts_at")[:1]),
            place=F("sitting__place"),
            function=F("sitting__function"),
            is_leading=F("sitting__is_leading"),
            of=F("sitting__organisation_id"),
            kind=F("sitting__organisation__kind"),
        )
        .order_by("pk", "sitting__position")
    )
    columns = ("pk", "public_id", "name", "home_id", "organisation_id", "elected_to")
    seen = ("last_at", "place", "function", "is_leading", "of", "kind")
    return [
        list(seats)
        for _, seats in groupby(rows.values(*columns, *seen), key=itemgetter("pk"))
    ]


def _facts(rows: list[Row], covers: set[int]) -> CouncilFacts:
    council = rows[0]
    sittings = [
        Sitting(
            SeatPlace(row["place"]),
            Kind(row["kind"]),
            row["function"],
            row["is_leading"],
            row["of"] in covers,
        )
        for row in rows
        if row["place"]
    ]
    chairs = [one for one in sittings if one.place is SeatPlace.CHAIR]
    return CouncilFacts(
        name=council["name"],
        path=f"/arbete/radet/{council['public_id']}/",
        has_chair=bool(chairs),
        chair_is_municipal=bool(chairs) and all(one.is_covered for one in chairs),
        not_leading=tuple(not_leading(sittings)),
        latest_meeting=stockholm_day(council["last_at"]) if council["last_at"] else None,
        elected_to=council["elected_to"],
    )


def deadlines(*, homes: Collection[int] | None, today: date) -> list[Deadline]:
    """Open tasks, minutes to be adjusted, elected periods that end. Three queries."""
    found = [*_tasks(homes), *_adjustments(homes), *_elections(homes)]
    return sorted(found, key=lambda deadline: (deadline.due_on, deadline.path))


def _tasks(homes: Collection[int] | None) -> Iterator[Deadline]:
    rows = Task.objects.filter(state=TaskState.OPEN).select_related("council")
    if homes is not None:
        rows = rows.filter(Q(owner__in=homes) | Q(council__home__in=homes))
    for task in rows:
        home = task.council.home_id
        yield Deadline(
            kind=TASK,
            due_on=task.due_on,
            basis=Basis.DECISION,
            home=task.owner_id,
            name=str(task),
            path=f"/arbete/radet/uppgift/{task.public_id}/",
            others=() if task.owner_id == home else (home,),
            function=task.function,
        )


def _adjustments(homes: Collection[int] | None) -> Iterator[Deadline]:
    rows: QuerySet[Meeting] = Meeting.objects.filter(
        state__in=[MeetingState.HELD, MeetingState.ADJUSTING]
    ).select_related("council")
    if homes is not None:
        rows = rows.filter(council__home__in=homes)
    for meeting in rows:
        yield Deadline(
            kind=ADJUST,
            due_on=adjust_by(stockholm_day(meeting.starts_at)),
            basis=Basis.OWN_RHYTHM,
            home=meeting.council.home_id,
            name=meeting.council.name,
            path=f"/arbete/radet/mote/{meeting.public_id}/",
        )


def _elections(homes: Collection[int] | None) -> Iterator[Deadline]:
    rows = Council.objects.filter(elected_to__isnull=False)
    if homes is not None:
        rows = rows.filter(home__in=homes)
    for council in rows:
        if council.elected_to is not None:
            yield Deadline(
                kind=ELECTION,
                due_on=council.elected_to,
                basis=Basis.DECISION,
                home=council.home_id,
                name=council.name,
                path=f"/arbete/radet/{council.public_id}/",
            )
