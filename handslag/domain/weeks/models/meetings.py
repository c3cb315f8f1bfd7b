"""A meeting of a group: the order of the coming week, who does what, what was decided."""

import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.approvals.models import Version
from handslag.core.text import choices
from handslag.domain.incidents.models import Group
from handslag.domain.incidents.rules import Top
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.weeks.rules import Result, State


class Meeting(models.Model):
    """One meeting. `version` is what it decided, frozen when it was held."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField()
    looks_back_to = models.DateField()
    state = models.CharField(
        max_length=10, choices=choices(State), default=State.PLANNED.value
    )
    chair = models.CharField(max_length=120, blank=True)
    revision = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    version = models.OneToOneField(
        Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "held_on"], name="a_group_meets_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["group"],
                condition=Q(state=State.PLANNED.value),
                name="a_group_plans_one_meeting_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(looks_back_to__lt=F("held_on")),
                name="a_meeting_looks_back_over_some_days",
            ),
            models.CheckConstraint(
                condition=Q(state=State.PLANNED.value, version__isnull=True)
                | Q(state=State.HELD.value, version__isnull=False),
                name="what_a_meeting_decided_is_frozen_when_it_is_held",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.held_on}"


class Attendance(models.Model):
    """That an organisation was there. Never who came."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="attendances"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "organisation"],
                name="an_organisation_is_there_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.organisation_id}"


class Priority(models.Model):
    """What comes first in the coming week, and next: a problem at a place."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="priorities"
    )
    position = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=200)
    top = models.CharField(max_length=20, choices=choices(Top), blank=True)
    where = models.CharField(max_length=200, blank=True)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # A square of 500 m, as in statistics.grid, when the spot has no name.
    cell = models.BigIntegerField(null=True, blank=True)
    why = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(what=""), name="a_priority_says_what_it_is_about"
            )
        ]

    def __str__(self) -> str:
        return self.what


class Target(models.Model):
    """What one organisation does about it, and what became of that a meeting later."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="targets")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    words = models.CharField(max_length=500)
    by = models.DateField(null=True, blank=True)
    # Written at a later meeting
    result = models.CharField(max_length=10, choices=choices(Result), blank=True)
    why = models.CharField(max_length=500, blank=True)
    seen = models.CharField(max_length=500, blank=True)
    followed_up = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="followed_up"
    )
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words=""), name="a_target_says_what_is_done"
            ),
            models.CheckConstraint(
                condition=Q(result="", followed_up__isnull=True)
                | (~Q(result="") & Q(followed_up__isnull=False)),
                name="a_target_is_followed_up_at_a_meeting",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Decision(models.Model):
    """What the group decided, in its own words."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="decisions")
    words = models.TextField()
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_decision_is_in_words")
        ]

    def __str__(self) -> str:
        return self.words[:60]
