"""The way to the answer: it is public, those who spoke are told, and it is closed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods, require_POST

from handslag.core.refusals import NotAllowedError
from handslag.domain.voices import services
from handslag.domain.voices.rules import Phase
from handslag.web.answers import number
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.workspace.voices.forms import ClosingForm, ToldForm
from handslag.web.workspace.voices.sight import the_occasion
from handslag.web.workspace.voices.writing import BOTH, Page, nothing, written

# The two steps that are taken here. Closing has a page of its own.
STEPS = {"open": Phase.OPEN, "heard": Phase.HEARD}


@require_http_methods(BOTH)
def tell(request: WorkRequest, key: UUID) -> HttpResponse:
    """Write down what they were told; those who left an address get it in a letter."""
    occasion = the_occasion(request, key, to_listen=True).occasion
    waiting = occasion.addresses.filter(told_on__isnull=True).count()
    form = ToldForm(request.POST or None, initial={"told_on": request.today})
    letters = ngettext(
        "%(n)s address gets it in a letter, once.",
        "%(n)s addresses get it in a letter, once.",
        waiting,
    ) % {"n": number(waiting)}
    page = Page(
        _("What were they told?"),
        letters if waiting else _("Nobody has left an address."),
        occasion=occasion,
        said=_("It is written down what they were told."),
    )
    return written(
        request,
        page,
        form,
        lambda: services.tell(request.actor, occasion, form.told, now=request.now),
    )


@require_http_methods(BOTH)
def publish(request: WorkRequest, key: UUID) -> HttpResponse:
    """A last look as a stranger, then everyone can read it."""
    occasion = the_occasion(request, key, to_listen=True).occasion
    page = Page(
        _("Let everyone read it?"),
        _("The page is public at once, and can be taken back."),
        button=_("Publish"),
        said=_("Everyone can read it now."),
        occasion=occasion,
    )
    return written(
        request,
        page,
        nothing(request),
        lambda: services.publish_occasion(request.actor, occasion, now=request.now),
    )


@require_http_methods(BOTH)
def take_back(request: WorkRequest, key: UUID) -> HttpResponse:
    """The page goes; its address says that it was taken back, and when."""
    occasion = the_occasion(request, key, to_listen=True).occasion
    page = Page(
        _("Take the page back?"),
        _("Whoever has the address reads that it was taken back, and when."),
        button=_("Take it back"),
        said=_("The page has been taken back."),
        occasion=occasion,
    )
    return written(
        request,
        page,
        nothing(request),
        lambda: services.take_back_occasion(request.actor, occasion, now=request.now),
    )


@require_http_methods(BOTH)
def close(request: WorkRequest, key: UUID) -> HttpResponse:
    """End it: they have been told, or everyone can read why they have not."""
    at = the_occasion(request, key, to_listen=True)
    occasion = at.occasion
    form = (
        nothing(request)
        if at.is_told
        else ClosingForm(request.POST if request.method == "POST" else None)
    )
    page = Page(
        _("Close it?"),
        _("Those who spoke have been told. The page stays as it is.")
        if at.is_told
        else _("Nobody has been told. Then everyone must be able to read why."),
        button=pgettext("occasion", "Close it"),
        said=_("It is closed."),
        occasion=occasion,
    )
    return written(
        request,
        page,
        form,
        lambda: services.close_occasion(
            request.actor,
            occasion,
            why=form.cleaned_data.get("why", ""),
            now=request.now,
        ),
    )


@require_POST
def step(request: WorkRequest, key: UUID) -> HttpResponse:
    """It is open now; or all has been heard."""
    occasion = the_occasion(request, key, to_listen=True).occasion
    wanted = STEPS.get(request.POST.get("phase", ""))
    try:
        if wanted is not None:
            services.step(request.actor, occasion, wanted, now=request.now)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
    return redirect("workspace:occasion", key)
