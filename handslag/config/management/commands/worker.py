"""The worker: runs what is due, until it is asked to stop."""

import logging
import signal
from collections.abc import Sequence
from threading import Event, Thread
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections, connection
from django.utils.timezone import now as clock  # noqa: TID251 (a command reads the clock)

from handslag.config.schedule import JOBS
from handslag.core.schedule import services
from handslag.core.schedule.rules import Job

_BETWEEN_LOOKS = 1.0
_WITHOUT_DATABASE = 10.0
_log = logging.getLogger(__name__)


class Command(BaseCommand):
    """`manage.py worker`"""

    help = "Looks every second at what is due and runs it; SIGTERM ends it after its job."

    def handle(self, *args: Any, **options: Any) -> None:
        asked = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: asked.set())
        together = [job for job in JOBS if not job.apart]
        apart = [Thread(target=_beside, args=(asked, job)) for job in JOBS if job.apart]
        for thread in apart:
            thread.start()
        work_until(asked, together)
        for thread in apart:
            thread.join()


def work_until(asked: Event, jobs: Sequence[Job]) -> None:
    """Look, run, wait; a database that is away for a while does not end the worker."""
    while not asked.is_set():
        wait = _BETWEEN_LOOKS
        close_old_connections()
        try:
            services.run_due(jobs, clock=clock, may_go_on=lambda: not asked.is_set())
        except Exception:  # a job's own fault is caught where it runs: this is the database
            _log.exception("The database does not answer; trying again.")
            wait = _WITHOUT_DATABASE
        asked.wait(wait)


def _beside(asked: Event, job: Job) -> None:
    """One job that a slow mail server must not delay."""
    try:
        work_until(asked, [job])
    finally:
        connection.close()
