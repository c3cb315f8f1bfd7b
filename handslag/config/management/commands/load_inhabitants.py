"""Say how many live in each square of a municipality: without it no map is published."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from handslag.core.access import system
from handslag.domain.organisations import queries, services, squares
from handslag.domain.organisations.rules import NotAllowedError


class Command(BaseCommand):
    """`manage.py load_inhabitants lundby rutor.csv 250 2025`."""

    help = "Takes in a table of inhabitants by square of 100, 250 or 500 metres."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("municipality")
        parser.add_argument("file", type=Path)
        parser.add_argument("size", type=int)
        parser.add_argument("year", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        municipality = queries.municipality_by_slug(options["municipality"])
        if municipality is None:
            raise CommandError(_("No municipality has that address."))
        try:
            lines = options["file"].read_text().splitlines()
            found = squares.read(lines, options["size"])
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(str(error)) from error
        except NotAllowedError as error:
            raise CommandError(services.sentence(error)) from error
        size, year = options["size"], options["year"]
        number = services.count_inhabitants(
            system("load_inhabitants"), municipality, found, size=size, year=year
        )
        self.stdout.write(_("%(number)s squares.") % {"number": number})
