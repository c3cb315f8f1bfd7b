"""Numbers kept in the same transaction as what they count: never stale."""

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.incidents.rules import Channel, Phase, Top
from handslag.domain.incidents.rules.shares import FEWEST_REPORTS, TENTHS
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
    """Of the reports of some months, how many had led to something. Never changed.

    As it may be said to everyone: `rules.shares.Figure`. `since` and `month` are the first
    days of its first and its last month.
    """

    within = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    month = models.DateField()
    n = models.PositiveIntegerField()
    tenths = models.PositiveSmallIntegerField()
    parts = models.JSONField(default=list)  # [{fates: [...], n}]
    half_within = models.PositiveIntegerField(null=True, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["within", "month"], name="a_month_is_released_once"
            ),
            models.CheckConstraint(
                condition=Q(since__lte=F("month")), name="a_share_is_of_months_in_order"
            ),
            models.CheckConstraint(
                condition=Q(n__gte=FEWEST_REPORTS), name="no_share_is_of_a_few_reports"
            ),
            models.CheckConstraint(
                condition=Q(tenths__lte=TENTHS), name="a_share_is_at_most_all"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.within_id} {self.month}: {self.tenths} of {TENTHS}"
