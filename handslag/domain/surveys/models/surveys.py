import uuid

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.surveys.rules.counting import LEAST_WIDTH, MOST_WIDTH
from handslag.domain.surveys.rules.words import Selection, SurveyState
from handslag.domain.voices.models import Occasion


class Survey(models.Model):
    """One wave: what is asked, of whom, and when. What is asked changes as long as it is a
    draft, and never after that."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    occasion = models.OneToOneField(
        Occasion, on_delete=models.PROTECT, related_name="survey"
    )
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="next_waves"
    )
    selection = models.CharField(max_length=10, choices=choices(Selection))
    state = models.CharField(
        max_length=10, choices=choices(SurveyState), default=SurveyState.DRAFT.value
    )
    opens_on = models.DateField()
    closes_on = models.DateField()  # the last day one can answer
    # What is asked (rules/documents.py), and its fingerprint from the day it was opened.
    document = models.JSONField()
    fingerprint = models.CharField(max_length=64, blank=True)
    # Bytes of a sealed answer: the same for all of this survey.
    size = models.PositiveIntegerField(default=0)
    quotas = models.JSONField(default=list, blank=True)  # [{question, option, most}]
    # Those that are full, counted when answers are opened: [[question, option]]
    full = models.JSONField(default=list, blank=True)
    # Answers that have been opened and mixed. They come in many at a time.
    answered = models.PositiveIntegerField(default=0)
    paper = models.PositiveIntegerField(default=0)  # typed in from paper
    assisted = models.PositiveIntegerField(default=0)  # given with help of staff
    # So many different numbers a count that is hidden in public can be, at least.
    width = models.PositiveSmallIntegerField(default=LEAST_WIDTH)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="a_survey_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(state=SurveyState.DRAFT.value)
                | ~Q(fingerprint="") & Q(size__gt=0),
                name="a_survey_that_was_opened_is_fixed",
            ),
            models.CheckConstraint(
                condition=Q(width__gte=LEAST_WIDTH, width__lte=MOST_WIDTH),
                name="what_is_hidden_can_be_enough_numbers",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "closes_on"], name="surveys_by_last_day"),
            models.Index(fields=["home", "-opens_on"], name="surveys_of_a_home"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
