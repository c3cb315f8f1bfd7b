from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.year.rules.steps import Sign


class StepMark(models.Model):
    """A part of a step is done, though the system cannot see it: when, how one knows."""

    home = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="step_marks"
    )
    sign = models.CharField(max_length=30, choices=choices(Sign))
    done_on = models.DateField()
    note = models.CharField(max_length=500)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["home", "sign"], name="a_sign_is_marked_once_in_a_municipality"
            ),
            models.CheckConstraint(condition=~Q(note=""), name="a_mark_says_how_one_knows"),
        ]

    def __str__(self) -> str:
        return f"{self.sign} {self.done_on}"
