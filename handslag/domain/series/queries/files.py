"""Files of figures, as those who send them in find them."""

from uuid import UUID

from django.db.models import QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.series.models import SentFile


def files_seen_by(actor: Actor) -> QuerySet[SentFile]:
    """The files of the municipalities one records for, the latest first."""
    own = actor.where(Act.RECORD_EVIDENCE)
    found = SentFile.objects.filter(within__in=own).select_related("within")
    return found.defer("content")


def file_seen_by(actor: Actor, key: UUID) -> SentFile | None:
    """One of them, or nothing."""
    return files_seen_by(actor).filter(public_id=key).first()
