import uuid

from django.db import models
from django.db.models import Q

from handslag.domain.organisations.models import Place
from handslag.domain.surveys.models.surveys import Survey


class Stratum(models.Model):
    """A part of those who may be drawn, with a number to draw of its own: an area."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="strata")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    inhabitants = models.PositiveIntegerField()  # of the ages that are asked
    wanted = models.PositiveIntegerField(default=0)
    drawn = models.PositiveIntegerField(default=0)
    # Too few answered to be hidden among each other: counted with this one.
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "code"], name="a_stratum_has_its_own_code"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Invitation(models.Model):
    """One who was drawn, and may answer once. Which answer is theirs is known to nobody.

    `number` is the line of the frame; `address` what stands on the letter, and empty when
    the addresses are on paper."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="invitations")
    stratum = models.ForeignKey(
        Stratum, on_delete=models.PROTECT, related_name="invitations"
    )
    number = models.PositiveIntegerField()
    address = models.TextField(blank=True)
    code_hash = models.CharField(max_length=64, unique=True)
    turn = models.PositiveSmallIntegerField(default=0)
    used_on = models.DateField(null=True, blank=True)
    # Where the answer lies until it is opened: a lost key gives these codes back.
    batch = models.ForeignKey(
        "surveys.Batch", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_returned = models.BooleanField(default=False)  # the letter came back

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "number"], name="a_line_of_the_frame_is_drawn_once"
            ),
            models.CheckConstraint(
                condition=Q(batch__isnull=True) | Q(used_on__isnull=False),
                name="a_code_in_a_batch_has_been_used",
            ),
        ]
        indexes = [models.Index(fields=["stratum", "used_on"], name="codes_by_use")]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.number}"
