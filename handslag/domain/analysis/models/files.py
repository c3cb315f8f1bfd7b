"""Files of points that a municipality has read in."""

import uuid
from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from handslag.core.text import choices
from handslag.domain.analysis.rules.files import Grid
from handslag.domain.organisations.models import Organisation


class PointFile(models.Model):
    """What happened where and when by somebody's own register. `content` is the file until
    it is read in; then `rows` are its points as packed columns, and nothing else of it.

    `kinds` are what its kinds are called, the first with the number 1. `covers` says what
    the register holds and what it does not.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    within = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    counted_by = models.CharField(max_length=120)
    covers = models.CharField(max_length=500)
    covers_from = models.DateField()
    covers_to = models.DateField()
    grid = models.CharField(max_length=7, choices=choices(Grid))
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(null=True)
    columns = models.JSONField(default=dict)
    kinds = models.JSONField(default=list)
    rows = models.BinaryField(null=True)
    n = models.PositiveIntegerField(default=0)
    n_bad = models.PositiveIntegerField(default=0)
    bad = models.JSONField(default=list)  # number of the line and why, the first of them
    is_example = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    laid_at = models.DateTimeField(null=True, blank=True)  # out for analysis
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(covers_to__gte=F("covers_from")),
                name="a_file_of_points_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["within", "sha256"],
                condition=Q(done_at__isnull=False, undone_at__isnull=True),
                name="a_file_of_points_is_read_in_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_held(self) -> bool:
        """Whether its points are here to be asked."""
        return self.done_at is not None and self.undone_at is None

    @property
    def source(self) -> str:
        """How its points are called among the stored points."""
        return f"file-{self.pk}"

    @property
    def ends(self) -> date:
        """The day after the last that it covers."""
        return self.covers_to + timedelta(days=1)
