"""The ten things to read before the first report, and who has read them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.domain.incidents.queries import reporting
from handslag.domain.incidents.services.training import pass_training
from handslag.web.requests import WorkRequest
from handslag.web.words.reporters import TEN_THINGS
from handslag.web.workspace.sight import shown


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest) -> HttpResponse:
    """Read the ten things, and say so. The form is open after that."""
    own = request.actor.where(Act.REPORT_INCIDENTS)
    require(request.actor, Act.REPORT_INCIDENTS, in_any_of=own)
    if request.method == "POST" and request.POST.get("read") == "yes":
        pass_training(request.actor, now=request.now)
        messages.success(request, _("Thank you. Now you can report."))
        return redirect("workspace:reporting")
    context = {
        "things": TEN_THINGS,
        "has_passed": reporting.has_passed(request.actor),
        "is_unticked": request.method == "POST",
    }
    return shown(request, "reporting/training", context)


@require_safe
def trained(request: WorkRequest) -> HttpResponse:
    """Which reporters have read the ten things, for those who handle the reports."""
    here = request.actor.where(Act.HANDLE_REPORTS)
    require(request.actor, Act.HANDLE_REPORTS, in_any_of=here)
    rows = reporting.trained(request.actor, today=request.today)
    context = {"rows": rows, "passed": sum(1 for one in rows if one.passed_at)}
    return shown(request, "reporting/trained", context)
