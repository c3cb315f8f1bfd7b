"""An indicator as a file: every period with its state in a column of its own."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.core.sheets.cells import MARK, SEPARATOR, harmless
from handslag.core.sheets.writing import Value, workbook
from handslag.domain.series.figures import Reading, Told, told
from handslag.domain.series.models import Indicator
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.series import SIGNS
from handslag.web.workspace.indicators import said
from handslag.web.workspace.indicators.one import the_indicator

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def file(request: WorkRequest, key: UUID, kind: str) -> HttpResponse:
    """All periods of the indicator and of what it is compared with."""
    indicator = the_indicator(request, key)
    found = told(indicator)
    head, rows = _head(), list(_rows(indicator, found))
    if kind == "xlsx":
        response = HttpResponse(b"".join(workbook(head, rows)), content_type=XLSX)
    else:
        response = HttpResponse(_separated(head, rows), content_type=CSV)
    name = f"indikator-{str(indicator.public_id)[:8]}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _head() -> list[str]:
    return [
        _("Area"),
        _("First day"),
        _("Last day"),
        _("Value"),
        _("State"),
        _("Sign"),
        _("Preliminary"),
        _("Unit"),
        _("Whose figures"),
        _("Fetched"),
    ]


def _rows(indicator: Indicator, found: Told) -> Iterator[list[Value]]:
    areas = [(indicator.home.name, found.own)]
    areas += [(one.name, one.readings) for one in found.others]
    fetched = indicator.series.retrieved_at
    about: list[Value] = [
        said.unit_of(indicator),
        said.attribution(indicator, found),
        swedish_date(fetched.date()) if fetched else "",
    ]
    for name, readings in areas:
        for one in readings:
            yield [name, *_cell(one), *about]


def _cell(one: Reading) -> list[Value]:
    """A state never is an empty cell: it says which of the five it is."""
    return [
        one.starts,
        one.ends,
        "" if one.amount is None else one.amount,
        one.state.value,
        SIGNS[one.state],
        _("yes") if one.is_preliminary else _("no"),
    ]


def _separated(head: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    pen = StringIO()
    pen.write(MARK)
    writer = csv.writer(pen, delimiter=SEPARATOR)
    writer.writerow(head)
    for row in rows:
        writer.writerow([harmless(one) if isinstance(one, str) else one for one in row])
    return pen.getvalue().encode()
