import uuid

from django.db import models

from handslag.domain.dialogues.models.dialogues import Meeting


class SignUp(models.Model):
    """A place at a meeting, and where to remind. Nothing else of whoever comes."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="sign_ups")
    email = models.EmailField()
    language = models.CharField(max_length=10, default="sv")
    made_on = models.DateField()
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "email"], name="an_address_takes_one_place_at_a_meeting"
            )
        ]

    def __str__(self) -> str:
        return str(self.public_id)
