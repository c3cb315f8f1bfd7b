"""Meetings: the agenda, the sheets minutes are written on, tasks, frozen minutes."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.council.models import (
    Adjuster,
    AgendaItem,
    Council,
    Meeting,
    Minute,
    MinutesVersion,
    Task,
)
from handslag.domain.council.queries.councils import HELD, visible_to
from handslag.domain.council.rules.minutes import numbered
from handslag.domain.council.rules.words import MeetingState


def meetings_seen_by(actor: Actor) -> QuerySet[Meeting]:
    """The meetings of the councils that the person may see."""
    return Meeting.objects.filter(council__in=visible_to(actor)).select_related(
        "council__organisation", "council__home", "council__parent"
    )


def tasks_seen_by(actor: Actor) -> QuerySet[Task]:
    """The tasks given by the councils that the person may see, or asked of one's own."""
    mine = Q(owner__in=actor.where(Act.SEE_WORKSPACE))
    seen = Task.objects.filter(Q(council__in=visible_to(actor)) | mine)
    return seen.select_related("council__home", "council__organisation", "owner", "meeting")


def meeting_lines(council: Council) -> QuerySet[Meeting]:
    """All meetings of a council, the latest first."""
    return council.meetings.order_by("-starts_at", "-pk")


def held_before(council: Council, when: datetime) -> Meeting | None:
    """The meeting before this moment that was held."""
    earlier = council.meetings.filter(starts_at__lt=when, state__in=HELD)
    return earlier.order_by("-starts_at").first()


def agenda_of(meeting: Meeting) -> list[AgendaItem]:
    """The items in their order."""
    return list(meeting.items.all())


@dataclass(frozen=True, slots=True)
class Sheet:
    """One item while the minutes are written: what was said, decided and asked for."""

    item: AgendaItem
    nr: int
    minute: Minute
    paragraph: int | None
    tasks: list[Task]


def sheets(meeting: Meeting) -> list[Sheet]:
    """A sheet for each item, in the order of the agenda. Two queries."""
    rows = meeting.items.select_related("minute").prefetch_related(
        Prefetch("tasks", Task.objects.select_related("owner").order_by("pk"))
    )
    items = list(rows)
    minutes = {item.pk: _minute(item) for item in items}
    paragraphs = numbered((item.pk, minutes[item.pk].decision) for item in items)
    return [
        Sheet(item, nr, minutes[item.pk], paragraphs.get(item.pk), list(item.tasks.all()))
        for nr, item in enumerate(items, start=1)
    ]


def _minute(item: AgendaItem) -> Minute:
    """What is written of an item; an empty sheet where nothing is yet."""
    try:
        return item.minute
    except Minute.DoesNotExist:
        return Minute(item=item, revision=0)


def tasks_of(councils: Collection[Council]) -> QuerySet[Task]:
    """The tasks of these councils, those not done first and the earliest first."""
    rows = Task.objects.filter(council__in=councils).select_related("owner", "meeting")
    return rows.order_by(F("ended_on").desc(nulls_first=True), "due_on", "pk")


def latest_version(meeting: Meeting) -> MinutesVersion | None:
    """The minutes as they were last frozen."""
    return meeting.versions.select_related("version").order_by("-number").first()


def final_content(meeting: Meeting) -> dict[str, Any] | None:
    """The final minutes, from the version that nobody can change."""
    kept = (
        MinutesVersion.objects.filter(final__meeting=meeting)
        .select_related("version")
        .first()
    )
    return None if kept is None else json.loads(kept.version.content)


def adjusters_of(version: MinutesVersion) -> QuerySet[Adjuster]:
    """Those who adjust this version, and whether they have."""
    return version.adjusters.select_related("adjustment", "seat__organisation")


def latest_adjusters(meeting: Meeting) -> QuerySet[Adjuster]:
    """Those who adjust the latest version of a meeting's minutes."""
    version = latest_version(meeting)
    rows = Adjuster.objects.filter(minutes=version) if version else Adjuster.objects.none()
    return rows.select_related("adjustment", "seat", "minutes__meeting__council")


def unconfirmed() -> QuerySet[Adjuster]:
    """Adjusters of the latest versions who have not confirmed them."""
    later = MinutesVersion.objects.filter(
        meeting=OuterRef("minutes__meeting"), number__gt=OuterRef("minutes__number")
    )
    state = MeetingState.ADJUSTING
    waiting = Adjuster.objects.filter(adjustment=None, minutes__meeting__state=state)
    return waiting.filter(~Exists(later))
