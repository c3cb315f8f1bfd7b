import os
import signal
from collections.abc import Callable
from datetime import datetime
from threading import Event

import pytest
from django.core.management import call_command
from django.db import OperationalError

from handslag.config.management.commands import worker
from handslag.core.schedule import services
from handslag.core.schedule.models import Run
from handslag.core.schedule.rules import Job

STOPS = (signal.SIGTERM, signal.SIGINT)


@pytest.fixture(autouse=True)
def undisturbed(monkeypatch):
    """The test's own connection stays open, and nobody waits."""
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker, "_BETWEEN_LOOKS", 0)
    monkeypatch.setattr(worker, "_WITHOUT_DATABASE", 0)
    before = {number: signal.getsignal(number) for number in STOPS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def jobs(monkeypatch: pytest.MonkeyPatch, *runs: Callable[[datetime], object]) -> None:
    table = tuple(Job(run.__name__, every=1, run=run) for run in runs)
    monkeypatch.setattr(worker, "JOBS", table)


@pytest.mark.django_db
@pytest.mark.parametrize("number", STOPS)
def test_asked_to_stop_it_finishes_its_job_and_begins_no_other(monkeypatch, number):
    done = []

    def first(now: datetime) -> None:
        os.kill(os.getpid(), number)
        done.append("first")

    def second(now: datetime) -> None:
        done.append("second")

    jobs(monkeypatch, first, second)
    call_command("worker")
    assert done == ["first"]
    assert Run.objects.get(name="first").last_finished is not None
    assert Run.objects.get(name="second").last_started is None


def test_a_database_that_is_away_for_a_while_does_not_end_it(monkeypatch, caplog):
    asked, looks = Event(), []

    def look(*_jobs: object, **_options: object) -> int:
        looks.append(1)
        if len(looks) == 3:
            asked.set()
            return 0
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(services, "run_due", look)
    worker.work_until(asked, [])
    assert len(looks) == 3
    assert "trying again" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_the_log_is_sealed_while_a_mail_server_keeps_the_worker_waiting(monkeypatch):
    sealed, in_time = Event(), []

    def mail(now: datetime) -> None:
        in_time.append(sealed.wait(timeout=10))
        os.kill(os.getpid(), signal.SIGTERM)

    def seal(now: datetime) -> None:
        sealed.set()

    table = (Job("mail", every=1, run=mail), Job("seal", every=1, run=seal, apart=True))
    monkeypatch.setattr(worker, "JOBS", table)
    call_command("worker")
    assert in_time == [True]
    assert Run.objects.get(name="seal").last_finished is not None
