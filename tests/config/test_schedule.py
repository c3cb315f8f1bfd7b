from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handslag.config import schedule
from handslag.core.access import system
from handslag.core.accounts.models import Person
from handslag.core.audit.models import Seal
from handslag.core.audit.services import record
from handslag.core.limits.models import Allowance
from handslag.core.limits.services import allow
from handslag.core.mail.services import post_letter
from handslag.core.schedule.services import run_due

pytestmark = pytest.mark.django_db


def test_every_job_has_a_name_of_its_own():
    names = [job.name for job in schedule.JOBS]
    assert len(names) == len(set(names))


def test_the_log_is_sealed_at_most_five_seconds_later():
    """The worker looks each second; the rhythm and the look add up."""
    (job,) = (job for job in schedule.JOBS if job.name == "seal_audit")
    assert job.every + 1 < 5
    assert job.apart


def test_everything_that_is_due_is_done(now, settings):
    settings.EMAIL_HOST = "mail.example"
    person = Person.objects.create(email="a@example.org", name="A")
    record(system("test"), "tried", person)
    post_letter(to="a@example.org", subject="Hej", body="Hej!")
    allow("key", limit=1, seconds=1, now=now - timedelta(minutes=1))
    assert run_due(schedule.JOBS, clock=lambda: now) == len(schedule.JOBS)
    assert Seal.objects.count() == 1
    assert len(mail.outbox) == 1
    assert not Allowance.objects.exists()


def test_sealing_opens_no_transaction_when_nothing_waits(now):
    """On SQLite it would make every writer wait, each other second."""
    with CaptureQueriesContext(connection) as queries:
        assert schedule.seal(now) == 0
    assert not [query for query in queries if "SAVEPOINT" in query["sql"]]
    assert len(queries) <= 2
