import uuid

from django.db import models

from handslag.core.approvals.models import Version
from handslag.core.text import choices
from handslag.domain.plans.models.plans import Goal, Indicator, Measure, Plan
from handslag.domain.plans.rules.words import CarriedOut, Reached


class PlanFollowUp(models.Model):
    """What became of a plan. Published, its words are frozen in `version`."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="follow_ups")
    followed_up_on = models.DateField()
    summary = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    version = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-followed_up_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(published_at=None, version=None)
                | (~models.Q(published_at=None) & ~models.Q(version=None)),
                name="a_published_follow_up_of_a_plan_is_frozen",
            )
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.followed_up_on}"

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class MeasureOutcome(models.Model):
    """What a follow-up says of one measure."""

    follow_up = models.ForeignKey(
        PlanFollowUp, on_delete=models.CASCADE, related_name="measures"
    )
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="outcomes")
    carried_out = models.CharField(
        max_length=8, choices=choices(CarriedOut), default=CarriedOut.UNKNOWN.value
    )
    output = models.TextField(blank=True)
    effect = models.TextField(blank=True)
    lesson = models.TextField(blank=True)

    class Meta:
        ordering = ["measure__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up", "measure"], name="a_follow_up_tells_of_a_measure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure}: {self.carried_out}"


class GoalOutcome(models.Model):
    """What a follow-up says of one goal."""

    follow_up = models.ForeignKey(
        PlanFollowUp, on_delete=models.CASCADE, related_name="goals"
    )
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="outcomes")
    reached = models.CharField(
        max_length=8, choices=choices(Reached), default=Reached.UNKNOWN.value
    )
    said = models.TextField(blank=True)

    class Meta:
        ordering = ["goal__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up", "goal"], name="a_follow_up_tells_of_a_goal_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.goal}: {self.reached}"


class IndicatorReading(models.Model):
    """What an indicator showed at a follow-up."""

    follow_up = models.ForeignKey(
        PlanFollowUp, on_delete=models.CASCADE, related_name="readings"
    )
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="readings"
    )
    amount = models.DecimalField(max_digits=14, decimal_places=4)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up", "indicator"], name="an_indicator_is_read_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.amount}"
