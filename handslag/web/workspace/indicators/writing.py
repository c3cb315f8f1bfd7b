"""Beginning to follow something, changing it, typing in a value."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import ForbiddenError
from handslag.core.deadlines import months_after
from handslag.domain.series import queries, services
from handslag.domain.series.models import Indicator
from handslag.domain.series.queries import area_code_of
from handslag.domain.series.rules import Cell, Rhythm, State
from handslag.domain.series.rules.cells import LENGTHS
from handslag.web.requests import WorkRequest
from handslag.web.workspace.indicators.forms import (
    IndicatorForm,
    ValueForm,
    initial_of,
)
from handslag.web.workspace.indicators.one import the_indicator
from handslag.web.workspace.sight import home_of, shown
from handslag.web.workspace.writing import BOTH, Page, written

FORM = "indicators/form"


@require_http_methods(BOTH)
def new(request: WorkRequest) -> HttpResponse:
    """Begin to follow something."""
    homes = queries.homes_to_follow(request.actor)
    home = home_of(request, homes)
    if home is None and not homes:
        raise ForbiddenError("No municipality to follow anything for.")
    if home is None:
        return shown(request, "indicators/for_whom", {"homes": homes})
    given = request.POST if request.method == "POST" else None
    held = queries.series_held(request.actor, today=request.today)
    form = IndicatorForm(
        given,
        held=held,
        beside=queries.indicators_of([home.pk]),
        initial={"revision": 0},
    )

    def deed() -> object:
        return services.make_indicator(request.actor, home, form.draft())

    answer = _("Say what it shows and which way is good. %(home)s.") % {"home": home}
    about = Page(_("Follow something"), reverse("workspace:indicators"), answer=answer)
    return written(request, about, form, deed, template=FORM)


@require_http_methods(BOTH)
def edit(request: WorkRequest, key: UUID) -> HttpResponse:
    """Change what is said of it."""
    indicator = the_indicator(request, key, writing=True)
    given = request.POST if request.method == "POST" else None
    held = queries.series_held(request.actor, today=request.today)
    beside = queries.indicators_of([indicator.home_id]).exclude(pk=indicator.pk)
    initial = initial_of(indicator)
    form = IndicatorForm(given, held=held, beside=beside, initial=initial)

    def deed() -> object:
        draft = form.draft(is_example=indicator.is_example)
        seen = form.cleaned_data["revision"]
        return services.change_indicator(request.actor, indicator, draft, revision=seen)

    about = Page(_("Change the indicator"), _back(key), above=indicator.name)
    return written(
        request,
        about,
        form,
        deed,
        now=lambda: initial_of(the_indicator(request, key)),
        template=FORM,
    )


@require_http_methods(BOTH)
def value(request: WorkRequest, key: UUID) -> HttpResponse:
    """Type in one value."""
    indicator = the_indicator(request, key, writing=True)
    form = ValueForm(request.POST if request.method == "POST" else None)

    def deed() -> object:
        cell = _cell(indicator, form)
        return services.type_in(request.actor, indicator, cell, now=request.now)

    answer = _("A value that was there before is kept as an older one.")
    about = Page(_("Type in a value"), _back(key), above=indicator.name, answer=answer)
    return written(request, about, form, deed, template=FORM)


def _back(key: UUID) -> str:
    return reverse("workspace:indicator", args=[key])


def _cell(indicator: Indicator, form: ValueForm) -> Cell:
    given = form.cleaned_data
    long = LENGTHS[Rhythm(indicator.series.rhythm)]
    starts = given["starts"]
    return Cell(
        area_code_of(indicator.home),
        starts,
        months_after(starts, long) - timedelta(days=1),
        State(given["state"]),
        given["amount"],
        is_preliminary=given["is_preliminary"],
    )
