"""What is followed, from where and to where."""

import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.models.series import Series
from handslag.domain.series.rules import Direction, Origin, Purpose, Rhythm, Theme


class Indicator(models.Model):
    """What a municipality follows. `taken_from`: the shared definition that it uses."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="indicators")
    origin = models.CharField(max_length=10, choices=choices(Origin))
    name = models.CharField(max_length=200)
    shows = models.CharField(max_length=1000)
    purpose = models.CharField(max_length=6, choices=choices(Purpose))
    theme = models.CharField(max_length=12, choices=choices(Theme))
    direction = models.CharField(max_length=8, choices=choices(Direction))
    direction_why = models.CharField(max_length=1000, blank=True)
    per = models.PositiveIntegerField(default=0)
    rhythm = models.CharField(max_length=10, choices=choices(Rhythm))
    responsible = models.CharField(max_length=200)
    baseline = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)
    baseline_on = models.DateField(null=True, blank=True)
    baseline_stated = models.CharField(max_length=300, blank=True)
    paired = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    taken_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="taken"
    )
    is_offered = models.BooleanField(default=False)
    is_public = models.BooleanField(default=False)
    is_example = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["theme", "name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="an_indicator_has_a_name"),
            models.CheckConstraint(
                condition=~Q(direction=Direction.DEPENDS.value) | ~Q(direction_why=""),
                name="an_indicator_that_depends_says_on_what",
            ),
            models.CheckConstraint(
                condition=Q(paired=None) | ~Q(paired=F("pk")),
                name="an_indicator_is_not_its_own_pair",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Goal(models.Model):
    """Where an indicator is to be by a day."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="goals")
    by = models.DateField()
    value = models.DecimalField(max_digits=20, decimal_places=6)

    class Meta:
        ordering = ["by"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "by"], name="an_indicator_has_one_goal_by_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.value}"
