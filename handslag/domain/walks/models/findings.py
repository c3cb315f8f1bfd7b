"""What was seen, who is responsible, what they answer, and what one sees the next time."""

import uuid

from django.db import models
from django.db.models import Q

from handslag.core.files.models import StoredFile
from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.walks.models.walks import Stop, Walk
from handslag.domain.walks.rules import Outcome, Parameter, Reply, Tone


class Finding(models.Model):
    """What somebody saw, and proposes. `key` is made where it is written.

    `waits`: the words may point out a person, and are read by those who lead the walk
    alone until one of them has decided. `asked_at`: the one responsible sees it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.UUIDField(unique=True)
    walk = models.ForeignKey(Walk, on_delete=models.CASCADE, related_name="findings")
    stop = models.ForeignKey(
        Stop, on_delete=models.PROTECT, null=True, blank=True, related_name="findings"
    )
    number = models.PositiveIntegerField()
    tone = models.CharField(max_length=10, choices=choices(Tone))
    parameter = models.CharField(max_length=20, choices=choices(Parameter))
    text = models.CharField(max_length=1000)
    proposal = models.CharField(max_length=1000, blank=True)
    waits = models.BooleanField(default=False)
    owner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["walk", "number"], name="findings_of_a_walk_are_numbered"
            ),
            models.CheckConstraint(
                condition=~Q(text=""), name="a_finding_says_what_was_seen"
            ),
            models.CheckConstraint(
                condition=Q(asked_at__isnull=True) | Q(owner__isnull=False, waits=False),
                name="only_somebody_who_is_responsible_is_asked",
            ),
        ]
        indexes = [models.Index(fields=["owner", "asked_at"], name="findings_of_an_owner")]

    def __str__(self) -> str:
        return str(self.public_id)


class FindingPhoto(models.Model):
    """What it looked like. `waiting`: as it was taken in, until what must not be seen is
    painted over; then it is a file."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.UUIDField(unique=True)
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="photos")
    waiting = models.BinaryField(null=True, blank=True)
    until = models.DateField()
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alt = models.CharField(max_length=300, blank=True)
    taken_in_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(waiting__isnull=True, file__isnull=False) & ~Q(alt="")
                | Q(waiting__isnull=False, file__isnull=True),
                name="a_photo_is_kept_when_it_has_been_painted_over",
            )
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class FindingAnswer(models.Model):
    """What the one responsible said. A new answer is a new row; the old one stands."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    reply = models.CharField(max_length=10, choices=choices(Reply))
    reason = models.CharField(max_length=1000, blank=True)
    due = models.DateField(null=True, blank=True)
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "number"], name="answers_to_a_finding_are_numbered"
            ),
            models.CheckConstraint(
                condition=Q(reply=Reply.NO.value, due__isnull=True)
                | ~Q(reply=Reply.NO.value) & Q(due__isnull=False),
                name="who_does_it_says_by_when",
            ),
            models.CheckConstraint(
                condition=Q(reply=Reply.DO.value) | ~Q(reason=""),
                name="who_does_not_do_it_now_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.reply


class Revisit(models.Model):
    """What one saw of it when one walked again."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="revisits")
    walk = models.ForeignKey(Walk, on_delete=models.CASCADE, related_name="revisits")
    outcome = models.CharField(max_length=10, choices=choices(Outcome))
    words = models.CharField(max_length=1000, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "walk"], name="a_finding_is_seen_again_once_on_a_walk"
            )
        ]

    def __str__(self) -> str:
        return self.outcome
