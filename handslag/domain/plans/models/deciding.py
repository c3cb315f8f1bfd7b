import uuid

from django.db import models
from django.db.models import Q

from handslag.core.approvals.models import Version
from handslag.core.files.models import StoredFile
from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.plans.models.plans import Plan
from handslag.domain.plans.rules.chain import Break


class Decision(models.Model):
    """That a board has decided a plan, with what 31 § förvaltningslagen wants seen."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="decision")
    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="+")
    board = models.CharField(max_length=200)
    decided_on = models.DateField()
    paragraph = models.CharField(max_length=60, blank=True)
    registry_no = models.CharField(max_length=100, blank=True)
    decider = models.CharField(max_length=200)
    rapporteur = models.CharField(max_length=200, blank=True)
    participants = models.TextField(blank=True)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(board="") & ~Q(decider=""), name="a_decision_says_who_decided"
            )
        ]

    def __str__(self) -> str:
        return f"{self.board} {self.decided_on}"


class WrittenReason(models.Model):
    """Why a link of the chain is missing in this plan. Public once the plan is decided.

    `thing` is the public id of what lacks the link; empty when the reason is for every
    missing link of the kind.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="reasons")
    kind = models.CharField(max_length=30, choices=choices(Break))
    thing = models.UUIDField(null=True, blank=True)
    text = models.CharField(max_length=1000)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "kind", "thing"],
                name="one_reason_for_each_missing_link_of_a_plan",
            ),
            models.UniqueConstraint(
                fields=["plan", "kind"],
                condition=Q(thing=None),
                name="one_reason_for_a_kind_of_missing_link_of_a_plan",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="a_reason_has_words"),
        ]

    def __str__(self) -> str:
        return self.text


class PlanSlug(models.Model):
    """Where a decided plan is found in its municipality."""

    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="slug")
    slug = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["home", "slug"], name="each_plan_has_its_own_address"
            )
        ]

    def __str__(self) -> str:
        return self.slug
