"""What is to be forgotten on a day: for those who forget, and for those who ask before."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from handslag.core.deadlines import months_after
from handslag.domain.voices.models import LeftAddress, Voice
from handslag.domain.voices.rules import ADDRESS_MONTHS, VOICE_MONTHS, VoiceState


@dataclass(frozen=True, slots=True)
class ToForget:
    """How much of each kind goes."""

    voices: int
    addresses: int

    def __bool__(self) -> bool:
        return bool(self.voices or self.addresses)


def voices_to_forget(today: date) -> QuerySet[Voice]:
    """Words of an occasion that ended so long ago that nobody needs them."""
    last = months_after(today, -VOICE_MONTHS)
    rows = Voice.objects.filter(occasion__ends__lt=last)
    return rows.exclude(state=VoiceState.REMOVED, is_coded=True)


def addresses_to_forget(today: date) -> QuerySet[LeftAddress]:
    """Those who have been told, whose occasion was closed, or whom nobody told in all
    the time that the words were kept."""
    last = months_after(today, -ADDRESS_MONTHS)
    too_old = months_after(today, -VOICE_MONTHS)
    return LeftAddress.objects.filter(
        Q(told_on__lt=last)
        | Q(told_on__isnull=True, occasion__closed_on__lt=last)
        | Q(occasion__ends__lt=too_old, left_on__lt=too_old)
    )


def to_forget(homes: Collection[int], today: date) -> ToForget:
    """How much goes at these organisations on a day. Two queries."""
    return ToForget(
        voices=voices_to_forget(today).filter(occasion__home__in=homes).count(),
        addresses=addresses_to_forget(today).filter(occasion__home__in=homes).count(),
    )
