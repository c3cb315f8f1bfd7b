"""How many live where, so that no number points at a household."""

from collections.abc import Mapping

from django.db import transaction

from handslag.core.access import Actor, require_system
from handslag.core.audit.services import record
from handslag.domain.organisations.models import InhabitedSquare, Organisation


@transaction.atomic
def count_inhabitants(
    actor: Actor,
    organisation: Organisation,
    squares: Mapping[int, int],
    *,
    size: int,
    year: int,
) -> int:
    """Take in how many live in each square, in place of what was known before."""
    require_system(actor)
    InhabitedSquare.objects.filter(within=organisation).delete()
    InhabitedSquare.objects.bulk_create(
        (
            InhabitedSquare(
                within=organisation, size=size, square=one, inhabitants=number, year=year
            )
            for one, number in squares.items()
        ),
        batch_size=500,
    )
    record(
        actor,
        "organisations.inhabitants_counted",
        organisation,
        squares=len(squares),
        year=year,
    )
    return len(squares)
