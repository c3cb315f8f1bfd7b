import uuid

from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.organisations.models import Place
from handslag.domain.surveys.models.surveys import Survey
from handslag.domain.surveys.rules.words import MailingKind


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
    # Counted when those who were drawn are forgotten, and not before.
    answered = models.PositiveIntegerField(null=True, blank=True)
    returned = models.PositiveIntegerField(null=True, blank=True)
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

    `number` stands on the letter; `line` is the line of the list they were drawn from;
    `address` what stands in the window, empty when the addresses are on paper."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="invitations")
    stratum = models.ForeignKey(
        Stratum, on_delete=models.PROTECT, related_name="invitations"
    )
    number = models.PositiveIntegerField()
    line = models.PositiveIntegerField(null=True, blank=True)
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
                fields=["survey", "number"], name="one_who_was_drawn_has_a_number"
            ),
            models.UniqueConstraint(
                fields=["stratum", "line"], name="a_line_of_a_list_is_drawn_once"
            ),
            models.CheckConstraint(
                condition=Q(batch__isnull=True) | Q(used_on__isnull=False),
                name="a_code_in_a_batch_has_been_used",
            ),
        ]
        indexes = [models.Index(fields=["stratum", "used_on"], name="codes_by_use")]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.number}"


class Mailing(models.Model):
    """Letters to those who were drawn: the first, and the reminders, each with its day."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="mailings")
    kind = models.CharField(max_length=10, choices=choices(MailingKind))
    due_on = models.DateField()
    # The day on which the first file of them was made: nothing is drawn anew after that.
    made_on = models.DateField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "kind"], name="a_survey_has_one_mailing_of_a_kind"
            )
        ]
        indexes = [models.Index(fields=["sent_on", "due_on"], name="mailings_by_day")]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.kind}"
