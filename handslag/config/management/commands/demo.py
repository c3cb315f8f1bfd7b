"""`manage.py demo`: five municipalities, the open catalogue, and a made-up year."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from handslag.config.demo import degerfors, joint, seeds, stage
from handslag.config.demo.accounts import ACCOUNTS, PASSWORD
from handslag.core.accounts.models import Person


class Command(BaseCommand):
    """Fill an installation with what can be tried, or say who can sign in."""

    help = "Loads the demonstration. Never on an installation in use."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--accounts", action="store_true", help="say who can sign in")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["accounts"]:
            self._tell_accounts()
            return
        if not settings.DEMO:
            raise CommandError(
                _("Set DEMO=yes first: the passwords of the demo are public.")
            )
        if Person.objects.exists():
            self.stdout.write(
                _("There are people here already; the demo is left as it is.")
            )
            return
        self._step(
            _("the country"), lambda: call_command("load_sweden", stdout=self.stdout)
        )
        self._step(_("the promises"), self._promises)

    def _promises(self) -> None:
        with transaction.atomic():
            cast = stage.set_up()
            seeds.restate_all(cast)
            degerfors.tell(cast)
            joint.tell(cast)

    def _step(self, what: str, do: Callable[[], object]) -> None:
        began = time.monotonic()
        do()
        self.stdout.write(f"  {what}: {time.monotonic() - began:.1f} s")

    def _tell_accounts(self) -> None:
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.email:40} {account.name}")
        self.stdout.write(_("  password for all: %(password)s") % {"password": PASSWORD})
