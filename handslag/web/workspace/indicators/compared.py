"""One indicator beside similar municipalities, the county and the nation."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from handslag.core.refusals import NotAllowedError
from handslag.domain.series.figures import Comparison, comparison
from handslag.domain.series.models import Indicator, Series
from handslag.domain.series.rules.peers import BARRED, Hindrance
from handslag.web.following import said
from handslag.web.requests import WorkRequest
from handslag.web.words import refusal
from handslag.web.words.comparing import HINDRANCES
from handslag.web.workspace.indicators import compared_said as words
from handslag.web.workspace.indicators.comparing import CompareForm, wanted_by
from handslag.web.workspace.indicators.kept import keep
from handslag.web.workspace.indicators.one import breaks_of, may_write, the_indicator
from handslag.web.workspace.sight import shown
from handslag.web.workspace.writing import BOTH

_TO_READ_IN = {Hindrance.NO_PEOPLE, Hindrance.NO_FEATURES, Hindrance.FEW}


@require_http_methods(BOTH)
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The year in a sentence, the funnel, the intervals, who is similar and why."""
    indicator = the_indicator(request, key, writing=request.method == "POST")
    wanted = wanted_by(request.GET)
    found = comparison(indicator, wanted)
    if request.method == "POST":
        return _kept(request, indicator, found)
    credit = words.credits_of(indicator, found)
    verdict = words.verdict_of(indicator, found)
    context = {
        "indicator": indicator,
        "answer": words.answer(indicator, found),
        "verdict": verdict,
        "counted": words.box(found, credit) if verdict else None,
        "more": words.beside_it(found),
        "hindrance": _hindrance(found),
        "read_in": found.hindrance in _TO_READ_IN and may_write(request, indicator),
        "form": CompareForm(found, wanted),
        "funnel": words.funnel_of(indicator, found),
        "dots": words.dots_of(indicator, found),
        "lacking": words.without_figure(found) if words.has_others(found) else [],
        "credit": credit,
        **_similar(found),
        **_kept_in_mind(indicator, found),
        "may_cite": found.hindrance is None and may_write(request, indicator),
        "made_up": _made_up(indicator, found),
    }
    return shown(request, "indicators/compared", context)


def _kept(request: WorkRequest, indicator: Indicator, found: Comparison) -> HttpResponse:
    try:
        finding = keep(request, indicator, found)
    except NotAllowedError as error:
        messages.error(request, refusal(error))
        return redirect("workspace:indicator-compared", indicator.public_id)
    messages.success(request, _("Kept as a finding. Now it can be cited."))
    return redirect("workspace:finding", finding.public_id)


def _hindrance(found: Comparison) -> str:
    """What the answer does not say already."""
    if found.hindrance is None or found.hindrance in BARRED:
        return ""
    return str(HINDRANCES[found.hindrance])


def _similar(found: Comparison) -> dict[str, object]:
    """Who is similar, and what the distance is made of."""
    columns, rows = words.likeness(found)
    used = [one.series for one in found.alike.used]
    return {
        "columns": columns,
        "rows": rows,
        "looked_at": words.looked_at(found),
        "among": found.alike.among,
        "left_out": found.alike.left_out,
        "distance_credit": words.derived(used) if rows else "",
    }


def _kept_in_mind(indicator: Indicator, found: Comparison) -> dict[str, object]:
    """What every comparison says of itself."""
    model = found.model
    return {
        "model": words.model_said(model) if model else "",
        "model_credit": _("Source: %(source)s") % {"source": said.source_of(model.series)}
        if model
        else "",
        "caveats": [
            one
            for one in (
                indicator.series.caveats,
                _(
                    "Visitors, commuters and tourists are not among the inhabitants: a"
                    " place that many come to has a high figure for that reason alone."
                )
                if words.is_divided(found)
                else "",
                *breaks_of(indicator),
            )
            if one
        ],
    }


def _made_up(indicator: Indicator, found: Comparison) -> bool:
    """Whether any figure behind it is an example."""
    series: list[Series] = [indicator.series, *(one.series for one in found.alike.used)]
    return indicator.is_example or any(one.is_example for one in series)
