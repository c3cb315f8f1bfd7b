"""What has been drawn on the public map: once a month, and never changed."""

from django.db import models
from django.db.models import Q

from handslag.domain.incidents.models.reports import Incident
from handslag.domain.incidents.rules.release import FEWEST_REPORTS
from handslag.domain.organisations.models import Organisation


class Release(models.Model):
    """The public map of one municipality, as it was fixed after one month."""

    within = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()  # its first day
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["within", "month"], name="a_month_is_drawn_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.within_id} {self.month}"


class ReleasedSquare(models.Model):
    """How many reports came in of one square from one month to another."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="squares")
    square = models.BigIntegerField()
    since = models.DateField()  # the first day of the first month
    n = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["release", "square"], name="a_square_is_released_once_a_month"
            ),
            models.CheckConstraint(
                condition=Q(n__gte=FEWEST_REPORTS), name="what_is_released_is_not_few"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.square}: {self.n}"


class Drawn(models.Model):
    """That an incident is in a released number, and is never counted in another."""

    incident = models.OneToOneField(
        Incident, on_delete=models.CASCADE, primary_key=True, related_name="drawn"
    )

    def __str__(self) -> str:
        return str(self.incident_id)
