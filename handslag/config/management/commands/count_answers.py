"""Open, count and protect the answers of surveys now: for where no worker runs."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import now as clock  # noqa: TID251 (a command reads the clock)
from django.utils.translation import gettext as _

from handslag.config.schedule import count_answers, open_answers


class Command(BaseCommand):
    """`manage.py count_answers`"""

    help = "Opens sealed answers, counts surveys and prepares what is to be public."

    def handle(self, *args: Any, **options: Any) -> None:
        opened, counted = open_answers(clock()), count_answers(clock())
        said = _("%(opened)s batches of answers opened; %(counted)s counted or prepared.")
        self.stdout.write(said % {"opened": opened, "counted": counted})
