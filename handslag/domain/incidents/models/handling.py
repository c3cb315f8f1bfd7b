"""What is done with an incident, what is said to the one who reported it, and photos."""

import uuid

from django.db import models
from django.db.models import Q

from handslag.core.files.models import StoredFile
from handslag.core.text import choices
from handslag.domain.incidents.models.reports import Incident, Report
from handslag.domain.incidents.rules import Deed, Outcome, TextState
from handslag.domain.organisations.models import Organisation


class Step(models.Model):
    """One step in the handling of an incident. `words` are for the one who reported."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="steps")
    deed = models.CharField(max_length=10, choices=choices(Deed))
    at = models.DateTimeField()
    by = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(max_length=10, choices=choices(Outcome), blank=True)
    words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["incident", "at"], name="steps_in_order")]

    def __str__(self) -> str:
        return f"{self.incident_id} {self.deed}"


class Message(models.Model):
    """A question or an answer between those who handle a report and the one who sent it,
    who is known by the code of the receipt only."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="messages")
    is_from_reporter = models.BooleanField()
    by = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    text = models.TextField(blank=True)
    text_state = models.CharField(max_length=10, choices=choices(TextState))
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(text_state=TextState.HELD.value) | Q(text=""),
                name="a_message_that_is_held_stands_nowhere_else",
            )
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class MeToo(models.Model):
    """Someone else says the same of the same place. Counted, not described."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="echoes")
    key = models.UUIDField(unique=True)
    day = models.DateField()

    def __str__(self) -> str:
        return f"{self.incident_id} {self.day}"


class Photo(models.Model):
    """A picture of a place, drawn anew and with faces hidden before anyone else sees it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="photos")
    # Empty while it waits to be looked at, and when it was refused.
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The redrawn picture while it waits; emptied by the decision.
    waiting = models.BinaryField(null=True, blank=True)
    # Made where it was taken: the same photo is taken in once.
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    # When the one who took it had hidden what must not be seen. Nobody else sees it before.
    marked_at = models.DateTimeField(null=True, blank=True)
    media_type = models.CharField(max_length=20, blank=True)
    alt = models.CharField(max_length=300, blank=True)
    is_refused = models.BooleanField(default=False)
    until = models.DateField()
    taken_in_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=True) | Q(waiting__isnull=True),
                name="a_photo_that_is_shown_no_longer_waits",
            ),
            models.CheckConstraint(
                condition=Q(file__isnull=True) | Q(marked_at__isnull=False),
                name="a_photo_is_shown_after_its_faces_were_hidden",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
