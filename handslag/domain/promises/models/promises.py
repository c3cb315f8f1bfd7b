import uuid
from textwrap import shorten

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handslag.core.periods import Rule
from handslag.core.text import choices
from handslag.domain.evidence.models import Evidence
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.picture.models import Problem
from handslag.domain.plans.models import Measure
from handslag.domain.plans.rules.chain import Break
from handslag.domain.promises.models.documents import Document
from handslag.domain.promises.models.sets import PromiseSet
from handslag.domain.promises.rules.words import (
    Basis,
    Change,
    Condition,
    Direction,
    Measures,
    Op,
    Part,
)


class Promise(models.Model):
    """One promise, in the words of the set or, with a document, in that document's words.

    `same_as` ties another document's wording to the promise that it speaks of.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    set = models.ForeignKey(PromiseSet, on_delete=models.CASCADE, related_name="promises")
    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, null=True, blank=True, related_name="promises"
    )
    same_as = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="wordings"
    )
    position = models.PositiveSmallIntegerField(default=0)
    number = models.IntegerField(_("number"), null=True, blank=True)
    heading = models.CharField(_("heading"), max_length=200, blank=True)
    text = models.TextField(_("what you promise"))
    purpose = models.TextField(_("purpose"), blank=True)
    # What it answers to: a problem of the picture, and a measure of the plan.
    problem = models.ForeignKey(
        Problem, on_delete=models.PROTECT, null=True, blank=True, related_name="promises"
    )
    measure = models.ForeignKey(
        Measure, on_delete=models.SET_NULL, null=True, blank=True, related_name="promises"
    )
    focus = models.CharField(_("focus area"), max_length=60, blank=True)
    place_stated = models.CharField(_("place"), max_length=1000, null=True, blank=True)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    when_stated = models.CharField(_("when"), max_length=300, null=True, blank=True)
    when_starts = models.DateField(null=True, blank=True)
    when_ends = models.DateField(null=True, blank=True)
    when_rule = models.CharField(
        max_length=20, choices=choices(Rule), default=Rule.MISSING.value
    )
    binds = models.CharField(
        max_length=10, choices=choices(Condition), default=Condition.ALWAYS.value
    )
    condition = models.CharField(_("condition"), max_length=300, blank=True)
    is_sensitive = models.BooleanField(_("can concern a few persons"), default=False)
    basis = models.CharField(max_length=20, choices=choices(Basis), null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    odd_silences = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.heading or shorten(self.text, 80, placeholder=" …")


class MissingLink(models.Model):
    """Why a promise does not hang in the chain. Public with the words of the set.

    Without a promise it holds for every missing link of the kind in the set.
    """

    set = models.ForeignKey(
        PromiseSet, on_delete=models.CASCADE, related_name="missing_links"
    )
    promise = models.ForeignKey(
        Promise,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="missing_links",
    )
    kind = models.CharField(max_length=30, choices=choices(Break))
    text = models.CharField(max_length=1000)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["set", "promise", "kind"],
                name="one_reason_for_each_missing_link_of_a_promise",
            ),
            models.UniqueConstraint(
                fields=["set", "kind"],
                condition=Q(promise=None),
                name="one_reason_for_a_kind_of_missing_link_of_a_set",
            ),
            models.CheckConstraint(
                condition=~Q(text=""), name="a_missing_link_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Responsibility(models.Model):
    """Who answers for a promise, and with which part. `inferred`: our reading."""

    promise = models.ForeignKey(
        Promise, on_delete=models.CASCADE, related_name="responsible"
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="responsibilities",
    )
    stated = models.CharField(max_length=300, blank=True)
    part = models.CharField(max_length=12, choices=choices(Part), default=Part.OWNER.value)
    inferred = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(organisation=None) | ~Q(stated=""),
                name="someone_is_named_as_responsible",
            )
        ]

    def __str__(self) -> str:
        return self.stated or str(self.organisation)


class Activity(models.Model):
    """What is to be done within a promise, in up to three levels."""

    promise = models.ForeignKey(
        Promise, on_delete=models.CASCADE, related_name="activities"
    )
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts"
    )
    level = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(_("activity"))
    place_stated = models.CharField(_("place"), max_length=300, blank=True)
    when_stated = models.CharField(_("when"), max_length=300, blank=True)
    owner = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__gte=1, level__lte=3), name="activities_have_three_levels"
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]


class ActivityType(models.Model):
    """The kind of thing that is done, by the shared vocabulary."""

    promise = models.ForeignKey(
        Promise, on_delete=models.CASCADE, related_name="activity_types"
    )
    code = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.code


class Target(models.Model):
    """The number a promise is measured by, and how the number is meant."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="targets")
    position = models.PositiveSmallIntegerField(default=0)
    op = models.CharField(_("how the number is meant"), max_length=12, choices=choices(Op))
    low = models.DecimalField(
        _("number"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    high = models.DecimalField(
        _("at most"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    unit = models.CharField(_("unit"), max_length=200, blank=True)
    per = models.CharField(_("per"), max_length=120, null=True, blank=True)
    note = models.CharField(_("note"), max_length=1000, null=True, blank=True)
    counting_rule = models.TextField(_("how it is counted"), blank=True)
    beyond_ordinary = models.BooleanField(
        _("beyond what is ordinarily done"), default=False
    )
    part_of = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts"
    )
    is_shared = models.BooleanField(
        _("shared by all municipalities in the set"), default=False
    )
    measures = models.CharField(
        max_length=8, choices=choices(Measures), default=Measures.OUTPUT.value
    )
    direction = models.CharField(
        max_length=8, choices=choices(Direction), default=Direction.UP.value
    )
    direction_why = models.TextField(_("why this way is good"), blank=True)
    clock_starts = models.CharField(_("when the clock starts"), max_length=300, blank=True)
    precondition = models.CharField(_("when it applies"), max_length=300, blank=True)
    least_share = models.DecimalField(
        _("least share inside the limit"),
        max_digits=5,
        decimal_places=4,
        null=True,
        blank=True,
    )
    out_of = models.DecimalField(
        _("how many there are in all"),
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
    )
    odd_silences = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(high=None) | Q(low=None) | Q(low__lte=models.F("high")),
                name="a_range_goes_upwards",
            )
        ]

    def __str__(self) -> str:
        return f"{self.op} {self.low} {self.unit}"


class Ground(models.Model):
    """A finding that a set or one of its promises rests on."""

    set = models.ForeignKey(PromiseSet, on_delete=models.CASCADE, related_name="grounds")
    promise = models.ForeignKey(
        Promise, on_delete=models.CASCADE, null=True, blank=True, related_name="grounds"
    )
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="grounds")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.evidence)


class Lineage(models.Model):
    """What became of a promise from one set to the next, and why."""

    set = models.ForeignKey(PromiseSet, on_delete=models.CASCADE, related_name="lineage")
    promise = models.ForeignKey(
        Promise, on_delete=models.CASCADE, null=True, blank=True, related_name="ancestry"
    )
    earlier = models.ForeignKey(
        Promise, on_delete=models.PROTECT, null=True, blank=True, related_name="heirs"
    )
    change = models.CharField(max_length=8, choices=choices(Change))
    why = models.TextField(_("why"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(promise=None) | ~Q(earlier=None),
                name="lineage_has_an_earlier_or_a_later_promise",
            )
        ]

    def __str__(self) -> str:
        return f"{self.change}: {self.promise or self.earlier}"
