"""Put the country in the database: municipalities, counties, police, shared words."""

import time
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from handslag.core.access import system
from handslag.domain.organisations import services as organisations
from handslag.domain.organisations.shipped import sweden
from handslag.domain.vocabulary import services as vocabulary
from handslag.domain.vocabulary.shipped import words


class Command(BaseCommand):
    """`manage.py load_sweden`: safe to run again, adds only what is missing."""

    help = "Adds the municipalities, counties, police, localities and shared words."

    def handle(self, *args: Any, **options: Any) -> None:
        actor = system("load_sweden")
        began = time.monotonic()
        self.stdout.write(_("Adding municipalities, counties and police …"))
        loaded = organisations.found_all(actor, sweden(), today=timezone.localdate())
        self.stdout.write(
            _("%(organisations)s organisations, %(ties)s ties, %(places)s places are new.")
            % {
                "organisations": loaded.organisations,
                "ties": loaded.relations,
                "places": loaded.places,
            }
        )
        added = vocabulary.add_shipped(actor, words())
        self.stdout.write(
            _("%(words)s shared words are new. Done in %(seconds)s s.")
            % {"words": added, "seconds": f"{time.monotonic() - began:.1f}"}
        )
