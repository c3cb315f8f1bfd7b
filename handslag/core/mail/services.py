"""Posting messages, and sending them."""

import logging
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from handslag.core.audit.queries import latest_head
from handslag.core.mail import queries, rules
from handslag.core.mail.models import Message

_AT_A_TIME = 50
_log = logging.getLogger(__name__)


@transaction.atomic
def post_letter(*, to: str, subject: str, body: str, about: str = "") -> Message:
    """Put a letter in the outbox, with where the log stands at its foot."""
    return Message.objects.create(
        channel=rules.Channel.EMAIL.value,
        to=to,
        subject=rules.one_line(subject),
        body=f"{body.rstrip()}\n{_foot()}",
        about=about,
    )


@transaction.atomic
def post_text(*, to: str, body: str, about: str = "") -> Message:
    """Put a text message in the outbox."""
    return Message.objects.create(
        channel=rules.Channel.SMS.value, to=to, body=body, about=about
    )


def send_due(now: datetime) -> int:
    """Send what is due; say how many went. Two workers never send the same.

    Each message is claimed, sent and marked by itself and in no transaction:
    a letter that has left cannot be rolled back. A worker that dies between
    sending and marking is the one case where a letter goes twice; it then has
    the same Message-ID.
    """
    sent = 0
    for message in queries.to_send(now).order_by("pk")[:_AT_A_TIME]:
        if not _has_way(message):
            _mark(message, state=rules.State.SHOWN.value)
        elif _claim(message, now):
            sent += _try(message, now)
    return sent


def _claim(message: Message, now: datetime) -> bool:
    """Only one worker's UPDATE meets the row as it was read."""
    return bool(
        queries.to_send(now)
        .filter(pk=message.pk, attempts=message.attempts)
        .update(
            state=rules.State.SENDING.value,
            claimed_at=now,
            attempts=message.attempts + 1,
        )
    )


def _try(message: Message, now: datetime) -> bool:
    try:
        _send(message)
    except Exception as error:  # whatever a transport raises, the next letter must go
        _postpone(message, now, type(error).__name__)
        return False
    _mark(message, state=rules.State.SENT.value, sent_at=now, body="", fault="")
    return True


def _postpone(message: Message, now: datetime, fault: str) -> None:
    """Later, and less and less often; the fault is named without address or words."""
    _log.warning("Message %s was not sent: %s", message.public_id, fault)
    again = rules.next_attempt(message.attempts + 1, now)
    state = rules.State.WAITING if again else rules.State.FAILED
    _mark(message, state=state.value, next_at=again, fault=fault)


def _mark(message: Message, **columns: str | datetime | None) -> None:
    Message.objects.filter(pk=message.pk).update(**columns)


def _has_way(message: Message) -> bool:
    if message.channel == rules.Channel.SMS:
        return bool(settings.SMS_BACKEND)
    return bool(settings.EMAIL_HOST)


def _send(message: Message) -> None:
    if message.channel == rules.Channel.SMS:
        import_string(settings.SMS_BACKEND)(message.to, message.body)
        return
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    EmailMessage(
        subject=message.subject,
        body=message.body,
        to=[message.to],
        headers={
            "Message-ID": f"<{message.public_id}@{domain}>",
            "Auto-Submitted": "auto-generated",
        },
    ).send()


def _foot() -> str:
    head = latest_head()
    if head is None:
        return ""
    return "\n-- \n{}\n{}: {}\n".format(
        _("Keep this letter: the line below can show whether our log has been altered."),
        head.no,
        head.hash,
    )
