"""Evening places, and how many areas keep watch together."""

from django.db.models import Prefetch, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.walks.models import Flag, FlagCell, WatchCount


def flags_seen_by(actor: Actor) -> QuerySet[Flag]:
    """Those of the actor's municipalities, the latest first."""
    cells = Prefetch("cells", queryset=FlagCell.objects.order_by("pk"))
    own = actor.where(Act.SEE_WORKSPACE)
    return Flag.objects.filter(home__in=own).select_related("home").prefetch_related(cells)


def watches_seen_by(actor: Actor) -> QuerySet[WatchCount]:
    """The counts of the actor's municipalities, the latest year first."""
    own = actor.where(Act.SEE_WORKSPACE)
    return WatchCount.objects.filter(home__in=own).select_related("home")
