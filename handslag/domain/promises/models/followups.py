import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.core.periods import Rule
from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models.documents import Document
from handslag.domain.promises.models.promises import Promise
from handslag.domain.promises.models.sets import PromiseSet
from handslag.domain.promises.rules.words import Rhythm, Verdict


class PlannedFollowUp(models.Model):
    """A follow-up that the parties have bound themselves to, and who does it where."""

    set = models.ForeignKey(PromiseSet, on_delete=models.CASCADE, related_name="plan")
    due_on = models.DateField(_("day"))
    rhythm = models.CharField(max_length=15, choices=choices(Rhythm))
    label = models.CharField(_("what it is called"), max_length=120, blank=True)
    function = models.CharField(_("responsible function"), max_length=120, blank=True)
    delegate = models.CharField(_("delegated to"), max_length=120, blank=True)
    forum = models.CharField(_("reported in"), max_length=120, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.due_on} {self.label}"


class FollowUp(models.Model):
    """What became of a set's promises in a period, told by its parties or one of them."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    set = models.ForeignKey(PromiseSet, on_delete=models.PROTECT, related_name="follow_ups")
    planned = models.ForeignKey(
        PlannedFollowUp,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="answers",
    )
    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="follow_up"
    )
    party = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty: the parties together.",
    )
    period_stated = models.CharField(_("period"), max_length=300, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    period_rule = models.CharField(
        max_length=20, choices=choices(Rule), default=Rule.MISSING.value
    )
    forum = models.CharField(_("reported in"), max_length=120, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.set}: {self.period_stated}"

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class Outcome(models.Model):
    """What a follow-up says became of one promise.

    For a summary of somebody's page `stated_status` keeps the source's code
    beside our verdict.
    """

    follow_up = models.ForeignKey(
        FollowUp, on_delete=models.CASCADE, related_name="outcomes"
    )
    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="outcomes")
    verdict = models.CharField(max_length=20, choices=choices(Verdict), blank=True)
    result = models.TextField(_("result"), null=True, blank=True)
    amount = models.DecimalField(
        _("how many"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    reservation = models.TextField(_("reservation"), blank=True)
    stated_status = models.CharField(max_length=40, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up", "promise"],
                name="one_outcome_per_promise_and_follow_up",
            )
        ]

    def __str__(self) -> str:
        return f"{self.promise}: {self.verdict}"
