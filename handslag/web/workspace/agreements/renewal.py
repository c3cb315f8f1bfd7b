"""The next agreement made from this one; one ended early; one that is signed on paper."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.domain.agreements import services
from handslag.domain.agreements.models import Agreement
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.agreements.forms import YEARS
from handslag.web.workspace.agreements.sight import the_agreement
from handslag.web.workspace.promises.set_forms import DaysForm
from handslag.web.workspace.sight import done, shown


class RenewalForm(DaysForm):
    """What the next agreement is called, its period, and what is changed."""

    name = fields.line(
        gettext_lazy("Name"),
        required=gettext_lazy("Write what the agreement is called."),
        max_length=200,
    )
    changes = fields.words(
        gettext_lazy("What is changed since the last one?"),
        help_text=gettext_lazy("Residents will read it. You can write it later too."),
    )

    field_order = ["name", "period_stated", "starts", "ends", "changes"]


@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: WorkRequest, key: UUID) -> HttpResponse:
    """Begin the next agreement with all that stands in this one."""
    row = the_agreement(request, key, Act.WRITE_AGREEMENT)
    form = RenewalForm(request.POST or None, initial=_next(row, request.today.year))
    made: list[Agreement] = []
    if form.is_valid() and done(
        form,
        lambda: made.append(
            services.renew(
                request.actor,
                row,
                name=form.cleaned_data["name"],
                period=form.period,
                changes=form.cleaned_data["changes"],
                now=request.now,
            )
        ),
    ):
        messages.success(request, _("The next agreement is begun, as a draft."))
        return redirect("workspace:agreement", made[0].public_id)
    return shown(request, "agreements/renew", {"agreement": row, "form": form}, form)


def _next(row: Agreement, this_year: int) -> dict[str, object]:
    """As many years after the last day, in the name too when the years stand there."""
    ends = row.ends.year if row.ends else this_year
    long = ends - row.starts.year + 1 if row.starts and row.ends else YEARS
    first = max(ends, this_year) + 1
    period = f"{first}–{first + long - 1}" if long > 1 else f"{first}"
    name = row.name
    if row.starts and row.ends:
        for dash in ("–", "-"):
            name = name.replace(f"{row.starts.year}{dash}{row.ends.year}", period)
    return {"name": name, "period_stated": period}


class EndingForm(forms.Form):
    """The last day, and why."""

    ended_on = fields.day(gettext_lazy("Which is the last day?"), required=fields.A_DAY)
    reason = fields.words(
        gettext_lazy("Why does it end?"),
        required=gettext_lazy("Say why it ends. Residents will read it."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: WorkRequest, key: UUID) -> HttpResponse:
    """The parties end the agreement before its time."""
    row = the_agreement(request, key, Act.ASK_FOR_APPROVAL)
    form = EndingForm(request.POST or None, initial={"ended_on": request.today})
    if form.is_valid() and done(
        form,
        lambda: services.end_early(
            request.actor,
            row,
            on=form.cleaned_data["ended_on"],
            reason=form.cleaned_data["reason"],
            now=request.now,
        ),
    ):
        messages.success(request, _("The agreement is ended. Its page stays."))
        return redirect("workspace:agreement", row.public_id)
    return shown(request, "agreements/end", {"agreement": row, "form": form}, form)


class PaperForm(forms.Form):
    """Where the signed text can be read."""

    source = fields.line(
        gettext_lazy("Where can the signed text be read?"),
        help_text=gettext_lazy(
            "A web address, or words. Or attach the signed original under Files first."
        ),
        max_length=600,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def restate(request: WorkRequest, key: UUID) -> HttpResponse:
    """Publish what the parties have already signed on paper."""
    row = the_agreement(request, key)
    require(request.actor, Act.ASK_FOR_APPROVAL, in_any_of=frozenset({row.home_id}))
    form = PaperForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(
        form,
        lambda: services.publish_restated(
            request.actor,
            row,
            source=form.cleaned_data["source"],
            read_on=request.today,
            now=request.now,
        ),
    ):
        messages.success(request, _("The agreement is public now."))
        return redirect("workspace:agreement", row.public_id)
    return shown(request, "agreements/restate", {"agreement": row, "form": form}, form)
