from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session

from handslag.core.accounts import services

pytestmark = pytest.mark.django_db


def test_ended_sessions_and_yesterday_s_attempts_are_forgotten(now):
    for key, hours in (("ended", -1), ("open", 1)):
        ends = now + timedelta(hours=hours)
        Session.objects.create(session_key=key, session_data="", expire_date=ends)
    for name, hours in (("old", -25), ("new", -23)):
        attempt = AccessAttempt.objects.create(username=name, failures_since_start=1)
        AccessAttempt.objects.filter(pk=attempt.pk).update(
            attempt_time=now + timedelta(hours=hours)
        )
    assert services.clear_expired(now) == 2
    assert Session.objects.get().session_key == "open"
    assert AccessAttempt.objects.get().username == "new"
