"""Those who spoke: leave an address, and say whether it was what they meant."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from handslag.core.access import Actor
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.services import bump_public
from handslag.domain.voices.models import LeftAddress, Occasion
from handslag.domain.voices.queries import address_of
from handslag.domain.voices.rules import Meant, Phase


@transaction.atomic
def leave_address(
    occasion: Occasion, email: str, *, language: str, now: datetime
) -> LeftAddress:
    """Somebody wants to hear what became of it. Nothing ties it to what was said.

    Not in the log: it would say at which second somebody spoke.
    """
    if occasion.phase == Phase.CLOSED:
        raise NotAllowedError("voices.closed_already")
    row, _ = LeftAddress.objects.get_or_create(
        occasion=occasion,
        email=email.strip().casefold(),
        defaults={"left_on": stockholm_day(now), "language": language},
    )
    return row


@transaction.atomic
def leave_address_at(
    municipality: str, slug: str, email: str, *, language: str, now: datetime
) -> None:
    """The same, from the public page of an occasion that anyone may read of."""
    found = Occasion.objects.filter(
        home__slugs__slug=municipality, slug=slug, published_at__isnull=False
    ).first()
    if found is None:
        raise NotAllowedError("voices.not_here")
    leave_address(found, email, language=language, now=now)


@transaction.atomic
def say_meant(actor: Actor, token: str, meant: Meant) -> Occasion:
    """Answer "was this what you meant?" by the link of a letter. The last answer counts."""
    found = address_of(token)
    if found is None:
        raise NotAllowedError("voices.letter_is_too_old")
    row = (
        LeftAddress.objects.select_for_update(of=("self",))
        .select_related("occasion__home")
        .get(pk=found.pk)
    )
    if row.meant == meant:
        return row.occasion
    counted = Occasion.objects.filter(pk=row.occasion_id)
    if row.meant:
        counted.update(**{f"meant_{row.meant}": F(f"meant_{row.meant}") - 1})
    counted.update(**{f"meant_{meant.value}": F(f"meant_{meant.value}") + 1})
    row.meant = meant
    row.save(update_fields=["meant"])
    bump_public(row.occasion.home)
    return row.occasion
