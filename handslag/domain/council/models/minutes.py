"""Minutes as they were frozen, confirmed and made final. Rows here are never changed."""

import uuid

from django.db import models
from django.db.models import Q

from handslag.core.approvals.models import Version
from handslag.core.text import choices
from handslag.domain.council.models.councils import Seat
from handslag.domain.council.models.meetings import AgendaItem, Meeting
from handslag.domain.council.rules.words import How


class MinutesVersion(models.Model):
    """One exact text of the minutes, as it was put to the adjusters."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="minutes_are_numbered_per_meeting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.meeting} ({self.number})"


class Adjuster(models.Model):
    """A function chosen to adjust one version of the minutes (justerare)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    minutes = models.ForeignKey(
        MinutesVersion, on_delete=models.PROTECT, related_name="adjusters"
    )
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=120)
    organisation_name = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "seat"], name="a_seat_adjusts_a_version_once"
            )
        ]

    def __str__(self) -> str:
        return self.function


class Adjustment(models.Model):
    """An adjuster's yes: by account, or told to the secretary, who recorded the day."""

    adjuster = models.OneToOneField(
        Adjuster, on_delete=models.PROTECT, related_name="adjustment"
    )
    confirmed_on = models.DateField()
    how = models.CharField(max_length=10, choices=choices(How))
    person_id = models.BigIntegerField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(how="recorded") | Q(person_id__isnull=False),
                name="who_confirms_by_account_is_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.adjuster} {self.confirmed_on}"


class FinalMinutes(models.Model):
    """Which version became the minutes of a meeting. There is only ever one."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="final")
    minutes = models.OneToOneField(
        MinutesVersion, on_delete=models.PROTECT, related_name="final"
    )
    adjusted_on = models.DateField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.minutes)


class CouncilDecision(models.Model):
    """A decision under its number (§), as the final minutes have it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    is_internal = models.BooleanField(default=False)
    decided_on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="decisions_are_numbered_per_meeting"
            )
        ]

    def __str__(self) -> str:
        return f"§ {self.number} {self.title}"


class MinutesNote(models.Model):
    """A correction that stands beside final minutes."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField()
    is_internal = models.BooleanField(default=False)
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_note_says_something")
        ]

    def __str__(self) -> str:
        return self.text[:80]
