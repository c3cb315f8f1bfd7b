import uuid

from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.year.rules.words import RhythmKind


class Rhythm(models.Model):
    """Something that comes back at the same time of the year in one municipality.

    From a day to a day, both inclusive; a time that begins in November and ends in
    February passes the turn of the year.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    home = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="rhythm")
    what = models.CharField(max_length=160)
    kind = models.CharField(max_length=12, choices=choices(RhythmKind))
    function = models.CharField(max_length=120, blank=True)
    starts_month = models.PositiveSmallIntegerField()
    starts_day = models.PositiveSmallIntegerField()
    ends_month = models.PositiveSmallIntegerField()
    ends_day = models.PositiveSmallIntegerField()
    every_years = models.PositiveSmallIntegerField(default=1)
    in_year = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="A year in which it happens, if not every year."
    )
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["starts_month", "starts_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(what=""), name="a_rhythm_says_what_happens"
            ),
            models.CheckConstraint(
                condition=Q(starts_month__range=(1, 12), ends_month__range=(1, 12)),
                name="a_rhythm_lies_in_months_of_the_year",
            ),
            models.CheckConstraint(
                condition=Q(starts_day__range=(1, 31), ends_day__range=(1, 31)),
                name="a_rhythm_lies_on_days_of_the_month",
            ),
            models.CheckConstraint(
                condition=Q(every_years=1) | Q(every_years__gt=1, in_year__isnull=False),
                name="a_rhythm_that_skips_years_says_which",
            ),
        ]

    def __str__(self) -> str:
        return self.what
