import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.approvals.models import Round, Version
from handslag.core.files.models import StoredFile
from handslag.core.periods import Period, Rule
from handslag.core.text import choices
from handslag.domain.agreements.rules.words import Level, Origin, Prolongation, State
from handslag.domain.organisations.models import Organisation


class Agreement(models.Model):
    """What some parties have agreed: why, in which areas, who does what, how long.

    The rows here and below are the working text. What the public reads is
    `version`: a frozen copy, approved by each party or restated from paper.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="agreements"
    )
    origin = models.CharField(
        max_length=10, choices=choices(Origin), default=Origin.DECIDED.value
    )
    is_example = models.BooleanField(default=False)
    level = models.CharField(
        max_length=10, choices=choices(Level), default=Level.STRATEGIC.value
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="annexes"
    )
    predecessor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="successors"
    )
    changes = models.TextField(blank=True)

    name = models.CharField(max_length=200)
    background = models.TextField(blank=True)
    vision = models.TextField(blank=True)
    documentation = models.TextField(blank=True)
    follow_up = models.TextField(blank=True)
    follow_up_by = models.CharField(max_length=300, blank=True)
    follow_up_months = models.PositiveSmallIntegerField(default=24)
    period_stated = models.CharField(max_length=300, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    period_rule = models.CharField(
        max_length=20, choices=choices(Rule), default=Rule.MISSING.value
    )
    prolongation = models.CharField(
        max_length=20, choices=choices(Prolongation), default=Prolongation.NONE.value
    )
    prolongation_months = models.PositiveSmallIntegerField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    source_stated = models.CharField(max_length=600, blank=True)
    source_on = models.DateField(null=True, blank=True)

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
        indexes = [models.Index(fields=["home", "starts"], name="agreement_by_home")]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(starts__lte=F("ends")),
                name="an_agreement_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(parent=None, level="strategic")
                | Q(parent__isnull=False, level="annex"),
                name="an_annex_belongs_to_an_agreement",
            ),
            models.CheckConstraint(
                condition=Q(follow_up_months__gte=1, follow_up_months__lte=24),
                name="an_agreement_is_followed_up_every_second_year",
            ),
            models.CheckConstraint(
                condition=Q(prolongation="by_months", prolongation_months__gte=1)
                | (~Q(prolongation="by_months") & Q(prolongation_months=None)),
                name="months_are_said_when_prolonged_by_months",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def period(self) -> Period:
        return Period(self.period_stated, self.starts, self.ends, Rule(self.period_rule))

    @property
    def is_published(self) -> bool:
        return self.version_id is not None


class AgreementArea(models.Model):
    """A municipality that the agreement is about. A joint one has several."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="areas")
    municipality = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="agreement_areas"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "municipality"],
                name="each_municipality_once_in_an_agreement",
            )
        ]

    def __str__(self) -> str:
        return f"{self.municipality}"


class AgreementParty(models.Model):
    """One that agrees. `approves`: is asked about the exact wording.

    The contact is a function and how to reach it, never a named person.
    """

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="parties"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="agrees_in"
    )
    approves = models.BooleanField(default=True)
    steering = models.TextField(blank=True)
    contact_function = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "organisation"],
                name="each_party_once_in_an_agreement",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}"


class AgreementSlug(models.Model):
    """Where an agreement is found in one municipality. Old addresses stay and lead on."""

    municipality = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="agreement_slugs"
    )
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="slugs")
    slug = models.CharField(max_length=120)
    current = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "slug"], name="one_agreement_per_address"
            ),
            models.UniqueConstraint(
                fields=["municipality", "agreement"],
                condition=Q(current=True),
                name="one_current_address_of_an_agreement",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class AgreementAttachment(models.Model):
    """The signed original, or another file. What is added after the approval says when."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="attachments"
    )
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    is_signed = models.BooleanField(default=False)
    added_on = models.DateField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "file"], name="each_file_once_in_an_agreement"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Ending(models.Model):
    """The parties ended an agreement before its time, and why. Never changed."""

    agreement = models.OneToOneField(
        Agreement, on_delete=models.PROTECT, related_name="ending"
    )
    ended_on = models.DateField()
    reason = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="an_ending_has_a_reason")
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.ended_on}"
