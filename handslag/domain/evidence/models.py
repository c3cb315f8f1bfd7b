import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handslag.core.periods import Rule
from handslag.core.text import choices
from handslag.domain.evidence.rules import Visibility
from handslag.domain.organisations.models import Organisation, Place


class Evidence(models.Model):
    """One finding that a promise can cite. Frozen when recorded."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(_("kind of source"), max_length=60)
    statement = models.TextField(_("what it says"), blank=True)
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
    visibility = models.CharField(
        max_length=10, choices=choices(Visibility), default=Visibility.OWN.value
    )
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(source=""), name="a_finding_names_its_kind_of_source"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.statement[:60]}"
