"""Places in the evening (Purple Flag), and areas that keep watch together."""

import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.walks.rules import FlagLevel, Focus, Watch, Zone


class Flag(models.Model):
    """A place in the evening and at night, judged in five areas at four times."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    area = models.CharField(max_length=200)
    walked_on = models.DateField()
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-walked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(area=""), name="an_evening_place_has_a_name"
            )
        ]

    def __str__(self) -> str:
        return self.area


class FlagCell(models.Model):
    """How one of the five areas works at one of the four times."""

    flag = models.ForeignKey(Flag, on_delete=models.CASCADE, related_name="cells")
    focus = models.CharField(max_length=10, choices=choices(Focus))
    zone = models.CharField(max_length=10, choices=choices(Zone))
    level = models.CharField(max_length=10, choices=choices(FlagLevel))
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["flag", "focus", "zone"], name="an_area_is_judged_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.focus} {self.zone}"


class WatchCount(models.Model):
    """How many areas or boat clubs keep watch together in a year. Never a household."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    watch = models.CharField(max_length=10, choices=choices(Watch))
    year = models.PositiveSmallIntegerField()
    where = models.CharField(max_length=200, blank=True)  # a part of the municipality
    areas = models.PositiveSmallIntegerField()
    new = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-year", "watch", "where"]
        constraints = [
            models.UniqueConstraint(
                fields=["home", "watch", "year", "where"],
                name="a_place_is_counted_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(new__lte=F("areas")), name="those_that_are_new_are_among_them"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.watch} {self.year}"
