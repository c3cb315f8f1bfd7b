"""The meetings of a group, and what was written at them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from handslag.domain.incidents.models import Group
from handslag.domain.weeks.models import Decision, Meeting, Priority, Target
from handslag.domain.weeks.rules import State


@dataclass(frozen=True, slots=True)
class Papers:
    """All that was written at a meeting, in its order."""

    priorities: list[Priority]
    decisions: list[Decision]
    present: list[str]
    present_ids: list[int]


def meetings_of(group: Group) -> QuerySet[Meeting]:
    """All meetings of the group, the latest first."""
    return Meeting.objects.filter(group=group).order_by("-held_on")


def held_meetings(group: Group) -> QuerySet[Meeting]:
    """Those that were held, the latest first."""
    return meetings_of(group).filter(state=State.HELD)


def last_held(group: Group, *, before: date | None = None) -> Meeting | None:
    """The meeting before this day, or the latest one."""
    found = held_meetings(group)
    if before is not None:
        found = found.filter(held_on__lt=before)
    return found.first()


def planned(group: Group) -> Meeting | None:
    """The meeting that is being prepared, if there is one."""
    return meetings_of(group).filter(state=State.PLANNED).first()


def papers_of(meeting: Meeting) -> Papers:
    """Four queries."""
    targets = Target.objects.select_related("organisation").order_by("pk")
    priorities = meeting.priorities.select_related("place").prefetch_related(
        Prefetch("targets", queryset=targets)
    )
    there = meeting.attendances.order_by("organisation__name").values_list(
        "organisation", "organisation__name"
    )
    rows = list(there)
    return Papers(
        priorities=list(priorities),
        decisions=list(meeting.decisions.all()),
        present=[name for _, name in rows],
        present_ids=[number for number, _ in rows],
    )


def to_follow_up(meeting: Meeting) -> QuerySet[Target]:
    """The targets this meeting follows up: all of earlier meetings that no other has."""
    rows = Target.objects.filter(
        Q(followed_up__isnull=True) | Q(followed_up=meeting),
        priority__meeting__group=meeting.group_id,
        priority__meeting__held_on__lt=meeting.held_on,
        priority__meeting__state=State.HELD,
    )
    return rows.select_related("organisation", "priority__meeting")


def targets_before(meeting: Meeting) -> list[Target]:
    """The same, in the order they were set. One query."""
    return list(
        to_follow_up(meeting).order_by(
            "priority__meeting__held_on", "priority__position", "pk"
        )
    )


def targets_of(meeting: Meeting) -> QuerySet[Target]:
    """The targets that were set at this meeting."""
    return Target.objects.filter(priority__meeting=meeting)
