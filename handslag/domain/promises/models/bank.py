"""Löftesbanken: what is public of every promise, in one row each, ready to be found.

Written by `services/indexing.py` when something is published, and only then:
nothing here is anybody's working text. It can be thrown away and written anew.
"""

import uuid

from django.db import models

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.organisations.rules import Size
from handslag.domain.promises.models.sets import PromiseSet
from handslag.domain.promises.rules.bank import new_mark
from handslag.domain.promises.rules.words import Direction, Op, Origin, Verdict


class BankSet(models.Model):
    """A set that is public now."""

    set = models.OneToOneField(PromiseSet, on_delete=models.CASCADE, related_name="in_bank")
    public_id = models.UUIDField(unique=True)
    # New each time the set is written: readers see by it what they have not read.
    mark = models.PositiveBigIntegerField(unique=True, default=new_mark)
    origin = models.CharField(max_length=10, choices=choices(Origin))
    is_example = models.BooleanField(default=False)
    name = models.CharField(max_length=200)
    period = models.CharField(max_length=300, blank=True)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    version = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    # The earliest of its promises' days. Never for somebody else's page.
    due_on = models.DateField(null=True)
    source_url = models.CharField(max_length=2000, blank=True)
    retrieved_on = models.DateField(null=True)
    may_be_indexed = models.BooleanField(default=False)
    changed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on=None) | models.Q(origin=Origin.DECIDED.value),
                name="only_what_is_decided_here_can_be_late",
            )
        ]

    def __str__(self) -> str:
        return self.name


class BankArea(models.Model):
    """A municipality that a public set is given in, and where it is found there."""

    bank_set = models.ForeignKey(BankSet, on_delete=models.CASCADE, related_name="areas")
    municipality = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    slug = models.CharField(max_length=80)
    period = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bank_set", "municipality"],
                name="each_municipality_once_in_a_public_set",
            )
        ]

    def __str__(self) -> str:
        return f"{self.slug}/{self.period}"


class BankEntry(models.Model):
    """A promise that is public now, in the words of the frozen version."""

    public_id = models.UUIDField(unique=True, default=uuid.uuid4)
    bank_set = models.ForeignKey(BankSet, on_delete=models.CASCADE, related_name="promises")
    nr = models.PositiveIntegerField()
    title = models.TextField()
    text = models.TextField()
    focus = models.CharField(max_length=60, blank=True)
    verdict = models.CharField(max_length=20, choices=choices(Verdict))
    # The first planned day without a word about it. When it has passed and nobody has
    # said anything at all (`is_silent`), the verdict turns by itself.
    due_on = models.DateField(null=True)
    is_silent = models.BooleanField(default=True)
    is_example = models.BooleanField(default=False)
    side = models.CharField(max_length=12)
    owners = models.TextField(blank=True)
    county = models.CharField(max_length=2, blank=True)
    size = models.CharField(max_length=12, choices=choices(Size), blank=True)
    newest = models.DateField()
    # Codes of all that is done, and of all kinds of target, with a space around each.
    activities = models.TextField(blank=True)
    ops = models.TextField(blank=True)
    # The first target, as it was approved.
    op = models.CharField(max_length=12, choices=choices(Op), blank=True)
    low = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    high = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    unit = models.CharField(max_length=200, blank=True)
    per = models.CharField(max_length=120, blank=True)
    direction = models.CharField(
        max_length=8, choices=choices(Direction), default=Direction.UP
    )
    least_share = models.DecimalField(max_digits=5, decimal_places=4, null=True)
    # What the latest follow-up says was done, when it may be shown.
    amount = models.DecimalField(max_digits=14, decimal_places=4, null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title=""), name="a_promise_in_the_bank_has_words"
            )
        ]

    def __str__(self) -> str:
        return self.title
