"""One indicator: the sentence, the line, the table, what to keep in mind."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from handslag.core.access import Act, require
from handslag.domain.plans import queries as plans
from handslag.domain.series import queries
from handslag.domain.series.figures import breaks_in, followed
from handslag.domain.series.models import Indicator
from handslag.domain.series.rules import Origin
from handslag.web.following import files
from handslag.web.following.shown import breaks_said, shown_of
from handslag.web.requests import WorkRequest
from handslag.web.workspace.plans.rows import uses_of
from handslag.web.workspace.sight import shown


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """What it shows, from where to where, and how it was counted."""
    indicator = the_indicator(request, key)
    context = {
        **shown_of(followed(indicator)),
        "indicator": indicator,
        "may": may_write(request, indicator),
        "may_show": request.actor.may(Act.RELEASE_COUNTS, indicator.home_id),
        "slug": indicator.home.slugs.get(current=True).slug if indicator.is_public else "",
        "uses": uses_of(plans.measured_by(request.actor, indicator)),
        "is_typed": indicator.origin == Origin.TYPED,
    }
    return shown(request, "indicators/page", context)


@require_safe
def file(request: WorkRequest, key: UUID, kind: str) -> HttpResponse:
    """The same as a file."""
    return files.as_file(followed(the_indicator(request, key)), kind)


def the_indicator(
    request: WorkRequest,
    key: UUID,
    *,
    writing: bool = False,
    act: Act = Act.RECORD_EVIDENCE,
) -> Indicator:
    """The indicator, if the person may see it and, `writing`, may do `act` with it."""
    seen = queries.indicators_seen_by(request.actor, today=request.today)
    found = get_object_or_404(seen, public_id=key)
    if writing:
        require(request.actor, act, in_any_of=frozenset({found.home_id}))
    return found


def may_write(request: WorkRequest, indicator: Indicator) -> bool:
    """Whether the person may change it."""
    return request.actor.may(Act.RECORD_EVIDENCE, indicator.home_id)


def breaks_of(indicator: Indicator) -> list[str]:
    """From which days on something else was counted."""
    return breaks_said(breaks_in(indicator.series))
