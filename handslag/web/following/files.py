"""An indicator as a file: every period with its state in a column of its own."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from django.http import HttpResponse
from django.utils.translation import gettext as _

from handslag.core.sheets.cells import MARK, SEPARATOR, harmless
from handslag.core.sheets.writing import Value, workbook
from handslag.domain.series.figures import Followed, Reading
from handslag.web.following import said
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.series import SIGNS

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_file(one: Followed, kind: str) -> HttpResponse:
    """All periods of the indicator and of what it is compared with; "csv" or "xlsx"."""
    head, rows = _head(), list(_rows(one))
    if kind == "xlsx":
        response = HttpResponse(b"".join(workbook(head, rows)), content_type=XLSX)
    else:
        response = HttpResponse(_separated(head, rows), content_type=CSV)
    name = f"indikator-{str(one.key)[:8]}.{kind}"
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


def _rows(one: Followed) -> Iterator[list[Value]]:
    areas = [(one.home, one.told.own)]
    areas += [(other.name, other.readings) for other in one.told.others]
    about: list[Value] = [
        said.unit_of(one),
        said.attribution(one),
        swedish_date(one.retrieved_at.date()) if one.retrieved_at else "",
    ]
    for name, readings in areas:
        for row in readings:
            yield [name, *_cell(row), *about]


def _cell(one: Reading) -> list[Value]:
    """A state never is an empty cell: it says which of the five it is."""
    return [
        one.starts,
        one.ends,
        "" if one.amount is None else one.amount,
        said.shown_state(one).value,
        SIGNS[said.shown_state(one)],
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
