"""Tasks that came to an organisation by a rule, and that nobody there has been told of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, F, Min, OuterRef, QuerySet

from handslag.domain.incidents.models import Incident, Step
from handslag.domain.incidents.rules import Deed, Phase
from handslag.domain.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Tasks:
    """So many tasks from one municipality, the first of them due on a day."""

    within: str
    is_example: bool
    n: int
    first_due: date | None


def given_tasks(*, since: datetime) -> QuerySet[Organisation]:
    """The organisations to which a rule of another has given something since then."""
    rows = _by_rule().filter(received_at__gt=since)
    return Organisation.objects.filter(pk__in=rows.values("owner")).order_by("pk")


def tasks_of(owner: Organisation, *, since: datetime, until: datetime) -> Sequence[Tasks]:
    """What came to this one in between, by municipality."""
    rows = _by_rule().filter(owner=owner, received_at__gt=since, received_at__lte=until)
    homes = rows.values_list("within__name", "within__desk__is_example")
    counted = homes.annotate(n=Count("pk"), first=Min("due"))
    return [Tasks(*row) for row in counted.order_by("within__name")]


def _by_rule() -> QuerySet[Incident]:
    """Nobody has taken a step with it: what is given by hand is told of at once."""
    waiting = Incident.objects.filter(phase=Phase.ASSIGNED, owner__isnull=False)
    by_hand = Step.objects.filter(incident=OuterRef("pk"), deed=Deed.ASSIGNED)
    return (
        waiting.exclude(owner=F("within"))
        .filter(~Exists(by_hand), merged_into__isnull=True)
        .order_by()
    )
