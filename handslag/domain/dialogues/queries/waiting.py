"""The dialogues where something waits for those who lead them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.dialogues.models import Dialogue, Meeting
from handslag.domain.dialogues.queries.dialogues import listed
from handslag.domain.voices.rules import Phase, VoiceState

_HELD = Q(occasion__voices__state=VoiceState.HELD)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A dialogue that somebody leads, and what waits there."""

    dialogue: Dialogue
    first: datetime | None  # the meeting that comes next
    taken: int
    slots: int
    is_ready: bool  # the result can be released


def unfinished(actor: Actor, now: datetime) -> list[Unfinished]:
    """The dialogues that the actor leads and that are not closed. Two queries."""
    rows = (
        listed(Dialogue.objects.filter(occasion__home__in=actor.where(Act.LISTEN)))
        .exclude(occasion__phase=Phase.CLOSED)
        .annotate(held_n=Count("occasion__voices", filter=_HELD, distinct=True))
        .select_related("occasion__home")
        .prefetch_related(Prefetch("meetings", queryset=_with_places()))
        .order_by("occasion__starts", "pk")
    )
    return [_unfinished(one, now) for one in rows]


def _with_places() -> QuerySet[Meeting]:
    return Meeting.objects.annotate(taken=Count("sign_ups")).order_by("starts", "pk")


def _unfinished(row: Dialogue, now: datetime) -> Unfinished:
    ahead = [one for one in row.meetings.all() if one.ends > now]
    counts = vars(row)  # annotated by `listed`
    held = row.held_on is not None and (row.occasion.people or 0) >= row.least
    done = counts["voices_n"] >= row.least and not counts["waiting_n"]
    is_ready = held and done and not counts["held_n"] and not counts["releases_n"]
    return Unfinished(
        row,
        first=ahead[0].starts if ahead else None,
        taken=sum(vars(one)["taken"] for one in ahead),
        slots=sum(one.slots or 0 for one in ahead),
        is_ready=is_ready,
    )
