"""The messages, waiting and sent."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from handslag.core.mail import rules


class Message(models.Model):
    """One letter or text message to one person."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    channel = models.CharField(
        max_length=10, choices=[(channel.value, channel.value) for channel in rules.Channel]
    )
    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    about = models.CharField(max_length=80, blank=True)
    state = models.CharField(
        max_length=10,
        choices=[(state.value, state.value) for state in rules.State],
        default=rules.State.WAITING.value,
    )
    posted_at = models.DateTimeField(db_default=Now())
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(
                fields=["id"],
                condition=Q(state__in=["waiting", "sending"]),
                name="mail_to_send",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(body=""),
                name="the_words_are_erased_when_sent",
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.public_id}: {self.state}"
