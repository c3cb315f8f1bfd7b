"""Meetings: the agenda, who came, what was said and decided, who does what."""

import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.council.models.councils import Council, Seat
from handslag.domain.council.rules.words import ItemKind, MeetingState, Presence, TaskState
from handslag.domain.organisations.models import Organisation


class Meeting(models.Model):
    """One meeting of a council. `is_public`: day, agenda and minutes are for anyone."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    state = models.CharField(
        max_length=10, choices=choices(MeetingState), default=MeetingState.PLANNED.value
    )
    is_public = models.BooleanField(default=True)
    # Counted up when what others have in their calendars no longer holds.
    sequence = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["council", "starts_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="a_meeting_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None) | Q(state="final"),
                name="only_final_minutes_are_published",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council} {self.starts_at:%Y-%m-%d}"


class MeetingSlug(models.Model):
    """Where a meeting is found in one municipality. Old addresses stay and lead on."""

    municipality = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="meeting_slugs"
    )
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="slugs")
    slug = models.CharField(max_length=40)
    current = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "slug"], name="one_meeting_per_address"
            ),
            models.UniqueConstraint(
                fields=["municipality", "meeting"],
                condition=Q(current=True),
                name="one_current_address_per_meeting_and_municipality",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class AgendaItem(models.Model):
    """One item of an agenda. `source` says what it was suggested from, if it was;
    `path` leads those who work here to the thing, `link` leads anyone."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    kind = models.CharField(
        max_length=10, choices=choices(ItemKind), default=ItemKind.DISCUSS.value
    )
    source = models.CharField(max_length=120, blank=True)
    path = models.CharField(max_length=200, blank=True)
    link = models.CharField(max_length=600, blank=True)
    link_name = models.CharField(max_length=300, blank=True)
    is_internal = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="an_item_has_a_title"),
            models.UniqueConstraint(
                fields=["meeting", "source"],
                condition=~Q(source=""),
                name="a_suggestion_is_taken_up_once_per_meeting",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """Whether a seat was taken at a meeting, and by whom instead. Functions only."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="attendances"
    )
    seat = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    function = models.CharField(max_length=120)
    presence = models.CharField(max_length=10, choices=choices(Presence))
    replaced_by = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "seat"],
                condition=Q(seat__isnull=False),
                name="a_seat_is_called_once_per_meeting",
            ),
            models.CheckConstraint(
                condition=Q(presence="replaced") | Q(replaced_by=""),
                name="only_the_replaced_have_a_replacement",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.function}: {self.presence}"


class Minute(models.Model):
    """What is written of one item while the minutes are made: words and decision."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="minute")
    text = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.item)


class Task(models.Model):
    """Something that the council asked an organisation to do by a day."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="tasks")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="tasks")
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    text = models.TextField()
    owner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="council_tasks"
    )
    function = models.CharField(max_length=120, blank=True)
    due_on = models.DateField()
    state = models.CharField(
        max_length=10, choices=choices(TaskState), default=TaskState.OPEN.value
    )
    result = models.TextField(blank=True)
    ended_on = models.DateField(null=True, blank=True)
    is_internal = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_task_says_what"),
            models.CheckConstraint(
                condition=Q(state="open", ended_on=None)
                | (~Q(state="open") & Q(ended_on__isnull=False)),
                name="a_task_has_a_last_day_when_it_is_not_open",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
