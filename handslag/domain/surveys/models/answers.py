"""Answers: sealed one by one, then mixed and kept as columns. Nothing here says who.

No table here has a number that counts upwards with the answers, or a time: only days.
"""

import uuid

from django.db import models
from django.db.models import Q

from handslag.domain.organisations.models import Place
from handslag.domain.surveys.models.sample import Stratum
from handslag.domain.surveys.models.surveys import Survey


class Batch(models.Model):
    """Sealed answers that are opened at the same moment, and the lock they share.

    The key is a file outside the database (core/sealing), named as the batch."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="batches")
    stratum = models.ForeignKey(
        Stratum, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    nr = models.PositiveIntegerField()
    lock = models.BinaryField(max_length=32)
    filled = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "stratum", "nr"],
                condition=Q(stratum__isnull=False),
                name="batches_of_a_stratum_have_one_number_each",
            ),
            models.UniqueConstraint(
                fields=["survey", "nr"],
                condition=Q(stratum__isnull=True),
                name="batches_of_a_survey_have_one_number_each",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Envelope(models.Model):
    """One sealed answer. Which code it came with stands nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="envelopes")
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)


class Block(models.Model):
    """Mixed answers of one stratum as columns of numbers (rules/coding.py)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="blocks")
    stratum = models.ForeignKey(
        Stratum, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answers = models.PositiveIntegerField()
    columns = models.BinaryField()  # handslag.statistics.columns
    opened_on = models.DateField()
    # In the last count, and so in what is taken out: the two show the same answers.
    is_counted = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.survey_id}: {self.answers}"


class SaidPlace(models.Model):
    """A place that somebody pointed out, apart from all else they answered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="places")
    question = models.CharField(max_length=40)
    east = models.IntegerField(null=True, blank=True)  # metres, SWEREF 99 TM
    north = models.IntegerField(null=True, blank=True)
    size = models.PositiveIntegerField(null=True, blank=True)  # metres around
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(east__isnull=True, north__isnull=True, size__isnull=True)
                | Q(east__isnull=False, north__isnull=False, size__isnull=False),
                name="a_place_that_was_pointed_out_is_whole",
            )
        ]
        indexes = [models.Index(fields=["survey", "question"], name="places_of_a_question")]

    def __str__(self) -> str:
        return str(self.pk)
