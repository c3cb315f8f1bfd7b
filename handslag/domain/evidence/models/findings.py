import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handslag.core.files.models import StoredFile
from handslag.core.periods import Rule
from handslag.core.text import choices
from handslag.domain.evidence.rules import (
    Classification,
    Confidence,
    Considered,
    Visibility,
)
from handslag.domain.organisations.models import Organisation, Place


class Evidence(models.Model):
    """One finding that can be cited, in one version. Never changed.

    A correction is a new version in the same chain. Whoever cites a finding points
    at it by a foreign key with a `related_name`; a hidden one ("+") only mentions it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    # Where it comes from
    source = models.CharField(_("kind of source"), max_length=60)
    method = models.TextField(blank=True)
    n = models.PositiveIntegerField(null=True, blank=True)
    period_stated = models.CharField(_("when"), max_length=200, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    period_rule = models.CharField(
        max_length=20, choices=choices(Rule), default=Rule.MISSING.value
    )
    place_stated = models.CharField(_("where"), max_length=200, blank=True)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # What it says
    statement = models.TextField(_("what it says"), blank=True)
    table = models.JSONField(null=True, blank=True)  # {header: […], rows: [[…]]}
    confidence = models.CharField(max_length=10, choices=choices(Confidence), blank=True)
    limits = models.TextField(blank=True)
    # Who may see it, and what it may be used for
    visibility = models.CharField(
        max_length=10, choices=choices(Visibility), default=Visibility.OWN.value
    )
    classification = models.CharField(
        max_length=20, choices=choices(Classification), blank=True
    )
    is_without_persons = models.BooleanField(default=False)
    considered = models.CharField(
        max_length=10, choices=choices(Considered), default=Considered.USED.value
    )
    rejected_why = models.TextField(blank=True)
    # Which version it is
    chain = models.UUIDField(default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField(default=1, editable=False)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(source=""), name="a_finding_names_its_kind_of_source"
            ),
            models.CheckConstraint(
                condition=Q(considered=Considered.USED.value, rejected_why="")
                | (Q(considered=Considered.REJECTED.value) & ~Q(rejected_why="")),
                name="a_source_that_was_not_used_says_why",
            ),
            models.UniqueConstraint(
                fields=["chain", "number"],
                name="versions_of_a_finding_have_one_number_each",
            ),
        ]
        indexes = [
            models.Index(fields=["home", "-recorded_at"], name="findings_of_a_home_by_time")
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.statement[:60]}"


class EvidenceFile(models.Model):
    """A picture or document that is part of a finding. Never changed."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    alt = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "file"], name="a_file_is_attached_once_to_a_finding"
            )
        ]

    def __str__(self) -> str:
        return self.alt or str(self.file)
