"""What became of incidents, as those who reported them and the public figure want it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from handslag.core.periods import STOCKHOLM, stockholm_day
from handslag.domain.incidents.models import Incident, Message, Step
from handslag.domain.incidents.rules import Channel, Deed, Phase, Top
from handslag.domain.incidents.rules.fates import ANSWERS, Told, fate_of
from handslag.domain.incidents.rules.release import month_after

# Of the incident itself, and of the one that it was put together with.
_OF_EITHER = Q(incident=OuterRef("pk")) | Q(incident=OuterRef("merged_into"))


def span_of(since: date, month: date) -> tuple[datetime, datetime]:
    """From the first moment of one month up to the end of another, in Sweden."""
    first, after = (
        datetime.combine(day, time(), tzinfo=STOCKHOLM)
        for day in (since, month_after(month))
    )
    return first, after


def received_in(month: date, *, since: date | None = None) -> Q:
    """What came in during a month, or from one month to another."""
    first, after = span_of(since or month, month)
    return Q(received_at__gte=first, received_at__lt=after)


def told(rows: QuerySet[Incident]) -> Iterable[Told]:
    """What became of each of these. One query."""
    steps = Step.objects.filter(_OF_EITHER)
    answers = steps.filter(deed__in=ANSWERS, at__gte=OuterRef("received_at"))
    asked = Message.objects.filter(report=OuterRef("report"), is_from_reporter=False)
    found = rows.order_by("pk").annotate(
        ruling_phase=Coalesce("merged_into__phase", "phase", output_field=CharField()),
        ruling_outcome=Coalesce(
            "merged_into__outcome", "outcome", output_field=CharField()
        ),
        measured=Exists(steps.filter(deed=Deed.MEASURE)),
        answered=Subquery(answers.order_by("at").values("at")[:1]),
        asked=Subquery(asked.order_by("at").values("at")[:1]),
    )
    columns = found.values(
        *("pk", "report", "channel", "by", "report__person", "top", "received_at"),
        *("ruling_phase", "ruling_outcome", "measured", "answered", "asked"),
    )
    return (_told(row) for row in columns.iterator())


def _told(row: Mapping[str, Any]) -> Told:
    answers = [at for at in (row["answered"], row["asked"]) if at is not None]
    phase = Phase(row["ruling_phase"])
    return Told(
        incident=row["pk"],
        report=row["report"],
        channel=Channel(row["channel"]),
        by=row["by"],
        person=row["report__person"],
        top=Top(row["top"]),
        received=stockholm_day(row["received_at"]),
        answered=stockholm_day(min(answers)) if answers else None,
        is_open=phase is not Phase.CLOSED,
        fate=fate_of(phase=phase, outcome=row["ruling_outcome"], measured=row["measured"]),
    )
