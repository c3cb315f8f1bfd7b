"""What was said, summed up by theme."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from handslag.domain.voices.models import Occasion, VoiceTheme


@dataclass(frozen=True, slots=True)
class Counted:
    """How many voices of an occasion are about a theme."""

    theme: str
    voices: int


def theme_counts(occasion: Occasion) -> Sequence[Counted]:
    """By theme, most first. A voice may be about several, so they do not add up."""
    rows = (
        VoiceTheme.objects.filter(voice__occasion=occasion)
        .values_list("theme")
        .annotate(n=Count("voice"))
        .order_by("-n", "theme")
    )
    return [Counted(theme, n) for theme, n in rows]
