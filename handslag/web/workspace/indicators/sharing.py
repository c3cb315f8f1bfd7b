"""A definition is offered to other municipalities, and taken into use by them."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from handslag.core.access import Act, ForbiddenError
from handslag.domain.series import queries, services
from handslag.domain.series.models import Indicator
from handslag.web.guarded import guarded
from handslag.web.requests import WorkRequest
from handslag.web.workspace import fields
from handslag.web.workspace.indicators.one import the_indicator
from handslag.web.workspace.sight import done, home_of, shown
from handslag.web.workspace.writing import BOTH


@require_POST
def offer(request: WorkRequest, key: UUID) -> HttpResponse:
    """Offer it, or no longer. Whoever has taken it keeps it."""
    indicator = the_indicator(request, key, writing=True)
    offered = request.POST.get("offered") == "yes"
    services.offer_indicator(request.actor, indicator, offered=offered)
    said = (
        _("Other municipalities can take the definition into use now.")
        if offered
        else _("The definition is offered no more. Whoever has taken it keeps it.")
    )
    messages.success(request, said)
    return redirect("workspace:indicator", key)


@require_POST
def show(request: WorkRequest, key: UUID) -> HttpResponse:
    """Show it to everyone, or no longer."""
    indicator = the_indicator(request, key, writing=True, act=Act.RELEASE_COUNTS)
    public = request.POST.get("public") == "yes"
    services.show_indicator(request.actor, indicator, public=public)
    said = (
        _("Everyone can read the indicator now.")
        if public
        else _("The indicator is not shown to everyone any longer.")
    )
    messages.success(request, said)
    return redirect("workspace:indicator", key)


class TakeForm(forms.Form):
    """Who follows it here."""

    responsible = guarded(
        fields.line(
            gettext_lazy("Which function follows it?"),
            required=gettext_lazy("Write which function follows it."),
            max_length=200,
        )
    )


@require_http_methods(BOTH)
def take(request: WorkRequest, key: UUID) -> HttpResponse:
    """Take what another municipality offers into use; goals and baseline are one's own."""
    get_object_or_404(queries.offered_to(None), public_id=key)
    homes = queries.homes_to_follow(request.actor)
    home = home_of(request, homes)
    if home is None and not homes:
        raise ForbiddenError("No municipality to follow anything for.")
    if home is None:
        return shown(request, "indicators/for_whom", {"homes": homes})
    offered: Indicator = get_object_or_404(queries.offered_to(home.pk), public_id=key)
    form = TakeForm(request.POST if request.method == "POST" else None)

    def deed() -> None:
        services.take_indicator(
            request.actor,
            home,
            offered,
            responsible=form.cleaned_data["responsible"],
        )

    if form.is_valid() and done(form, deed):
        messages.success(request, _("It is followed here too."))
        return redirect(reverse("workspace:indicators"))
    context = {"form": form, "offered": offered, "home": home}
    return shown(request, "indicators/take", context, form)
