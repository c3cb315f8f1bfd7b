import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from handslag.domain.promises.models.sets import PromiseSet


class CorrectionRequest(models.Model):
    """Someone says that a summary of a public page is wrong, or should not be here.

    Anyone may write one. How to reach them is theirs to give; row and words are
    deleted when the matter is old.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    set = models.ForeignKey(
        PromiseSet, on_delete=models.CASCADE, related_name="correction_requests"
    )
    text = models.TextField(_("what is wrong"))
    contact = models.CharField(_("how you can be reached"), max_length=254, blank=True)
    made_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""), name="a_request_says_what_is_wrong"
            )
        ]

    def __str__(self) -> str:
        return str(self.public_id)
