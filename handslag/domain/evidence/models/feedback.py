import uuid

from django.db import models
from django.db.models import Q

from handslag.domain.evidence.models.findings import Evidence


class Feedback(models.Model):
    """What those who spoke were told of what became of it. Never changed.

    It answers for the whole chain of the finding. A slip is put right by telling it
    again, and saying which row that replaces.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, related_name="feedback"
    )
    told_on = models.DateField()
    channel = models.CharField(max_length=200)
    said = models.TextField()
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(said="") & ~Q(channel=""),
                name="feedback_says_what_was_told_and_how",
            )
        ]

    def __str__(self) -> str:
        return self.said[:60]
