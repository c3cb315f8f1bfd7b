"""How much waits for somebody, in numbers."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.incidents.models import Held, Incident
from handslag.domain.incidents.queries.counting import Counted
from handslag.domain.incidents.queries.lists import OPEN, handled
from handslag.domain.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class Waits:
    """Late and other tasks of one's own, what is nobody's task, and words that wait."""

    late: int
    mine: int
    nobodys: int
    held: int


def waits_for(deals: frozenset[int], moderates: frozenset[int], *, today: date) -> Waits:
    """One query. `deals` and `moderates`: where one deals with reports, and moderates."""
    still = handled(Incident.objects.filter(phase__in=OPEN)).order_by()
    own = still.filter(owner__in=deals)
    late = own.filter(due__lt=today)
    nobodys = still.filter(within__in=deals, owner__isnull=True)
    held = Held.objects.filter(within__in=moderates).order_by()
    row = (
        Organisation.objects.filter(pk__in=deals | moderates)
        .order_by()
        .values_list(*(Counted(one.values("pk")) for one in (late, own, nobodys, held)))[:1]
    )
    numbers = next(iter(row), (0, 0, 0, 0))
    return Waits(numbers[0], numbers[1] - numbers[0], numbers[2], numbers[3])
