"""What a municipality has decided about reports: open or not, which kinds, whose task."""

import uuid

from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.incidents.rules import Top
from handslag.domain.organisations.models import Organisation, Place


class Desk(models.Model):
    """That a municipality receives reports, from whom, and on which terms."""

    within = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, primary_key=True, related_name="desk"
    )
    is_open_to_residents = models.BooleanField(default=False)
    is_open_to_machines = models.BooleanField(default=False)
    # Whether what residents report is shared with the group from the start.
    shares_with_group = models.BooleanField(default=True)
    days = models.PositiveSmallIntegerField(default=14)
    # All that is reported here is made up; each page, feed and file says so.
    is_example = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(days__gte=1) & Q(days__lte=365),
                name="reports_are_dealt_with_within_a_year",
            )
        ]

    def __str__(self) -> str:
        return str(self.within_id)


class Category(models.Model):
    """One kind of incident in one municipality: of two levels, with words of its own."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    within = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="categories"
    )
    top = models.CharField(max_length=20, choices=choices(Top))
    # The code of a category itself is its `top`; it stays when the words change.
    code = models.SlugField(max_length=40)
    sv = models.CharField(max_length=120)
    en = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    for_residents = models.BooleanField(default=True)
    is_ended = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["within", "code"], name="a_category_has_one_code_in_a_municipality"
            ),
            models.CheckConstraint(condition=~Q(sv=""), name="a_category_has_a_name"),
            models.CheckConstraint(
                condition=Q(top__in=[one.value for one in Top]),
                name="a_category_belongs_under_a_known_one",
            ),
        ]

    def __str__(self) -> str:
        return self.sv


class Route(models.Model):
    """Whose task an incident becomes: of this kind, at this place, within so many days."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    within = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="routes"
    )
    position = models.PositiveSmallIntegerField(default=0)
    category = models.ForeignKey(
        Category, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    place = models.ForeignKey(
        Place, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField(default=14)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(days__gte=1) & Q(days__lte=365),
                name="a_task_is_due_within_a_year",
            )
        ]

    def __str__(self) -> str:
        return f"{self.within_id}: {self.owner_id}"


class MachineKey(models.Model):
    """What another system shows when it hands in reports. Only its hash is stored."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    within = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="machine_keys"
    )
    name = models.CharField(max_length=120)
    key_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="a_key_says_whose_it_is")
        ]

    def __str__(self) -> str:
        return self.name
