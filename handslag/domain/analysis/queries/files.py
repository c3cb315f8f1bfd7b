"""Files of points, as those who work with them find them."""

from django.db.models import QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.analysis.models import PointFile

HEAVY = ("content", "rows")


def point_files_seen_by(actor: Actor) -> QuerySet[PointFile]:
    """Those of the municipalities one records for, the latest first."""
    own = actor.where(Act.RECORD_EVIDENCE)
    found = PointFile.objects.filter(within__in=own).select_related("within")
    return found.defer(*HEAVY)


def point_files_of(home: int) -> QuerySet[PointFile]:
    """Those that can be asked, by name."""
    held = PointFile.objects.filter(
        within=home, done_at__isnull=False, undone_at__isnull=True
    )
    return held.defer(*HEAVY).order_by("name", "pk")
