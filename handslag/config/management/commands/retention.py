"""The document management plan, as the code states it."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handslag.core.retention import queries
from handslag.core.retention.rules import Statement

AFTERWARDS = {
    "keep": gettext_lazy("kept"),
    "delete": gettext_lazy("deleted"),
    "anonymise": gettext_lazy("made anonymous"),
}


class Command(BaseCommand):
    """`manage.py retention`"""

    help = "Prints how long each kind of row is kept, what happens then, and why."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(
            f"| {_('series')} | {_('table')} | {_('kept for')} | {_('why')} |"
        )
        self.stdout.write("|---|---|---|---|")
        for one in sorted(queries.statements(), key=lambda one: (one.keep, one.model)):
            self.stdout.write(
                f"| {one.keep} | {one.model} | {_how_long(one)} | {one.why} |"
            )


def _how_long(statement: Statement) -> str:
    if statement.months is None:
        return _("for ever")
    afterwards = AFTERWARDS[statement.then]
    if not statement.months:
        return _("as long as needed, then %(afterwards)s") % {"afterwards": afterwards}
    return _("%(months)d months, then %(afterwards)s") % {
        "months": statement.months,
        "afterwards": afterwards,
    }
