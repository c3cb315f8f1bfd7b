"""The files so far, and a new one."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import ForbiddenError
from handslag.core.refusals import NotAllowedError
from handslag.domain.organisations.models import Organisation
from handslag.domain.series import queries, services
from handslag.domain.series.models import SentFile
from handslag.domain.series.rules.importing import MOST_BYTES, FileKind
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.figure_files import KINDS, READ_IN, TAKEN_BACK, WAITS
from handslag.web.workspace.importing.forms import FileForm
from handslag.web.workspace.sight import done, home_of, shown
from handslag.web.workspace.writing import BOTH

ROWS = 50


@require_http_methods(BOTH)
def page(request: WorkRequest) -> HttpResponse:
    """Send in a file; the files so far."""
    homes = queries.homes_to_follow(request.actor)
    if not homes:
        raise ForbiddenError("No municipality to send anything in for.")
    home = home_of(request, homes)
    if home is None:
        return shown(request, "figure_files/for_whom", {"homes": homes})
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*typed)
    made: list[SentFile] = []
    if form.is_valid() and done(form, lambda: made.append(_send(request, home, form))):
        sent = made[0]
        is_table = sent.kind == FileKind.TABLE
        name = "figure-file-columns" if is_table else "figure-file"
        return redirect(f"workspace:{name}", sent.public_id)
    context = {
        "form": form,
        "home": home,
        "columns": [{"text": _("File")}, {"text": _("Kind")}, {"text": _("How it stands")}],
        "rows": [_row(one) for one in queries.files_seen_by(request.actor)[:ROWS]],
    }
    return shown(request, "figure_files/listing", context, form)


def _send(request: WorkRequest, home: Organisation, form: FileForm) -> SentFile:
    given = form.cleaned_data["file"]
    if given.size > MOST_BYTES:
        raise NotAllowedError("series.file_too_large")
    return services.send(
        request.actor,
        home,
        FileKind(form.cleaned_data["kind"]),
        name=given.name,
        content=given.read(),
        chosen=form.chosen,
        now=request.now,
    )


def _row(sent: SentFile) -> list[object]:
    href = reverse("workspace:figure-file", args=[sent.public_id])
    stands, day = WAITS, sent.made_at
    if sent.done_at:
        stands, day = READ_IN, sent.done_at
    if sent.undone_at:
        stands, day = TAKEN_BACK, sent.undone_at
    kind = str(KINDS[FileKind(sent.kind)])
    return [{"text": sent.name, "href": href}, kind, f"{stands}, {swedish_date(day)}"]
