import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models.promises import Promise, Target


class ProgressEntry(models.Model):
    """One thing that was done for a promise. Rows are added, never changed.

    A correction is a new row whose `amount` is the difference, so that the sum
    of all rows is always the count.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="progress")
    target = models.ForeignKey(
        Target, on_delete=models.PROTECT, null=True, blank=True, related_name="progress"
    )
    day = models.DateField(_("day"))
    until = models.DateField(_("to and including"), null=True, blank=True)
    amount = models.DecimalField(_("how many"), max_digits=14, decimal_places=4, default=0)
    within = models.DecimalField(
        _("of them inside the time limit"),
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
    )
    occasion = models.CharField(_("occasion"), max_length=120, blank=True)
    in_part = models.BooleanField(_("counts towards the sub-quota"), default=False)
    note = models.TextField(_("what was done"), blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+"
    )
    person_id = models.BigIntegerField(null=True, blank=True)
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    token = models.UUIDField(unique=True, help_text="The same report sent twice is one.")
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(day__lte=models.F("until")),
                name="progress_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.amount}"
