from django.conf import settings
from django.db import models

from handslag.domain.organisations.models import Organisation


class CalendarFeed(models.Model):
    """The secret address of one person's calendar. Only its hash is kept.

    Whoever has the address can read the calendar; a new one ends the old.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"calendar of {self.person_id}"


class Reminder(models.Model):
    """A reminder that has been sent. Never changed.

    `kind`, `path` and `due_on` say of which deadline; `step` how near it was.
    """

    home = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="reminders"
    )
    kind = models.CharField(max_length=60)
    path = models.CharField(max_length=300)
    due_on = models.DateField()
    step = models.CharField(max_length=20)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["home", "kind", "path", "due_on", "step"],
                name="each_reminder_is_sent_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on}: {self.step}"
