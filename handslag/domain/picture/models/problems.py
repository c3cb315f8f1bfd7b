import uuid

from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.picture.models.pictures import Picture
from handslag.domain.picture.rules.words import (
    Aspect,
    Confidence,
    Direction,
    Priority,
    State,
)


class Problem(models.Model):
    """One problem in the picture. Keeps its row from version to version: the lineage.

    A problem of a party's own picture points, when it has been merged, at the joint
    problem it is part of. `unsupported_why` is the public reason for a judgement
    that cites nothing.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="problems")
    theme = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    place_stated = models.CharField(max_length=300, blank=True)
    # Codes of `When`, and what cannot be said with them.
    time_pattern = models.JSONField(default=list, blank=True)
    time_stated = models.CharField(max_length=300, blank=True)
    affected = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=choices(State), default=State.OPEN.value)
    closed_why = models.CharField(max_length=1000, blank=True)
    priority = models.CharField(max_length=12, choices=choices(Priority), blank=True)
    priority_reason = models.TextField(blank=True)
    unsupported_why = models.CharField(max_length=1000, blank=True)
    is_internal = models.BooleanField(default=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="origins"
    )
    merged_revision = models.PositiveIntegerField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(theme=""), name="a_problem_has_a_theme"),
            models.CheckConstraint(
                condition=Q(state=State.OPEN.value) | ~Q(closed_why=""),
                name="a_closed_problem_says_why",
            ),
            models.CheckConstraint(
                condition=Q(priority="") | ~Q(priority_reason=""),
                name="a_priority_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Judgement(models.Model):
    """What the writers hold to be so about one side of a problem, and how sure they are."""

    problem = models.ForeignKey(
        Problem, on_delete=models.CASCADE, related_name="judgements"
    )
    aspect = models.CharField(max_length=12, choices=choices(Aspect))
    text = models.TextField()
    direction = models.CharField(max_length=8, choices=choices(Direction), blank=True)
    confidence = models.CharField(max_length=8, choices=choices(Confidence), blank=True)
    is_internal = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["problem", "aspect"], name="one_judgement_of_each_side_of_a_problem"
            )
        ]

    def __str__(self) -> str:
        return f"{self.aspect}: {self.text[:60]}"


class Score(models.Model):
    """How heavy a problem weighs to one party, from 1 to 5."""

    problem = models.ForeignKey(Problem, on_delete=models.CASCADE, related_name="scores")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    value = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500, blank=True)
    scored_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["problem", "organisation"], name="a_party_scores_a_problem_once"
            ),
            models.CheckConstraint(
                condition=Q(value__gte=1, value__lte=5), name="a_score_is_from_one_to_five"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.value}"
