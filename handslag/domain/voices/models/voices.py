import uuid

from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.organisations.models import Place
from handslag.domain.voices.models.occasions import Occasion
from handslag.domain.voices.rules.words import VoiceState


class Voice(models.Model):
    """What somebody said at an occasion. Nothing here says who, or at what hour."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    occasion = models.ForeignKey(Occasion, on_delete=models.PROTECT, related_name="voices")
    # Where in the occasion it was said: the key of a question, a step of a meeting.
    source = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    state = models.CharField(
        max_length=10, choices=choices(VoiceState), default=VoiceState.OPEN.value
    )
    found = models.JSONField(default=list, blank=True)  # [{start, end, kind}]
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_quote = models.BooleanField(default=False)  # may be read by everyone, word for word
    is_coded = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=VoiceState.REMOVED.value) | Q(text=""),
                name="a_voice_whose_words_are_removed_has_none",
            ),
            models.CheckConstraint(
                condition=Q(is_quote=False) | Q(state=VoiceState.OPEN.value),
                name="only_words_that_may_be_read_are_quoted",
            ),
        ]
        indexes = [
            models.Index(
                fields=["occasion", "is_coded", "id"], name="voices_that_wait_to_be_coded"
            )
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class VoiceTheme(models.Model):
    """That a voice is about a theme, as a person has judged it."""

    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="themes")
    theme = models.CharField(max_length=40)  # a code of the vocabulary

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["voice", "theme"], name="a_voice_is_about_a_theme_once"
            )
        ]

    def __str__(self) -> str:
        return self.theme
