import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.picture.models.problems import Problem
from handslag.domain.picture.rules.causes import CauseKind, Corner, Horizon, Perspective
from handslag.domain.picture.rules.words import Confidence


class CauseAnalysis(models.Model):
    """Why a problem arises, in the words of the crime triangle and in sum.

    The causes themselves hang under the problem as a tree.
    """

    problem = models.OneToOneField(
        Problem, on_delete=models.CASCADE, related_name="analysis"
    )
    offender = models.TextField(blank=True)
    target = models.TextField(blank=True)
    guardian = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    is_done = models.BooleanField(default=False)
    is_internal = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.problem_id}"


class Cause(models.Model):
    """One probable cause of a problem, or of the cause it hangs under."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    problem = models.ForeignKey(Problem, on_delete=models.CASCADE, related_name="causes")
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="causes"
    )
    position = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(max_length=500)
    perspective = models.CharField(max_length=14, choices=choices(Perspective))
    kind = models.CharField(max_length=12, choices=choices(CauseKind))
    corner = models.CharField(max_length=10, choices=choices(Corner), blank=True)
    horizon = models.CharField(max_length=6, choices=choices(Horizon))
    confidence = models.CharField(max_length=8, choices=choices(Confidence), blank=True)
    is_internal = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                name="a_cause_does_not_explain_itself",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="a_cause_is_worded"),
        ]

    def __str__(self) -> str:
        return self.text
