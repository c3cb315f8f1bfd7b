"""Files of reports from other systems, and their rows until they are read in."""

import uuid

from django.db import models
from django.db.models import Q

from handslag.core.text import choices
from handslag.domain.incidents.models.reports import Incident
from handslag.domain.incidents.rules.importing import RowState, Stage
from handslag.domain.organisations.models import Organisation


class Batch(models.Model):
    """One file of reports from another system, with how its columns are read."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    within = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="batches"
    )
    name = models.CharField(max_length=200)
    # What the municipality calls the other system: its numbers count within it.
    system = models.CharField(max_length=80, default="")
    sha256 = models.CharField(max_length=64)
    headings = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    stage = models.CharField(
        max_length=10, choices=choices(Stage), default=Stage.UPLOADED.value
    )
    revision = models.PositiveIntegerField(default=0)
    # How far it has come: the row last looked at, or the report last taken back.
    cursor = models.BigIntegerField(default=0)
    n_rows = models.PositiveIntegerField(default=0)
    n = models.PositiveIntegerField(default=0)  # reports that it became
    n_kept = models.PositiveIntegerField(default=0)  # of those, left when it was undone
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["stage"], name="files_under_way")]

    def __str__(self) -> str:
        return self.name


class BatchRow(models.Model):
    """One row of a file that waits. Gone when it is read in, emptied when it is not."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    nr = models.PositiveIntegerField()  # as the file counts
    cells = models.JSONField(default=list)
    fingerprint = models.CharField(max_length=64)
    state = models.CharField(
        max_length=10, choices=choices(RowState), default=RowState.WAITING.value
    )
    code = models.CharField(max_length=80, blank=True)  # why, for whom it concerns
    key = models.UUIDField(null=True, blank=True)
    twin = models.ForeignKey(
        Incident, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # What somebody chose for a row that looks like something that is there.
    take = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "nr"], name="a_row_of_a_file_waits_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in RowState]),
                name="a_row_of_a_file_is_in_a_known_state",
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "state", "nr"], name="rows_of_a_file_by_state"),
            models.Index(fields=["batch", "key"], name="rows_of_a_file_by_key"),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}:{self.nr}"
