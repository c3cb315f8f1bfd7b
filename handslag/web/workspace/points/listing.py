"""The files of points so far, and a new one."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import ForbiddenError
from handslag.core.refusals import NotAllowedError
from handslag.domain.analysis import queries, services
from handslag.domain.analysis.models import PointFile
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.queries import homes_to_follow
from handslag.domain.series.rules.importing import MOST_BYTES
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.words.figure_files import READ_IN, TAKEN_BACK, WAITS
from handslag.web.workspace.points.forms import PointFileForm
from handslag.web.workspace.sight import done, home_of, shown
from handslag.web.workspace.writing import BOTH

ROWS = 50


@require_http_methods(BOTH)
def page(request: WorkRequest) -> HttpResponse:
    """Send in a file; the files so far."""
    homes = homes_to_follow(request.actor)
    if not homes:
        raise ForbiddenError("No municipality to send anything in for.")
    home = home_of(request, homes)
    if home is None:
        return shown(request, "points/for_whom", {"homes": homes})
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PointFileForm(*typed)
    made: list[PointFile] = []
    if form.is_valid() and done(form, lambda: made.append(_send(request, home, form))):
        return redirect("workspace:point-file", made[0].public_id)
    files = queries.point_files_seen_by(request.actor)[:ROWS]
    context = {
        "form": form,
        "home": home,
        "columns": [
            {"text": _("File")},
            {"text": _("Points"), "num": True},
            {"text": _("How it stands")},
        ],
        "rows": [_row(one) for one in files],
    }
    return shown(request, "points/listing", context, form)


def _send(request: WorkRequest, home: Organisation, form: PointFileForm) -> PointFile:
    given = form.cleaned_data["file"]
    if given.size > MOST_BYTES:
        raise NotAllowedError("series.file_too_large")
    return services.send_points(
        request.actor,
        home,
        form.draft(),
        name=given.name,
        content=given.read(),
        now=request.now,
    )


def _row(file: PointFile) -> list[object]:
    href = reverse("workspace:point-file", args=[file.public_id])
    stands, day = WAITS, file.made_at
    if file.done_at:
        stands, day = READ_IN, file.done_at
    if file.undone_at:
        stands, day = TAKEN_BACK, file.undone_at
    points = number(file.n) if file.done_at else ""
    return [{"text": file.name, "href": href}, points, f"{stands}, {swedish_date(day)}"]
