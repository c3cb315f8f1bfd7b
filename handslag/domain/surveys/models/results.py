"""What came of counting: finished figures, and what they are weighed by."""

from django.db import models

from handslag.core.text import choices
from handslag.domain.surveys.models.surveys import Survey
from handslag.domain.surveys.rules.words import Known


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
