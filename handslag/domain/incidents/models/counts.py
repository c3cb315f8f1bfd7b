"""Numbers kept in the same transaction as what they count: never stale."""

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.incidents.rules import Channel, Phase, Top
from handslag.domain.organisations.models import Organisation


class Count(models.Model):
    """How many incidents of one kind lie in one cell in one day, month, or in all.

    `size` in metres, `cell` as in `statistics.grid`, `grain` d, m or a, `start` the first
    day of the span (for a: 0001-01-01).
    """

    within = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    size = models.PositiveSmallIntegerField()
    grain = models.CharField(max_length=1)
    start = models.DateField()
    top = models.CharField(max_length=20, choices=choices(Top))
    cell = models.BigIntegerField()
    n = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["within", "size", "grain", "start", "top", "cell"],
                name="a_cell_is_counted_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.cell} {self.start} {self.top}: {self.n}"


class Tally(models.Model):
    """How many incidents stand in each phase, for totals beside lists."""

    within = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=choices(Channel))
    top = models.CharField(max_length=20, choices=choices(Top))
    phase = models.CharField(max_length=10, choices=choices(Phase))
    n = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["within", "channel", "top", "phase"], name="a_tally_is_kept_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.within_id} {self.phase}: {self.n}"


class LedShare(models.Model):
    """Of the reports of one month, how many had led to something when it was released.

    Written once and never changed, so that there is nothing to subtract.
    """

    within = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()  # its first day
    n = models.PositiveIntegerField()
    led = models.PositiveIntegerField()
    released_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["within", "month"], name="a_month_is_released_once"
            ),
            models.CheckConstraint(
                condition=Q(led__lte=F("n")), name="no_more_led_to_something_than_came"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.within_id} {self.month}: {self.led} of {self.n}"
