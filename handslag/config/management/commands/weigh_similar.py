"""How much a series counts when similar municipalities are looked for."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from handslag.core.access import system
from handslag.core.refusals import NotAllowedError
from handslag.domain.series.models import Series
from handslag.domain.series.services import weigh_peers


class Command(BaseCommand):
    """`manage.py weigh_similar kolada:N03702 0.5`"""

    help = "Says how much an official series weighs among what makes places similar."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("series", help="source and number, such as kolada:N03702")
        parser.add_argument("weight", help="between 0 and 99; 0 takes it away")

    def handle(self, *args: Any, **options: Any) -> None:
        source, _colon, number = options["series"].partition(":")
        held = Series.objects.filter(owner=None, source=source, external_id=number)
        series = held.first()
        if series is None:
            raise CommandError(_("No official series has this source and number."))
        try:
            weigh_peers(system("command"), series, Decimal(options["weight"]))
        except (InvalidOperation, NotAllowedError) as error:
            raise CommandError(_("Write a weight between 0 and 99.")) from error
        said = _("%(series)s weighs %(weight)s.")
        self.stdout.write(said % {"series": series, "weight": options["weight"]})
