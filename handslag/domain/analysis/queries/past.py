"""What stays known of reports when they are no longer kept, and how late they came."""

from collections import Counter
from datetime import date, timedelta

from django.db.models import Sum
from django.db.models.functions import TruncWeek

from handslag.core.periods import stockholm_day
from handslag.core.points.rules import week_number
from handslag.domain.analysis.rules import kind_of
from handslag.domain.incidents.models import Count, Incident
from handslag.domain.incidents.rules import Channel, Top

LATEST = 28  # days after which nothing more is waited for
_SIZE = 500  # metres: the squares of which days are counted
_BACK = timedelta(weeks=26)
Rows = Counter[tuple[int, int, int]]


def weeks_ever() -> Rows:
    """How many there have been of each kind in each week, by municipality, kind and week:
    from the counts of days, which stay. The kind is that of those who report in their
    service, whoever it was: the counts do not tell. One query."""
    rows = (
        Count.objects.filter(size=_SIZE, grain="d")
        .annotate(week=TruncWeek("start"))
        .values_list("within__code", "top", "week")
        .annotate(n=Sum("n"))
        .order_by()
    )
    found: Rows = Counter()
    for code, top, monday, n in rows.iterator():
        kind = kind_of(Top(top), Channel.STAFF)
        found[int(code), kind, week_number(monday)] += n or 0
    return found


def lateness(today: date) -> Rows:
    """How many days after it happened a report came, at most 28, by municipality, kind
    and days: of half a year of which nothing more is waited for. One query."""
    ends = today - timedelta(days=LATEST)
    rows = Incident.objects.filter(
        day__gte=ends - _BACK,
        day__lt=ends,
        east__isnull=False,
        merged_into__isnull=True,
    ).values_list("within__code", "top", "channel", "day", "received_at")
    found: Rows = Counter()
    for code, top, channel, day, received in rows.iterator():
        late = (stockholm_day(received) - day).days
        kind = kind_of(Top(top), Channel(channel))
        found[int(code), kind, min(max(late, 0), LATEST)] += 1
    return found
