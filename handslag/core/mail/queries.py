"""What is in the outbox."""

from datetime import datetime

from django.db.models import Q, QuerySet

from handslag.core.mail import rules
from handslag.core.mail.models import Message


def outbox(*, channel: str = "", about: str = "") -> QuerySet[Message]:
    """The messages, latest first; the demo shows them as the receivers would see them."""
    messages = Message.objects.order_by("-posted_at", "-pk")
    if channel:
        messages = messages.filter(channel=channel)
    return messages.filter(about=about) if about else messages


def failed() -> QuerySet[Message]:
    """The messages that were given up, for the operator."""
    return Message.objects.filter(state=rules.State.FAILED).order_by("-posted_at", "-pk")


def to_send(now: datetime) -> QuerySet[Message]:
    """What is due, and what a worker left behind when it died."""
    due = Q(state=rules.State.WAITING) & (Q(next_at__isnull=True) | Q(next_at__lte=now))
    left = Q(state=rules.State.SENDING, claimed_at__lt=now - rules.CLAIM)
    return Message.objects.filter(due | left)
