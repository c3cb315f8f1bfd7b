"""Who has signed up, whose turn it is to be reminded, and what stands in a link."""

from datetime import datetime
from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner
from django.db.models import Count, QuerySet

from handslag.domain.dialogues.models import Meeting, SignUp
from handslag.domain.dialogues.rules import FORGET_AFTER, REMIND_BEFORE
from handslag.domain.voices.rules import Phase, Way

_SIGNER = TimestampSigner(salt="handslag.dialogues.sign_up", sep=".")
LIVES = 365 * 24 * 60 * 60  # seconds: longer than anyone plans ahead


def cancel_token(row: SignUp) -> str:
    """Stands in the address that gives back this place, and no other."""
    return _SIGNER.sign(row.public_id.hex)


def sign_up_of(token: str) -> SignUp | None:
    """The place that a letter is about, as long as it is kept."""
    try:
        key = _SIGNER.unsign(token, max_age=LIVES)
    except BadSignature:
        return None
    return (
        SignUp.objects.filter(public_id=UUID(key))
        .select_related("meeting__dialogue__occasion__home")
        .first()
    )


def to_remind(now: datetime) -> QuerySet[SignUp]:
    """Those whose meeting begins within two days, and who have not been reminded.

    Who took a place later than that has just had a letter."""
    return (
        SignUp.objects.filter(
            reminded_on__isnull=True,
            meeting__starts__gt=now,
            meeting__starts__lte=now + REMIND_BEFORE,
            meeting__dialogue__occasion__phase=Phase.OPEN,
        )
        .select_related("meeting__dialogue__occasion__home")
        .order_by("pk")
    )


def to_forget(now: datetime) -> QuerySet[SignUp]:
    """Those whose meeting was a week ago."""
    return SignUp.objects.filter(meeting__ends__lt=now - FORGET_AFTER)


def meetings_ahead(slug: str, now: datetime) -> QuerySet[Meeting]:
    """What one can come to in a municipality, the next first. Staff are asked at work,
    however far their dialogue has come."""
    return (
        Meeting.objects.filter(
            dialogue__occasion__home__slugs__slug=slug,
            dialogue__occasion__phase=Phase.OPEN,
            dialogue__occasion__way=Way.DIALOGUE,
            ends__gte=now,
        )
        .select_related("dialogue__occasion__home")
        .annotate(taken=Count("sign_ups"))
        .order_by("starts", "pk")
    )
