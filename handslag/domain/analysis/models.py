"""What analyses store: plans for seeing whether something helped, and their counts."""

import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.analysis.rules.effects import Wanted
from handslag.domain.organisations.models import Organisation, Place


class EffectPlan(models.Model):
    """How it will be seen whether something helped: where, against what, when.

    Fixed on the day when the activity begins. `least` is the smallest change, as a share,
    that the data could have shown in four cases of five, as it was known when the plan
    was made; none: it could not be said.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    tops = models.JSONField()  # codes of `Top`
    wanted = models.CharField(
        max_length=6, choices=choices(Wanted), default=Wanted.FEWER.value
    )
    wanted_why = models.CharField(max_length=300, blank=True)
    # Where: metres around the middle of a named place, and a ring around that
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    metres = models.PositiveIntegerField()
    ring = models.PositiveIntegerField(default=0)
    # As wide around another place; without one, the rest of the municipality
    comparison = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # When: whole months before and after the one in which it begins
    begins = models.DateField()
    before = models.PositiveSmallIntegerField()
    after = models.PositiveSmallIntegerField()
    planned_on = models.DateField()
    least = models.FloatField(null=True, blank=True)
    called_off_why = models.CharField(max_length=1000, blank=True)
    is_example = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-begins", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="an_effect_plan_has_a_name"),
            models.CheckConstraint(
                condition=Q(comparison=None) | ~Q(comparison=F("place")),
                name="an_effect_is_not_compared_with_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_late(self) -> bool:
        """Whether it was planned when it had begun: then anything could be chosen."""
        return self.planned_on > self.begins


class EffectCount(models.Model):
    """How many there were in one month, in the area of a plan and around it. Counted while
    the reports are there, and kept when they are not."""

    plan = models.ForeignKey(EffectPlan, on_delete=models.CASCADE, related_name="counts")
    month = models.DateField()
    area = models.PositiveIntegerField()
    ring = models.PositiveIntegerField()
    comparison = models.PositiveIntegerField()

    class Meta:
        ordering = ["month"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "month"], name="a_month_of_an_effect_is_counted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}: {self.area}"
