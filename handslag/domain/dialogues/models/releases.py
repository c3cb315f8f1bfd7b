import uuid

from django.db import models
from django.db.models import Q

from handslag.domain.dialogues.models.dialogues import Dialogue


class Release(models.Model):
    """What everyone could read of a dialogue from one moment on. Never changed."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dialogue = models.ForeignKey(
        Dialogue, on_delete=models.PROTECT, related_name="releases"
    )
    number = models.PositiveSmallIntegerField()
    voices = models.PositiveIntegerField()
    people = models.PositiveIntegerField()
    content = models.JSONField()
    released_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["dialogue", "number"], name="releases_of_a_dialogue_are_numbered"
            )
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class Withdrawal(models.Model):
    """That a result was taken back, when and why. Never changed."""

    release = models.OneToOneField(
        Release, on_delete=models.PROTECT, related_name="withdrawal"
    )
    withdrawn_on = models.DateField()
    why = models.CharField(max_length=1000)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="what_is_withdrawn_says_why")
        ]

    def __str__(self) -> str:
        return str(self.pk)
