import uuid

from django.db import models
from django.db.models import Q

from handslag.core.approvals.models import Version
from handslag.domain.picture.models.pictures import Picture


class PictureVersion(models.Model):
    """One frozen picture: numbered, dated, never changed. A plan is bound to it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField()
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["picture", "number"], name="versions_of_a_picture_are_numbered"
            )
        ]

    def __str__(self) -> str:
        return f"{self.picture} {self.number}"


class Publication(models.Model):
    """The public may read a frozen version, from then on or until it was taken back."""

    version = models.OneToOneField(
        PictureVersion, on_delete=models.PROTECT, related_name="publication"
    )
    published_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None) | ~Q(ended_why=""),
                name="a_picture_taken_back_says_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.version}"
