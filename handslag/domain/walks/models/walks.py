"""A walk with its route, and what each group said of each stop."""

import uuid

from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.voices.models import Occasion
from handslag.domain.walks.rules import (
    Kind,
    Level,
    Light,
    Parameter,
    PartRole,
    Stage,
    Weather,
)


class Walk(models.Model):
    """A walk in three meetings. When it is, and for whom, stands in its occasion."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    occasion = models.OneToOneField(Occasion, on_delete=models.PROTECT, related_name="walk")
    kind = models.CharField(max_length=10, choices=choices(Kind))
    stage = models.CharField(
        max_length=10, choices=choices(Stage), default=Stage.PLANNED.value
    )
    purpose = models.CharField(max_length=1000, blank=True)
    leader = models.CharField(max_length=200, blank=True)  # a function
    gathers = models.CharField(max_length=200, blank=True)
    first_on = models.DateField(null=True, blank=True)
    answers_on = models.DateField(null=True, blank=True)
    light = models.CharField(max_length=10, choices=choices(Light), blank=True)
    weather = models.CharField(max_length=10, choices=choices(Weather), blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    # The walk that this one walks again.
    again_of = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="again"
    )
    revision = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stage=Stage.PLANNED.value) | ~Q(light="") & ~Q(weather=""),
                name="what_was_walked_says_in_what_light_and_weather",
            )
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class TookPart(models.Model):
    """How many took part as what. Never who."""

    walk = models.ForeignKey(Walk, on_delete=models.CASCADE, related_name="took_part")
    role = models.CharField(max_length=20, choices=choices(PartRole))
    people = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["walk", "role"], name="a_role_is_counted_once_on_a_walk"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.people}"


class Stop(models.Model):
    """Where one stops and looks about."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    walk = models.ForeignKey(Walk, on_delete=models.CASCADE, related_name="stops")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    look = models.CharField(max_length=1000, blank=True)
    lon = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    again_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="again"
    )
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""), name="a_stop_can_be_found_by_its_words"
            ),
            models.CheckConstraint(
                condition=Q(lon__isnull=True, lat__isnull=True)
                | Q(lon__isnull=False, lat__isnull=False),
                name="a_stop_has_both_or_neither_of_its_coordinates",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Sheet(models.Model):
    """What one group said of one stop. Two groups have a sheet each: none is lost.

    `key` is made on the device, so that the same sheet sent twice is one."""

    key = models.UUIDField(unique=True)
    stop = models.ForeignKey(Stop, on_delete=models.CASCADE, related_name="sheets")
    written = models.PositiveBigIntegerField(default=0)
    received_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.key)


class Judgement(models.Model):
    """One thing that was looked at, and how it was."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="judgements")
    parameter = models.CharField(max_length=20, choices=choices(Parameter))
    level = models.CharField(max_length=10, choices=choices(Level))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "parameter"], name="a_group_judges_a_thing_once_at_a_stop"
            )
        ]

    def __str__(self) -> str:
        return f"{self.parameter} {self.level}"
