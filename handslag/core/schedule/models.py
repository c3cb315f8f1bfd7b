"""One row for each job."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Run(models.Model):
    """When a job last ran, and how it went."""

    name = models.CharField(max_length=40, unique=True)
    next_at = models.DateTimeField(null=True, blank=True)
    last_started = models.DateTimeField(null=True, blank=True)
    last_finished = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=80, blank=True)
    failures = models.PositiveIntegerField(default=0)
    held_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")

    def __str__(self) -> str:
        return self.name
