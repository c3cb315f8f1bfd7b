import uuid

from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.voices.models.occasions import Occasion
from handslag.domain.voices.rules.words import Meant


class Told(models.Model):
    """What those who spoke were told, when and how. Never changed; a slip is told anew."""

    occasion = models.ForeignKey(Occasion, on_delete=models.PROTECT, related_name="told")
    told_on = models.DateField()
    channel = models.CharField(max_length=200)
    said = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["told_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(said="") & ~Q(channel=""),
                name="those_who_spoke_are_told_something_somehow",
            )
        ]

    def __str__(self) -> str:
        return self.said[:60]


class LeftAddress(models.Model):
    """Where somebody wants to hear what became of it. It is tied to no voice."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    occasion = models.ForeignKey(
        Occasion, on_delete=models.PROTECT, related_name="addresses"
    )
    email = models.EmailField()
    left_on = models.DateField()
    language = models.CharField(max_length=10, default="sv")
    told_on = models.DateField(null=True, blank=True)
    # Their own answer, so that changing one's mind is not counted twice.
    meant = models.CharField(max_length=10, choices=choices(Meant), blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "email"], name="an_address_is_left_once_at_an_occasion"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
