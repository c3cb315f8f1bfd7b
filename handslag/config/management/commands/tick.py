"""Run what is due, once: for a timer, where no worker runs."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import now as clock  # noqa: TID251 (a command reads the clock)

from handslag.config.schedule import JOBS
from handslag.core.schedule import services


class Command(BaseCommand):
    """`manage.py tick`"""

    help = "Runs each job whose turn has come, once."

    def handle(self, *args: Any, **options: Any) -> None:
        services.run_due(JOBS, clock=clock)
