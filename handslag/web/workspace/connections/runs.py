"""One run: what came of it, and the lines that were refused."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from handslag.core.connections import queries
from handslag.core.connections.models import Run
from handslag.core.connections.rules import Connector
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import moment, number
from handslag.web.words.connections import NAMES, reason
from handslag.web.workspace.connections.listing import how
from handslag.web.workspace.sight import shown


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """How it went, in numbers, and each refused line with its reason."""
    run = get_object_or_404(queries.runs_seen_by(request.actor), public_id=key)
    lines = list(run.lines.all())
    context = {
        "run": run,
        "name": NAMES[Connector(run.connection.connector)],
        "answer": how(run),
        "facts": _facts(run),
        "columns": [{"text": _("Line")}, {"text": _("Why it was not taken in")}],
        "rows": [[number(one.nr), reason(one.reason)] for one in lines],
        "more": run.refused > len(lines) > 0,
    }
    return shown(request, "connections/run", context)


def _facts(run: Run) -> list[tuple[str, str]]:
    facts = [
        (_("When"), moment(run.at)),
        (_("New"), number(run.new)),
        (_("Changed"), number(run.changed)),
        (_("The same as before"), number(run.same)),
        (_("Kept: a final value was there"), number(run.kept)),
        (pgettext("run", "Refused"), number(run.refused)),
    ]
    if run.file_name:
        facts.append((_("File"), run.file_name))
    if run.sha256:
        facts.append((_("Fingerprint (SHA-256)"), run.sha256[:16]))
    if run.undone_at:
        facts.append((_("Taken back"), moment(run.undone_at)))
    return facts
