"""`manage.py demo`: five municipalities, the open catalogue, and a made-up year."""

import json
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.timezone import now as clock  # noqa: TID251 (a command reads the clock)
from django.utils.translation import gettext as _

from handslag.config.demo import (
    agreements,
    asked,
    causes,
    compared,
    council,
    degerfors,
    est,
    evidence,
    exposed,
    followed,
    foreseen,
    handled,
    helped,
    joint,
    mapped,
    noticed,
    official,
    picture,
    places,
    plans,
    registered,
    reported,
    said,
    seeds,
    stage,
    talked,
    told,
    walked,
    weekly,
    year,
)
from handslag.config.demo.accounts import ACCOUNTS, PASSWORD
from handslag.core.access import system
from handslag.core.accounts.models import Person
from handslag.domain.promises.services import import_catalogue
from handslag.domain.promises.shipped import CATALOGUE, COLLECTED_ON

# Each builds on those before it.
ONE_AFTER_ANOTHER = (
    joint,
    council,
    year,
    reported,
    handled,
    weekly,
    mapped,
    est,
    told,
    walked,
    asked,
    exposed,
    said,
    talked,
    helped,
    followed,
    foreseen,
    registered,
)


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
        self._step(_("the open catalogue"), self._catalogue)
        self._step(_("the promises of the five"), self._promises)

    def _catalogue(self) -> None:
        """All but the five that are restated from their own pages: never one set twice."""
        records = json.loads(CATALOGUE.read_text())
        import_catalogue(
            system("demo"),
            [record for record in records if record["source_type"] != "seed"],
            retrieved_on=COLLECTED_ON,
            now=clock(),
        )

    def _promises(self) -> None:
        with transaction.atomic():
            cast = stage.set_up()
            seeds.restate_all(cast)
            evidence.tell(cast)
            under = agreements.tell(cast)
            places.name_places(cast)
            picture.tell(cast, before_freezing=causes.tell)
            plans.tell(cast)
            plans.next_draft(cast)
            degerfors.tell(cast, under)
            for part in ONE_AFTER_ANOTHER:
                part.tell(cast)
            official.tell()
            compared.tell(cast)
            noticed.tell()

    def _step(self, what: str, do: Callable[[], object]) -> None:
        began = time.monotonic()
        do()
        self.stdout.write(f"  {what}: {time.monotonic() - began:.1f} s")

    def _tell_accounts(self) -> None:
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.email:40} {account.name}")
        self.stdout.write(_("  password for all: %(password)s") % {"password": PASSWORD})
