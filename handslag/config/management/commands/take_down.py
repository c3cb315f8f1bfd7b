"""Take down the summary of a public page, for a municipality that is not here itself."""

import re
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now as clock  # noqa: TID251 (a command reads the clock)
from django.utils.translation import gettext as _

from handslag.core.access import system
from handslag.domain.promises import queries, services
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.web.words import refusal

ADDRESS = re.compile(r"(?:^|/)(?P<municipality>[^/]+)/loften/(?P<period>[^/]+)(?:/|$)")


class Command(BaseCommand):
    """`manage.py take_down https://…/lundby/loften/2018/ [--put-back]`"""

    help = "Takes down a summary that somebody asked us to remove, or puts it back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", help="the address of its page")
        parser.add_argument("--put-back", action="store_true", help="show it again")

    def handle(self, *args: Any, **options: Any) -> None:
        at = ADDRESS.search(options["address"])
        set_ = queries.set_at(at["municipality"], at["period"]) if at else None
        if set_ is None:
            raise CommandError(_("There are no promises at this address."))
        deed = services.put_back if options["put_back"] else services.take_down
        try:
            deed(system("take_down"), set_, now=clock())
        except NotAllowedError as error:
            raise CommandError(refusal(error)) from None
        said = _("It is shown again.") if options["put_back"] else _("It is taken down.")
        self.stdout.write(said)
