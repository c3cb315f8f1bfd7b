import uuid

from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.plans.models.plans import Measure
from handslag.domain.plans.rules.words import GrantState


class GrantProject(models.Model):
    """A project that a state grant is asked for, for one calendar year (2023:442)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="grants")
    name = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    # What the application must hold
    description = models.TextField()
    time_plan = models.TextField()
    cost = models.DecimalField(max_digits=14, decimal_places=2)
    cooperating = models.TextField()
    other_grants = models.TextField()
    evaluation = models.TextField()
    # What was decided of it
    state = models.CharField(
        max_length=10, choices=choices(GrantState), default=GrantState.APPLIED.value
    )
    registry_no = models.CharField(max_length=100, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    granted = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    account_by = models.DateField(null=True, blank=True)
    # What is accounted for
    used = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    use_of_funds = models.TextField(blank=True)
    results = models.TextField(blank=True)
    relation_to_purpose = models.TextField(blank=True)
    accounted_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    is_example = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-year", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[GrantState.GRANTED, GrantState.ACCOUNTED])
                | (~Q(granted=None) & ~Q(account_by=None)),
                name="a_grant_has_an_amount_and_a_day_to_account",
            ),
            models.CheckConstraint(
                condition=~Q(state=GrantState.ACCOUNTED.value)
                | (~Q(used=None) & ~Q(accounted_on=None)),
                name="an_accounted_grant_says_what_was_used",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.year}"


class GrantMeasure(models.Model):
    """A measure of a plan that the grant pays for."""

    grant = models.ForeignKey(
        GrantProject, on_delete=models.CASCADE, related_name="measures"
    )
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="grants")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["grant", "measure"], name="a_grant_pays_for_a_measure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.grant}: {self.measure}"
