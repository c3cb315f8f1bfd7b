"""What everyone reads of an occasion has changed."""

from datetime import datetime

from handslag.core.periods import stockholm_day
from handslag.domain.organisations.queries import party_organisations
from handslag.domain.organisations.services import bump_public
from handslag.domain.voices.models import Occasion


def show(row: Occasion, now: datetime) -> None:
    """What the public reads of it has changed."""
    bump_public(*party_organisations(row.home, today=stockholm_day(now)))
