"""The voices that wait: for somebody who says what they are about, or who decides."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from handslag.domain.voices.models import Occasion, Voice, VoiceTheme
from handslag.domain.voices.rules import VoiceState

NONE_OF_THEM = "-"  # coded, and about none of the themes


@dataclass(frozen=True, slots=True)
class Sought:
    """What the list of voices is narrowed to; an empty word narrows nothing."""

    theme: str = ""
    text: str = ""
    waits: bool = False
    quotes: bool = False


def voices_of(occasion: Occasion) -> QuerySet[Voice]:
    """All voices with their themes: those that wait first."""
    themes = Prefetch("themes", queryset=VoiceTheme.objects.order_by("theme"))
    return (
        Voice.objects.filter(occasion=occasion)
        .select_related("place")
        .prefetch_related(themes)
        .order_by("is_coded", "pk")
    )


def sought(rows: QuerySet[Voice], what: Sought) -> QuerySet[Voice]:
    """Those of them that fit."""
    if what.waits:
        rows = rows.filter(is_coded=False, state=VoiceState.OPEN)
    if what.quotes:
        rows = rows.filter(is_quote=True)
    if what.theme == NONE_OF_THEM:
        rows = rows.filter(is_coded=True, themes__isnull=True)
    elif what.theme:
        rows = rows.filter(themes__theme=what.theme)
    if what.text:
        rows = rows.filter(text__icontains=what.text)
    return rows


def voice_of(occasion: Occasion, key: UUID) -> Voice | None:
    """One voice of an occasion."""
    return voices_of(occasion).filter(public_id=key).first()


def to_code(occasion: Occasion) -> QuerySet[Voice]:
    """Words that can be read, and nobody has said what they are about; the first first."""
    rows = Voice.objects.filter(occasion=occasion, is_coded=False, state=VoiceState.OPEN)
    return rows.order_by("pk")


def next_to_code(occasion: Occasion, *, after: UUID | None = None) -> Voice | None:
    """The first that waits or, when one was passed over, the first after that one."""
    rows = to_code(occasion)
    if after is not None:
        passed = Voice.objects.filter(occasion=occasion, public_id=after)
        later = rows.filter(pk__gt=passed.values("pk")[:1]).first()
        if later is not None:
            return later
    return rows.filter(~Q(public_id=after)).first() or rows.first()


def held_of(occasion: Occasion) -> QuerySet[Voice]:
    """Words that may name somebody, and that nobody has decided about."""
    return Voice.objects.filter(occasion=occasion, state=VoiceState.HELD).order_by("pk")
