"""One row for each connection, one for each run, and the lines that were refused."""

import uuid

from django.db import models

from handslag.core.accounts.models import Person
from handslag.core.connections.rules import Connector
from handslag.core.text import choices


class Connection(models.Model):
    """An outside system or a kind of file: on or off, and how it went last."""

    connector = models.CharField(max_length=20, unique=True, choices=choices(Connector))
    is_on = models.BooleanField(default=False)
    wants_trial = models.BooleanField(default=False)
    pace = models.JSONField(default=dict, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)
    last_success = models.DateTimeField(null=True, blank=True)
    last_failure = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["connector"]

    def __str__(self) -> str:
        return self.connector


class Run(models.Model):
    """One time that something was fetched or a file was read."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    connection = models.ForeignKey(
        Connection, on_delete=models.PROTECT, related_name="runs"
    )
    at = models.DateTimeField(db_index=True)
    is_dry = models.BooleanField(default=False)
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # The number of the organisation that it was done for; none: for the installation.
    on_behalf = models.PositiveBigIntegerField(null=True, blank=True)
    file_name = models.CharField(max_length=120, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    failure = models.CharField(max_length=40, blank=True)
    new = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return str(self.public_id)


class RefusedLine(models.Model):
    """A line of a run that was not taken in: its number and why, never what it said."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="lines")
    nr = models.PositiveIntegerField()
    reason = models.CharField(max_length=40)

    class Meta:
        ordering = ["nr", "pk"]

    def __str__(self) -> str:
        return f"{self.nr}: {self.reason}"
