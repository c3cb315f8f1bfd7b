"""One row for each event, and one for each time that something of it changed."""

from django.db import models

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.police_events.rules import What


class PoliceEvent(models.Model):
    """An event as the police tell of it now, without their text.

    `place` and `stated` are areas, as they call them. `text_mark` is a keyed fingerprint of
    their text: it shows that the text changed, and says nothing of it.
    """

    number = models.PositiveBigIntegerField(unique=True)
    kind = models.CharField(max_length=80)
    is_summary = models.BooleanField(default=False)
    place = models.CharField(max_length=120, blank=True)
    stated = models.CharField(max_length=120, blank=True)
    municipality = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    occurred_at = models.DateTimeField()
    published_at = models.DateTimeField(db_index=True)
    url = models.CharField(max_length=300, blank=True)
    text_mark = models.CharField(max_length=64, blank=True)
    missing_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-occurred_at", "-number"]
        indexes = [
            models.Index(
                fields=["municipality", "-occurred_at"], name="police_events_of_one"
            )
        ]

    def __str__(self) -> str:
        return str(self.number)


class Change(models.Model):
    """That something changed, and when we saw it."""

    event = models.ForeignKey(PoliceEvent, on_delete=models.CASCADE, related_name="changes")
    what = models.CharField(max_length=5, choices=choices(What))
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at}: {self.what}"
