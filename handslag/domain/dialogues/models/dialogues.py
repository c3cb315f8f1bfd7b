"""A dialogue, its meetings, and who came, as counts."""

import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.files.models import StoredFile
from handslag.core.text import choices
from handslag.domain.dialogues.rules import (
    LEAST_VOICES,
    USUAL_VOICES,
    Audience,
    Kind,
    Part,
    Script,
)
from handslag.domain.voices.models import Occasion
from handslag.domain.voices.rules import Way


class Dialogue(models.Model):
    """Talking with people, or with staff. Its days and its phase stand in its occasion."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    occasion = models.OneToOneField(
        Occasion, on_delete=models.PROTECT, related_name="dialogue"
    )
    kind = models.CharField(max_length=20, choices=choices(Kind))
    asks = models.CharField(max_length=1000, blank=True)
    who = models.CharField(max_length=200, blank=True)  # who may come
    leader = models.CharField(max_length=200, blank=True)  # a function
    least = models.PositiveSmallIntegerField(default=USUAL_VOICES)
    held_on = models.DateField(null=True, blank=True)
    minutes = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    revision = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(least__gte=LEAST_VOICES),
                name="a_theme_is_public_with_three_voices_at_the_least",
            )
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def audience(self) -> Audience:
        """With whom one talks."""
        is_staff = self.occasion.way == Way.STAFF_DIALOGUE
        return Audience.STAFF if is_staff else Audience.CITIZENS


class Meeting(models.Model):
    """When and where one meets. Without slots one just comes."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dialogue = models.ForeignKey(
        Dialogue, on_delete=models.CASCADE, related_name="meetings"
    )
    script = models.CharField(max_length=10, choices=choices(Script), blank=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    where = models.CharField(max_length=200, blank=True)
    slots = models.PositiveSmallIntegerField(null=True, blank=True)
    # A calendar that has the meeting takes over the higher number.
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["starts", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")),
                name="a_dialogue_meets_until_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["dialogue", "script"],
                condition=~Q(script=""),
                name="what_and_how_are_one_meeting_each",
            ),
        ]
        indexes = [models.Index(fields=["starts"], name="meetings_by_time")]

    def __str__(self) -> str:
        return str(self.public_id)


class ProfileCount(models.Model):
    """How many of a group came. The group of an area is its name, never a person's."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="profile")
    part = models.CharField(max_length=10, choices=choices(Part))
    group = models.CharField(max_length=80)
    people = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dialogue", "part", "group"], name="a_group_is_counted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.people}"


class CameFrom(models.Model):
    """From which organisation, or in which role, and how many. Never who."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="came")
    name = models.CharField(max_length=200)
    people = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dialogue", "name"], name="an_organisation_comes_once_to_a_dialogue"
            )
        ]

    def __str__(self) -> str:
        return self.name


class NoteSheet(models.Model):
    """Notes that came in together, so that the same sheet sent twice is one."""

    key = models.UUIDField(unique=True)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="sheets")
    lines = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return str(self.key)


class NotesDraft(models.Model):
    """What somebody is writing at a meeting, until it is saved as voices. Only the one
    who writes sees it."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="drafts")
    person_id = models.BigIntegerField()
    key = models.UUIDField()  # of the sheet it becomes
    script = models.CharField(max_length=10, choices=choices(Script), blank=True)
    text = models.TextField()
    kept_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dialogue", "person_id"],
                name="somebody_writes_one_sheet_at_a_time_at_a_dialogue",
            )
        ]

    def __str__(self) -> str:
        return str(self.key)
