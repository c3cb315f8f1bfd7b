"""Who shares what they see, and meets about it."""

import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.incidents.rules import Cadence
from handslag.domain.organisations.models import Organisation


class Group(models.Model):
    """A group that meets about what was reported, in one or several municipalities."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=120)
    lead = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    cadence = models.CharField(max_length=20, choices=choices(Cadence))
    weekday = models.PositiveSmallIntegerField(default=1)  # ISO: Monday is 1
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="a_group_has_a_name"),
            models.CheckConstraint(
                condition=Q(weekday__gte=1) & Q(weekday__lte=7),
                name="a_group_meets_on_a_day_of_the_week",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="a_group_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class GroupMember(models.Model):
    """An organisation in a group. What is shared in its municipalities is seen by it."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="members")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="groups"
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "organisation"],
                condition=Q(until__isnull=True),
                name="an_organisation_sits_once_in_a_group",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="a_member_of_a_group_leaves_after_it_came",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.organisation_id}"


class GroupInvitation(models.Model):
    """A municipality is asked to share what is reported there: it comes in by a yes."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "organisation"], name="a_municipality_is_asked_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.organisation_id}"
