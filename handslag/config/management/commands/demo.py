"""`manage.py demo`: five municipalities, the open catalogue, and a made-up year."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

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
            raise CommandError("Sätt DEMO=yes. Demons lösenord är offentliga.")
        if Person.objects.exists():
            self.stdout.write("Demon finns redan.")
            return
        self._step("landet", lambda: call_command("load_sweden", verbosity=0))
        self._step("löften", self._promises)

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
        self.stdout.write(f"  lösenord för alla: {PASSWORD}")
