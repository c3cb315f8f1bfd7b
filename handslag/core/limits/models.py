"""One count for each thing that is limited."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Allowance(models.Model):
    """How many times one key has been used in its present time span."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField()
    ends_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("allowance")
        verbose_name_plural = _("allowances")

    def __str__(self) -> str:
        return f"{self.count} until {self.ends_at}"
