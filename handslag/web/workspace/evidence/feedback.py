"""What those who spoke were told: the end of the chain."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act
from handslag.domain.evidence import queries, services
from handslag.domain.evidence.models import Evidence, Feedback
from handslag.domain.evidence.rules.feedback import Told
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.evidence.views import the_finding
from handslag.web.workspace.sight import done, shown


class ToldForm(forms.Form):
    """When, how, and what was said."""

    told_on = fields.day(_("When were they told?"), required=_("Write the day."))
    channel = fields.line(
        _("How?"),
        required=_("Write how they were told."),
        help_text=_("For example: an open meeting in the library, and on the website."),
        max_length=200,
    )
    said = fields.words(
        _("What were they told?"),
        required=_("Write what they were told."),
        help_text=_("You said … We did … This became of it. It can be shown in public."),
    )

    @property
    def told(self) -> Told:
        given = self.cleaned_data
        return Told(given["told_on"], given["channel"], given["said"])


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """Write down what was told; `?rattar=` puts an earlier row right."""
    finding = the_finding(request, key, Act.RECORD_EVIDENCE)
    earlier = _earlier(request, finding)
    form = ToldForm(request.POST or None, initial=_initial(earlier, request))
    if form.is_valid() and done(
        form,
        lambda: services.tell(
            request.actor, finding, form.told, now=request.now, corrects=earlier
        ),
    ):
        messages.success(request, now_("It is written down what they were told."))
        return redirect("workspace:finding", finding.public_id)
    context = {"form": form, "finding": finding, "earlier": earlier}
    return shown(request, "evidence/feedback", context, form)


def _earlier(request: WorkRequest, finding: Evidence) -> Feedback | None:
    asked = request.GET.get("rattar")
    if not asked:
        return None
    try:
        key = UUID(asked)
    except ValueError as error:
        raise Http404 from error
    return get_object_or_404(queries.feedback_of(finding), public_id=key)


def _initial(earlier: Feedback | None, request: WorkRequest) -> dict[str, object]:
    if earlier is None:
        return {"told_on": request.today}
    return {"told_on": earlier.told_on, "channel": earlier.channel, "said": earlier.said}
