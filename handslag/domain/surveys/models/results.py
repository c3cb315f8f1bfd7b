"""What came of counting: finished figures, and what they are weighed by."""

import uuid

from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.surveys.models.surveys import Survey
from handslag.domain.surveys.rules.words import Known, ReleaseState


class Margin(models.Model):
    """How many live there of one sex or age: what the answers are made to stand for."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="margins")
    what = models.CharField(max_length=10, choices=choices(Known))
    code = models.CharField(max_length=40)  # the option, or the class of ages
    inhabitants = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "what", "code"], name="a_group_has_one_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.what} {self.code}"


class Count(models.Model):
    """The figures of a survey (figures/document.py), made when enough answers had come."""

    survey = models.OneToOneField(Survey, on_delete=models.CASCADE, related_name="count")
    n = models.PositiveIntegerField()
    made_on = models.DateField()
    figures = models.BinaryField()
    # Something that they are weighed by was changed after they were made.
    is_stale = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.survey_id}: {self.n}"


class Release(models.Model):
    """Questions that are made public together: figures that nothing changes any more.

    `content` is what anyone reads (figures/released.py), with what was hidden in it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="releases")
    number = models.PositiveIntegerField()
    state = models.CharField(
        max_length=10, choices=choices(ReleaseState), default=ReleaseState.ASKED.value
    )
    questions = models.JSONField()  # their keys
    content = models.BinaryField(default=bytes)
    published_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    why = models.TextField(blank=True)  # it was taken back; read by anyone

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "number"], name="a_release_has_its_own_number"
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=False)
                | ~Q(state__in=[ReleaseState.PUBLISHED, ReleaseState.TAKEN_BACK]),
                name="what_is_public_was_made_so_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReleaseState.TAKEN_BACK)
                | Q(taken_back_at__isnull=False) & ~Q(why=""),
                name="what_is_taken_back_says_why",
            ),
            models.UniqueConstraint(
                fields=["survey"],
                condition=Q(state=ReleaseState.PUBLISHED),
                name="one_release_is_public_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.number}"
