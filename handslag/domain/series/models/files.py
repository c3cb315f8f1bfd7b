"""Files of figures that were sent in."""

import uuid

from django.db import models

from handslag.core.text import choices
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.rules.importing import FileKind


class SentFile(models.Model):
    """A file of figures: kept until it is read in, and what it became. Its public id is
    the run under which its cells stand, so that it can be taken back."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    within = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14, choices=choices(FileKind))
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(null=True)  # none once it is read in
    chosen = models.JSONField(default=dict)
    told = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name
