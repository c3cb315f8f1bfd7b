import uuid

from django.db import models
from django.db.models import Q

from handslag.core.approvals.models import Version
from handslag.core.text import choices
from handslag.domain.agreements.models.agreements import Agreement
from handslag.domain.agreements.models.contents import AgreementGoal, Commitment
from handslag.domain.agreements.rules.words import Verdict


class AgreementFollowUp(models.Model):
    """What became of the goals and commitments, told by named functions.

    When it is published its words are frozen in `version`, and a new one is
    added if more is to be said.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, related_name="follow_ups"
    )
    followed_on = models.DateField()
    functions = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    version = models.ForeignKey(
        Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["followed_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(version=None, published_at=None)
                | Q(version__isnull=False, published_at__isnull=False),
                name="a_published_follow_up_is_frozen",
            )
        ]

    def __str__(self) -> str:
        return f"{self.agreement}: {self.followed_on}"

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class AgreementOutcome(models.Model):
    """What a follow-up says of one goal or one commitment."""

    follow_up = models.ForeignKey(
        AgreementFollowUp, on_delete=models.CASCADE, related_name="outcomes"
    )
    goal = models.ForeignKey(
        AgreementGoal, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    commitment = models.ForeignKey(
        Commitment, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verdict = models.CharField(max_length=12, choices=choices(Verdict), blank=True)
    said = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(goal=None, commitment__isnull=False)
                | Q(goal__isnull=False, commitment=None),
                name="an_outcome_is_of_a_goal_or_of_a_commitment",
            ),
            models.UniqueConstraint(
                fields=["follow_up", "goal"], name="one_outcome_per_goal_and_follow_up"
            ),
            models.UniqueConstraint(
                fields=["follow_up", "commitment"],
                name="one_outcome_per_commitment_and_follow_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verdict}"
