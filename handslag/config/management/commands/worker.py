"""The worker: runs what is due, until it is asked to stop."""

import logging
import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django.db.utils import InterfaceError
from django.utils.timezone import now as clock  # noqa: TID251 (a command reads the clock)

from handslag.config.schedule import JOBS
from handslag.core.schedule import services

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
        work_until(asked)


def work_until(asked: Event) -> None:
    """Look, run, wait; a database that is away for a while does not end the worker."""
    while not asked.is_set():
        wait = _BETWEEN_LOOKS
        close_old_connections()
        try:
            services.run_due(JOBS, clock=clock, may_go_on=lambda: not asked.is_set())
        except (DatabaseError, InterfaceError):
            _log.exception("The database does not answer; trying again.")
            wait = _WITHOUT_DATABASE
        asked.wait(wait)
