"""The council, its layers, and who sits in it."""

import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.files.models import StoredFile
from handslag.core.text import choices
from handslag.domain.council.rules.words import Layer, SeatPlace
from handslag.domain.organisations.models import Organisation


class Council(models.Model):
    """A council (råd), or a group below it. `organisation` is the body itself.

    Which municipalities it covers is said by the ties of the organisation; the
    `home` is the municipality that leads it and keeps its papers.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="councils"
    )
    home = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="councils_at_home"
    )
    name = models.CharField(max_length=200)
    layer = models.CharField(
        max_length=10, choices=choices(Layer), default=Layer.STRATEGIC.value
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="groups"
    )
    purpose = models.TextField(blank=True)
    since_stated = models.CharField(max_length=60, blank=True)
    charter_text = models.TextField(blank=True)
    charter_decided = models.CharField(max_length=200, blank=True)
    charter_file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    elected_from = models.DateField(null=True, blank=True)
    elected_to = models.DateField(null=True, blank=True)
    is_example = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="a_council_has_a_name"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(layer="strategic"),
                name="the_strategic_council_stands_first",
            ),
            models.CheckConstraint(
                condition=Q(elected_from=None)
                | Q(elected_to=None)
                | Q(elected_to__gte=F("elected_from")),
                name="an_elected_period_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(layer="strategic"),
                name="a_body_has_one_strategic_council",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """A place in the council: an organisation's, held in a function.

    The name is optional, shown to those who work with the council alone, and
    erased when the seat ends.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="council_seats"
    )
    place = models.CharField(
        max_length=10, choices=choices(SeatPlace), default=SeatPlace.MEMBER.value
    )
    function = models.CharField(max_length=120)
    is_leading = models.BooleanField(default=True)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(function=""), name="a_seat_is_held_in_a_function"
            ),
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                name="a_seat_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["council"],
                condition=Q(place="chair", until=None),
                name="a_council_has_one_chair_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.function
