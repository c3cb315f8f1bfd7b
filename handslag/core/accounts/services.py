"""Forgetting what signing in leaves behind."""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.contrib.sessions.models import Session

ATTEMPTS_KEPT = timedelta(days=1)


def clear_expired(now: datetime) -> int:
    """Forget ended sessions and yesterday's failed attempts; say how many."""
    sessions = Session.objects.filter(expire_date__lt=now).delete()[0]
    old = AccessAttempt.objects.filter(attempt_time__lt=now - ATTEMPTS_KEPT)
    return int(sessions + old.delete()[0])
