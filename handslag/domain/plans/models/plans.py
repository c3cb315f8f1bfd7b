import uuid

from django.db import models
from django.db.models import Q

from handslag.core.approvals.models import Version
from handslag.core.periods import Period, Rule
from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import Cause, PictureVersion, Problem
from handslag.domain.plans.rules.words import (
    Aim,
    Approach,
    Direction,
    Horizon,
    Measures,
    State,
    Status,
    Strategy,
)
from handslag.domain.series.models import Indicator as Followed


class Plan(models.Model):
    """What a municipality means to do about the problems of one frozen picture.

    The rows here and below are the working text until a board has decided. What was
    decided, and what the public reads, is `version`: a frozen copy.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="plans")
    name = models.CharField(max_length=200)
    period_stated = models.CharField(max_length=300, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    period_rule = models.CharField(
        max_length=20, choices=choices(Rule), default=Rule.MISSING.value
    )
    introduction = models.TextField(blank=True)
    picture_version = models.ForeignKey(
        PictureVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="plans",
    )
    state = models.CharField(
        max_length=10, choices=choices(State), default=State.DRAFT.value
    )
    revision = models.PositiveIntegerField(default=1)
    version = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    predecessor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="successors"
    )
    is_example = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["home", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(starts__lte=models.F("ends")),
                name="a_plan_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT.value)
                | (~Q(picture_version=None) & ~Q(version=None)),
                name="a_decided_plan_rests_on_a_frozen_picture",
            ),
            models.UniqueConstraint(
                fields=["predecessor"],
                condition=Q(state=State.DRAFT.value),
                name="one_draft_at_a_time_follows_a_plan",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def period(self) -> Period:
        return Period(self.period_stated, self.starts, self.ends, Rule(self.period_rule))

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT


class Goal(models.Model):
    """What is to be reached about a problem, or held as it is."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="goals")
    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    kind = models.CharField(max_length=5, choices=choices(Aim), default=Aim.REACH.value)
    position = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Measure(models.Model):
    """What is done. Its status goes on after the plan is decided; its words do not.

    `carries_on` is the same measure in the plan before.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="measures")
    goal = models.ForeignKey(
        Goal, on_delete=models.SET_NULL, null=True, blank=True, related_name="measures"
    )
    carries_on = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried_on"
    )
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    owner = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="plan_measures",
    )
    owner_stated = models.CharField(max_length=200, blank=True)
    kind = models.CharField(
        max_length=12, choices=choices(Approach), default=Approach.SITUATIONAL.value
    )
    strategy = models.CharField(max_length=12, choices=choices(Strategy), blank=True)
    activity = models.CharField(max_length=60, blank=True)
    horizon = models.CharField(
        max_length=5, choices=choices(Horizon), default=Horizon.SHORT.value
    )
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    resources = models.TextField(blank=True)
    cost = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    implementation = models.TextField(blank=True)
    status = models.CharField(
        max_length=10, choices=choices(Status), default=Status.PLANNED.value
    )
    status_why = models.CharField(max_length=1000, blank=True)
    status_on = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(starts__lte=models.F("ends")),
                name="a_measure_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.STOPPED.value) | ~Q(status_why=""),
                name="a_stopped_measure_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class MeasureCause(models.Model):
    """A cause that a measure answers."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="answers")
    cause = models.ForeignKey(Cause, on_delete=models.PROTECT, related_name="answered_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "cause"], name="a_measure_answers_a_cause_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure}: {self.cause}"


class Indicator(models.Model):
    """What is measured to see what was done, or what became of it.

    `followed`: the municipality's own indicator that it is read from, if any. The words
    and numbers here are the plan's: they do not change when those of the other do.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    goal = models.ForeignKey(
        Goal, on_delete=models.CASCADE, null=True, blank=True, related_name="indicators"
    )
    measure = models.ForeignKey(
        Measure, on_delete=models.CASCADE, null=True, blank=True, related_name="indicators"
    )
    followed = models.ForeignKey(
        Followed, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=300)
    measures = models.CharField(
        max_length=6, choices=choices(Measures), default=Measures.EFFECT.value
    )
    unit = models.CharField(max_length=100, blank=True)
    baseline = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    baseline_stated = models.CharField(max_length=300, blank=True)
    target = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    by = models.DateField(null=True, blank=True)
    direction = models.CharField(
        max_length=4, choices=choices(Direction), default=Direction.DOWN.value
    )
    direction_why = models.CharField(max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(goal=None) & ~Q(measure=None))
                | (~Q(goal=None) & Q(measure=None)),
                name="an_indicator_is_of_a_goal_or_of_a_measure",
            )
        ]

    def __str__(self) -> str:
        return self.name
