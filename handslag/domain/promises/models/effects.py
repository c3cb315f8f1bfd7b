"""How it will be seen whether a promise helped."""

from django.db import models

from handslag.domain.analysis.models import EffectPlan
from handslag.domain.promises.models.promises import Promise


class EffectTie(models.Model):
    """A promise, and the plan that tells whether it helped. Kept from the day when the
    plan begins, so that nobody chooses the answer."""

    promise = models.OneToOneField(
        Promise, on_delete=models.CASCADE, related_name="effect_tie"
    )
    plan = models.ForeignKey(EffectPlan, on_delete=models.PROTECT, related_name="+")
    tied_on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.promise}: {self.plan}"

    @property
    def is_late(self) -> bool:
        """Whether it was chosen when it could be known how it went."""
        return self.plan.is_late or self.tied_on > self.plan.begins
