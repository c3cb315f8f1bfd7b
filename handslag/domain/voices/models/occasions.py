import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.evidence.models import Evidence
from handslag.domain.organisations.models import Organisation
from handslag.domain.voices.rules.words import Phase, Way


class Occasion(models.Model):
    """One time when people were heard: a survey, a dialogue, a walk, a batch of reports."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="occasions"
    )
    way = models.CharField(max_length=20, choices=choices(Way))
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=120)
    starts = models.DateField()
    ends = models.DateField()
    people = models.PositiveIntegerField(null=True, blank=True)
    phase = models.CharField(
        max_length=10, choices=choices(Phase), default=Phase.PLANNED.value
    )
    # What was said and what became of it, in plain words for everyone.
    said = models.TextField(blank=True)
    became = models.TextField(blank=True)
    how_to_read = models.TextField(blank=True)  # what the figures do not say
    is_example = models.BooleanField(default=False)  # made up for a demonstration
    published_at = models.DateTimeField(null=True, blank=True)
    # A page that anyone may have read does not vanish: its address says that it did.
    taken_back_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    no_feedback_why = models.TextField(blank=True)
    # "Was this what you meant?": how many answered what. Who did is not kept.
    meant_yes = models.PositiveIntegerField(default=0)
    meant_partly = models.PositiveIntegerField(default=0)
    meant_no = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-starts", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["home", "slug"], name="an_occasion_has_an_address_of_its_own"
            ),
            models.CheckConstraint(
                condition=Q(ends__gte=F("starts")), name="an_occasion_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(phase=Phase.CLOSED.value, closed_on__isnull=False)
                | (~Q(phase=Phase.CLOSED.value) & Q(closed_on__isnull=True)),
                name="an_occasion_that_is_closed_says_when",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_on__isnull=True) | Q(published_at__isnull=True),
                name="a_page_that_was_taken_back_is_not_public",
            ),
        ]
        indexes = [models.Index(fields=["home", "-starts"], name="occasions_of_a_home")]

    def __str__(self) -> str:
        return self.title


class OccasionFinding(models.Model):
    """What an occasion showed, as a finding that can be cited.

    Hidden from the finding: it is what was said, and does not rest on the occasion."""

    occasion = models.ForeignKey(
        Occasion, on_delete=models.PROTECT, related_name="findings"
    )
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "evidence"],
                name="an_occasion_shows_a_finding_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.occasion_id} {self.evidence_id}"
