"""The rows of the log, their seals, and the head of each day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.core.audit import rules


class Entry(models.Model):
    """One thing that someone did. Never changed."""

    at = models.DateTimeField(auto_now_add=True)
    actor_kind = models.CharField(max_length=20)
    actor_key = models.CharField(max_length=80, blank=True)
    on_behalf = models.BigIntegerField(null=True, blank=True)
    action = models.CharField(max_length=80)
    subject_kind = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=40)
    details = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="audit_by_subject")
        ]

    def __str__(self) -> str:
        return f"{self.actor_kind} {self.actor_key} {self.action} {self.subject_id}"

    def facts(self) -> dict[str, object]:
        """Every column, as the seal covers it."""
        return {
            "id": self.pk,
            "at": rules.moment(self.at),
            "actor_kind": self.actor_kind,
            "actor_key": self.actor_key,
            "on_behalf": self.on_behalf,
            "action": self.action,
            "subject_kind": self.subject_kind,
            "subject_id": self.subject_id,
            "details": self.details,
        }


class Unsealed(models.Model):
    """The queue of rows that wait for their seal.

    A row that commits late may have a lower id than one already sealed. A
    queue finds it all the same; a mark of "sealed up to here" would not.
    """

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, primary_key=True, related_name="waiting"
    )

    class Meta:
        verbose_name = _("entry without a seal")
        verbose_name_plural = _("entries without a seal")

    def __str__(self) -> str:
        return str(self.pk)


class Seal(models.Model):
    """One link of the chain: a row, its number and the seal before it. Never changed."""

    no = models.PositiveBigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="seal")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("seal")
        verbose_name_plural = _("seals")

    def __str__(self) -> str:
        return f"{self.no} {self.hash}"


class DayHead(models.Model):
    """The last seal of a day, as it was published. Never changed."""

    day = models.DateField(unique=True)
    no = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("head of a day")
        verbose_name_plural = _("heads of days")

    def __str__(self) -> str:
        return f"{self.day} {self.no} {self.hash}"
