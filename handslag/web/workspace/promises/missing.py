"""What is missing in the chain of a set, and why: said before anyone is asked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.queries import BrokenSet
from handslag.web.requests import WorkRequest
from handslag.web.words.plans import BREAKS, MENDING
from handslag.web.workspace.plans.forms import ReasonsForm
from handslag.web.workspace.sight import done, shown


def unexplained(request: WorkRequest, set_: PromiseSet, missing: BrokenSet) -> HttpResponse:
    """Mend it, or write why; then the exact text is shown, with the reasons in it."""
    is_sent = request.method == "POST" and "skal-0" in request.POST
    form = ReasonsForm(
        request.POST if is_sent else None,
        broken=missing.all_missing,
        written={(one.kind, one.thing): one.text for one in missing.reasons},
    )
    if form.is_valid() and done(
        form, lambda: services.explain_missing(request.actor, set_, form.reasons)
    ):
        messages.success(request, _("Saved."))
        return redirect("workspace:ask", set_.public_id)
    groups = [
        (BREAKS[kind], MENDING[kind], [form[name] for name in names])
        for kind, names in form.groups
    ]
    context = {"set": set_, "form": form, "groups": groups}
    return shown(request, "promises/missing", context, form)
