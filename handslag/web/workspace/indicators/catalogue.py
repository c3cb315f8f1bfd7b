"""The series that are held, and when they were fetched."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.domain.series import queries
from handslag.domain.series.models import Series
from handslag.domain.series.rules import Rhythm, Source
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.words.series import RHYTHMS, SOURCES
from handslag.web.workspace.sight import shown


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """Name, source, rhythm, how many cells, between which years, when fetched."""
    rows = list(queries.holdings(request.actor, today=request.today))
    table = [
        [
            one.series.name,
            str(SOURCES[Source(one.series.source)]),
            one.series.external_id if one.series.owner_id is None else "",
            one.series.unit,
            str(RHYTHMS[Rhythm(one.series.rhythm)]),
            f"{one.first.year}–{one.last.year}" if one.first and one.last else "",
            number(one.cells),
            _fetched(one.series),
        ]
        for one in rows
    ]
    answer = ngettext("%(n)s series is held.", "%(n)s series are held.", len(rows))
    columns = [
        {"text": _("Series")},
        {"text": _("Source")},
        {"text": _("Its number there")},
        {"text": _("Unit")},
        {"text": _("Rhythm")},
        {"text": _("Years")},
        {"text": _("Cells"), "num": True},
        {"text": _("Fetched")},
    ]
    context = {
        "answer": answer % {"n": number(len(rows))},
        "rows": table,
        "columns": columns,
    }
    return shown(request, "indicators/catalogue", context)


def _fetched(series: Series) -> str:
    return swedish_date(series.retrieved_at) if series.retrieved_at else _("never")
