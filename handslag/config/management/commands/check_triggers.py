"""Check that the tables which are only added to are still guarded."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils.translation import gettext as _

from handslag.core.audit import triggers


class Command(BaseCommand):
    """`manage.py check_triggers`, also a part of `make check`."""

    help = "Finds triggers that a migration, or someone, has dropped or altered."

    def handle(self, *args: Any, **options: Any) -> None:
        missing = triggers.missing(connection)
        for name in missing:
            self.stderr.write(name)
        if missing:
            raise CommandError(
                _("Triggers are missing. Say append_only() again in a migration.")
            )
        tables = triggers.append_only_tables(connection)
        self.stdout.write(_("Guarded: %(tables)s") % {"tables": ", ".join(tables)})
