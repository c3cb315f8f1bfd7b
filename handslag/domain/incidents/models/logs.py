"""Who read what, who passed the training, and which months were told of."""

from django.conf import settings
from django.db import models

from handslag.domain.organisations.models import Organisation


class Reading(models.Model):
    """That somebody read reports that are not public (F9.3)."""

    at = models.DateTimeField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        db_constraint=False,
        related_name="+",
    )
    # Whose reports they were: the municipality that received them.
    within = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    how = models.CharField(max_length=20)  # services/readings.py
    # The numbers of the incidents that were shown, newest first; for an export how many.
    shown = models.JSONField(default=list)
    n = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["at"], name="readings_by_time"),
            models.Index(fields=["within", "-id"], name="readings_of_a_municipality"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.how} {self.at}"


class Training(models.Model):
    """That a reporter has read what may and may not be written, before the first report."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    version = models.PositiveSmallIntegerField()
    passed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "version"], name="a_training_is_passed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.version}"


class MonthTold(models.Model):
    """That the reporters of an organisation were told what became of what they reported."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    month = models.DateField()  # its first day
    told_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "month"], name="reporters_are_told_once_a_month"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.month}"


class LetterDeclined(models.Model):
    """That a reporter does not want the monthly letter about what became of it."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="+",
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person_id)


class TaskTold(models.Model):
    """Up to when an organisation has been told of tasks that came to it by a rule."""

    owner = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.owner_id} {self.until}"
