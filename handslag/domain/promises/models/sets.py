import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handslag.core.approvals.models import Round, Version
from handslag.core.files.models import StoredFile
from handslag.core.periods import Period, Rule
from handslag.core.text import choices
from handslag.domain.agreements.models import Agreement
from handslag.domain.organisations.models import Organisation, Place
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import AmendmentKind, Origin


class PromiseSet(models.Model):
    """Promises given together for a period, by their parties, to a place.

    The rows here and below are the working text. What the public reads is
    `version`: a frozen copy, approved by each party or imported as it stood.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="promise_sets"
    )
    origin = models.CharField(
        max_length=10, choices=choices(Origin), default=Origin.DECIDED.value
    )
    is_example = models.BooleanField(default=False)
    taken_over_at = models.DateTimeField(null=True, blank=True)
    taken_down_at = models.DateTimeField(null=True, blank=True)

    name = models.CharField(_("name"), max_length=200)
    lead = models.TextField(_("introduction"), blank=True)
    purpose = models.TextField(_("purpose"), blank=True)
    district = models.CharField(_("district"), max_length=300, blank=True)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    period_stated = models.CharField(_("period"), max_length=300, blank=True)
    starts = models.DateField(_("first day"), null=True, blank=True)
    ends = models.DateField(_("last day"), null=True, blank=True)
    period_rule = models.CharField(
        max_length=20, choices=choices(Rule), default=Rule.MISSING.value
    )
    decided_by = models.CharField(_("decided by"), max_length=1000, blank=True)
    signed_stated = models.CharField(_("signed"), max_length=200, blank=True)
    signed_on = models.DateField(_("day of signing"), null=True, blank=True)
    announced_on = models.DateField(_("day of publication"), null=True, blank=True)
    agreement = models.CharField(_("cooperation agreement"), max_length=300, blank=True)
    cooperation_agreement = models.ForeignKey(
        Agreement,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="promise_sets",
    )
    is_annex = models.BooleanField(_("annex to the agreement"), default=False)
    follow_up_stated = models.CharField(
        _("how it is followed up"), max_length=1000, blank=True
    )
    predecessor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="successors"
    )

    state = models.CharField(
        max_length=12, choices=choices(State), default=State.DRAFT.value
    )
    revision = models.PositiveIntegerField(default=1)
    round = models.ForeignKey(
        Round, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["home", "starts"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(starts__lte=models.F("ends")),
                name="a_set_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def period(self) -> Period:
        return Period(self.period_stated, self.starts, self.ends, Rule(self.period_rule))

    @property
    def is_published(self) -> bool:
        return self.version_id is not None


class SetArea(models.Model):
    """A municipality that the promises are given in. A joint set has several."""

    set = models.ForeignKey(PromiseSet, on_delete=models.CASCADE, related_name="areas")
    municipality = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="set_areas"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["set", "municipality"], name="each_municipality_once_in_a_set"
            )
        ]

    def __str__(self) -> str:
        return f"{self.municipality}"


class SetParty(models.Model):
    """One that gives the promises. `approves`: is asked about the exact wording."""

    set = models.ForeignKey(PromiseSet, on_delete=models.CASCADE, related_name="parties")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="party_in"
    )
    approves = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["set", "organisation"], name="each_party_once_in_a_set"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}"


class SetSlug(models.Model):
    """Where a set is found in one municipality. Old addresses stay and lead on."""

    municipality = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="set_slugs"
    )
    set = models.ForeignKey(PromiseSet, on_delete=models.CASCADE, related_name="slugs")
    slug = models.CharField(max_length=120)
    current = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "slug"], name="one_set_per_address"
            ),
            models.UniqueConstraint(
                fields=["municipality", "set"],
                condition=Q(current=True),
                name="one_current_address_per_municipality",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class Amendment(models.Model):
    """A dated change of a published set: longer, reworded or withdrawn, and why."""

    set = models.ForeignKey(PromiseSet, on_delete=models.PROTECT, related_name="amendments")
    kind = models.CharField(max_length=12, choices=choices(AmendmentKind))
    reason = models.TextField(_("why"))
    decided_on = models.DateField(_("day of decision"))
    before = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey(
        Version,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        related_query_name="amendment",
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["set"], condition=Q(after=None), name="one_amendment_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.decided_on}"


class Attachment(models.Model):
    """The signed original, or another file that belongs to the set."""

    set = models.ForeignKey(
        PromiseSet, on_delete=models.CASCADE, related_name="attachments"
    )
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title
