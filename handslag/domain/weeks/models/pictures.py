"""The EST picture: what a group saw in a week, month, quarter, tertial or year."""

import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.approvals.models import Version
from handslag.core.text import choices
from handslag.domain.evidence.models import Evidence
from handslag.domain.incidents.models import Group
from handslag.domain.organisations.models import Organisation
from handslag.domain.weeks.rules.spans import Span, SpanKind
from handslag.domain.weeks.rules.words import Heading, PictureState


class EstPicture(models.Model):
    """One picture of one span. `version` is what it said when it was frozen; what was
    wrong in it is put right in the next `number`."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="pictures")
    # One of the group's municipalities; nothing: all of them together.
    within = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    span = models.CharField(max_length=10, choices=choices(SpanKind))
    starts = models.DateField()
    ends = models.DateField()
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(
        max_length=10, choices=choices(PictureState), default=PictureState.DRAFT.value
    )
    # Numbers and codes, counted at `counted_at`; the words for them are the pages'.
    figures = models.JSONField(default=dict)
    counted_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    frozen_at = models.DateTimeField(null=True, blank=True)
    version = models.OneToOneField(
        Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # What the situational picture cites. Hidden: the picture is the finding, and does
    # not rest on it.
    evidence = models.OneToOneField(
        Evidence, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-starts", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "within", "span", "starts", "number"],
                condition=Q(within__isnull=False),
                name="an_est_picture_of_a_municipality_has_its_own_number",
            ),
            models.UniqueConstraint(
                fields=["group", "span", "starts", "number"],
                condition=Q(within__isnull=True),
                name="an_est_picture_of_a_group_has_its_own_number",
            ),
            models.UniqueConstraint(
                fields=["within", "span", "starts"],
                condition=Q(published_at__isnull=False),
                name="one_est_picture_of_a_span_is_public",
            ),
            models.CheckConstraint(
                condition=Q(starts__lte=F("ends")), name="an_est_picture_spans_some_days"
            ),
            models.CheckConstraint(
                condition=Q(
                    state=PictureState.DRAFT.value,
                    version__isnull=True,
                    evidence__isnull=True,
                    frozen_at__isnull=True,
                    published_at__isnull=True,
                )
                | Q(
                    state=PictureState.FROZEN.value,
                    version__isnull=False,
                    evidence__isnull=False,
                    frozen_at__isnull=False,
                ),
                name="an_est_picture_is_frozen_with_its_words_and_finding",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(within__isnull=False),
                name="a_public_est_picture_is_of_one_municipality",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.over.address} ({self.number})"

    @property
    def over(self) -> Span:
        return Span(SpanKind(self.span), self.starts, self.ends)


class EstPassage(models.Model):
    """What people have written under one heading of a picture."""

    picture = models.ForeignKey(
        EstPicture, on_delete=models.CASCADE, related_name="passages"
    )
    heading = models.CharField(max_length=20, choices=choices(Heading))
    words = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["picture", "heading"], name="an_est_picture_has_each_heading_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.heading}: {self.words[:60]}"
