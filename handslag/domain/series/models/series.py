"""What series store: areas, cells, and what the cells were before."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.rules import (
    AreaKind,
    BreakKind,
    Measured,
    Rhythm,
    Sex,
    Source,
    State,
)


class Area(models.Model):
    """An area that someone counts in, with the days between which its code holds."""

    kind = models.CharField(max_length=12, choices=choices(AreaKind))
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    within = models.CharField(max_length=20, blank=True)  # the code of its county
    valid_from = models.DateField(default=date.min)
    valid_to = models.DateField(default=date.max)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["code", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"], name="an_area_code_begins_once_on_a_day"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")),
                name="an_area_does_not_end_before_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Series(models.Model):
    """What someone measured. Without an owner it is official, and everybody's to read."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    source = models.CharField(max_length=14, choices=choices(Source))
    external_id = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=60)
    measured = models.CharField(max_length=10, choices=choices(Measured))
    measures = models.TextField(blank=True)
    areas = models.CharField(max_length=300, blank=True)  # how the source draws its areas
    rhythm = models.CharField(max_length=10, choices=choices(Rhythm))
    attribution = models.CharField(max_length=200, blank=True)
    caveats = models.TextField(blank=True)
    retrieved_at = models.DateTimeField(null=True, blank=True)
    is_example = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["source", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "external_id"],
                condition=Q(owner=None),
                name="an_official_series_is_held_once",
            ),
            models.UniqueConstraint(
                fields=["owner", "external_id"],
                condition=~Q(owner=None),
                name="an_own_series_is_held_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Break(models.Model):
    """From this day on something else was counted."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="breaks")
    day = models.DateField()
    kind = models.CharField(max_length=6, choices=choices(BreakKind))
    why = models.CharField(max_length=300)

    class Meta:
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"{self.day}: {self.why}"


class _Told(models.Model):
    """What a source said of a cell, and when it was fetched."""

    amount = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)
    state = models.CharField(max_length=10, choices=choices(State))
    is_preliminary = models.BooleanField(default=False)
    retrieved_at = models.DateTimeField()
    run = models.UUIDField(null=True, blank=True)

    class Meta:
        abstract = True


# What a cell may hold: exactly the values and the noughts have a number.
_TOLD = (
    (Q(state=State.VALUE.value) & Q(amount__isnull=False) & ~Q(amount=0))
    | Q(state=State.ZERO.value, amount__isnull=False, amount=0)
    | Q(
        state__in=[State.MISSING.value, State.SECRET.value, State.SUPPRESSED.value],
        amount__isnull=True,
    )
)


class Value(_Told):
    """One cell: one area, one period, one sex."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="values")
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    sex = models.CharField(max_length=1, choices=choices(Sex), default=Sex.ALL.value)
    starts = models.DateField()
    ends = models.DateField()

    class Meta:
        ordering = ["starts", "area", "sex"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "area", "sex", "starts"], name="a_cell_is_told_once"
            ),
            models.CheckConstraint(
                condition=_TOLD, name="a_cell_has_a_number_or_says_why_not"
            ),
            models.CheckConstraint(
                condition=Q(ends__gte=F("starts")), name="a_period_ends_after_it_starts"
            ),
        ]
        indexes = [
            models.Index(
                fields=["run"], condition=Q(run__isnull=False), name="cells_by_run"
            )
        ]

    def __str__(self) -> str:
        return f"{self.starts}: {self.amount if self.amount is not None else self.state}"


class OldValue(_Told):
    """What a cell said before it was changed."""

    value = models.ForeignKey(Value, on_delete=models.CASCADE, related_name="older")
    until = models.DateTimeField()

    class Meta:
        ordering = ["-until", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=_TOLD, name="an_old_cell_had_a_number_or_said_why_not"
            )
        ]

    def __str__(self) -> str:
        return f"{self.until}: {self.amount if self.amount is not None else self.state}"


class PeerWeight(models.Model):
    """How much a series counts when similar municipalities are looked for."""

    series = models.OneToOneField(
        Series, on_delete=models.CASCADE, related_name="peer_weight"
    )
    weight = models.DecimalField(max_digits=4, decimal_places=2)

    class Meta:
        ordering = ["-weight", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(weight__gt=0), name="a_peer_weight_weighs")
        ]

    def __str__(self) -> str:
        return f"{self.series}: {self.weight}"
