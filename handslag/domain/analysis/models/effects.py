"""Plans for seeing whether something helped, and their counts."""

import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.analysis.rules import Beside, Seen, Wanted
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.series.models import Indicator
from handslag.domain.series.rules import Origin


class EffectPlan(models.Model):
    """How it will be seen whether something helped: in what, where, against what, when.

    Fixed on the day when the activity begins. Either reports around a place, or an
    indicator. `least` is the smallest change, as a share, that the data could have shown in
    four cases of five, as it was known when the plan was made; none: it could not be said.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    tops = models.JSONField(default=list)  # codes of `Top`
    wanted = models.CharField(
        max_length=6, choices=choices(Wanted), default=Wanted.FEWER.value
    )
    wanted_why = models.CharField(max_length=300, blank=True)
    # Where: metres around the middle of a named place, and a ring around that
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    metres = models.PositiveIntegerField(default=0)
    ring = models.PositiveIntegerField(default=0)
    # As wide around another place; without one, the rest of the municipality
    comparison = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Or an indicator, held beside the rest of a larger area
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    beside = models.CharField(
        max_length=7, choices=choices(Beside), default=Beside.NOTHING.value
    )
    # When: so many whole months, or periods of the indicator, before and after it begins
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
            models.CheckConstraint(
                condition=Q(place=None) ^ Q(indicator=None),
                name="an_effect_is_seen_at_a_place_or_in_an_indicator",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def seen(self) -> Seen:
        """In what it is seen."""
        if self.indicator is None:
            return Seen.REPORTS
        asked = self.indicator.origin == Origin.SURVEYS
        return Seen.ANSWERS if asked else Seen.FIGURES

    @property
    def about(self) -> str:
        """The place, or the indicator, in which it is seen."""
        return str(self.indicator or self.place)

    @property
    def is_late(self) -> bool:
        """Whether it was planned when it had begun: then anything could be chosen."""
        return self.planned_on > self.begins


class EffectCount(models.Model):
    """How many there were in one period, in the area of a plan and around it. Reports are
    counted while they are there, and the number kept when they are not."""

    plan = models.ForeignKey(EffectPlan, on_delete=models.CASCADE, related_name="counts")
    month = models.DateField()  # the first day of the period
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
