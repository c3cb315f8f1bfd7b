"""What came of what was reported: how many reports led to something.

Both answers are made of the same released figures and read nothing of the query string.
"""

import csv
import io
from datetime import date

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from handslag.domain.incidents.published.shares import (
    PublicShare,
    PublicShares,
    public_shares,
)
from handslag.domain.incidents.rules import shares as rules
from handslag.domain.incidents.rules.fates import LED
from handslag.domain.incidents.rules.shares import Part
from handslag.domain.organisations.published import Moved, Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.missing import no_municipality
from handslag.web.requests import SiteRequest
from handslag.web.ui.charts import share_bar
from handslag.web.ui.numbers import number
from handslag.web.words.fates import either


@require_safe
@cached(of_municipality)
def page(request: SiteRequest, municipality: str) -> HttpResponse:
    """The share in a sentence, what became of the reports, and how it has been before."""
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        return HttpResponsePermanentRedirect(
            reverse("public:report-outcomes", args=[found.to])
        )
    released = public_shares(municipality)
    answer = _answer(found, released)
    indexed = released is not None and not released.is_example
    context = {
        "municipality": found,
        "up": reverse("public:municipality", args=[found.slug]),
        "csv": reverse("public:report-outcomes-file", args=[found.slug]),
        "canonical": f"{settings.PUBLIC_ADDRESS}{request.path}",
        "indexed": indexed,
        "description": answer,
        "answer": answer,
        "rules": rules,
        **(_told(released) if released else {}),
    }
    answered = render(request, "public/reporting/outcomes.html", context)
    return _marked(answered, indexed=indexed)


@require_safe
@cached(of_municipality)
def as_csv(request: SiteRequest, municipality: str) -> HttpResponse:
    """Every number that has been released: one line for each part of each figure."""
    found = published_municipality(municipality)
    if not isinstance(found, Municipality):
        return no_municipality(request)
    released = public_shares(municipality)
    is_example = released is not None and released.is_example
    text = io.StringIO()
    lines = csv.writer(text, delimiter=";")
    lines.writerow(
        [
            "fran",
            "till",
            "rapporter",
            "av_tio",
            "halften_inom_dagar",
            "vad",
            "n",
            "pahittat",
        ]
    )
    for one in released.shares if released else ():
        half = "" if one.figure.half_within is None else one.figure.half_within
        span = f"{one.since:%Y-%m}", f"{one.month:%Y-%m}"
        for part in one.figure.parts:
            lines.writerow(
                [
                    *(*span, one.figure.n, one.figure.tenths, half),
                    *("+".join(part.fates), part.n, "ja" if is_example else "nej"),
                ]
            )
    answer = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="vad-hande-{municipality}.csv"'
    return _marked(answer, indexed=not is_example)


def _marked(answer: HttpResponse, *, indexed: bool) -> HttpResponse:
    if not indexed:
        answer["X-Robots-Tag"] = "noindex"
    return answer


def _answer(found: Municipality, released: PublicShares | None) -> str:
    if released is None:
        return _("%(name)s has not published yet how many reports lead to something.") % {
            "name": found.name
        }
    return _sentence(released.lately)


def _sentence(one: PublicShare) -> str:
    """ "7 of 10 reports from January–March 2026 led to something." """
    tenths = one.figure.tenths
    said = {"n": tenths, "span": span(one), "reports": number(one.figure.n)}
    if one.led_none:
        words = _("None of about %(reports)s reports from %(span)s led to something.")
    elif one.led_all:
        words = _("All of about %(reports)s reports from %(span)s led to something.")
    elif tenths == 0:
        words = _("Fewer than 1 of 10 reports from %(span)s led to something.")
    elif tenths == rules.TENTHS:
        words = _("More than 9 of 10 reports from %(span)s led to something.")
    else:
        words = _("%(n)s of 10 reports from %(span)s led to something.")
    return words % said


def _told(released: PublicShares) -> dict[str, object]:
    lately, last = released.lately, released.shares[0]
    return {
        "is_example": released.is_example,
        "lately": lately,
        "span": span(lately),
        "led": [_part(one) for one in lately.figure.parts if one.fates[0] in LED],
        "not_led": [_part(one) for one in lately.figure.parts if one.fates[0] not in LED],
        "half": _half(last),
        "shares": [_share(one) for one in released.shares],
    }


def _part(part: Part) -> dict[str, object]:
    return {"text": either(part.fates), "n": part.n, "several": len(part.fates) > 1}


def _half(one: PublicShare) -> str:
    days, said = one.figure.half_within, {"span": span(one)}
    if days is None:
        return _(
            "Of those from %(span)s fewer than half had an answer when it was counted."
        ) % {**said}
    if days == 0:
        return _("Half of those from %(span)s had a first answer the same day.") % said
    words = ngettext(
        "Half of those from %(span)s had a first answer within %(days)s day.",
        "Half of those from %(span)s had a first answer within %(days)s days.",
        days,
    )
    return words % {**said, "days": days}


def _share(one: PublicShare) -> dict[str, object]:
    estimate = one.estimate
    share = one.figure.tenths / rules.TENTHS
    return {
        "span": span(one),
        "tenths": _tenths(one),
        "lower": estimate.lower,
        "upper": estimate.upper,
        "n": one.figure.n,
        "half": one.figure.half_within,
        "bar": share_bar(share, estimate.lower, estimate.upper),
    }


def _tenths(one: PublicShare) -> str:
    if one.led_none:
        return pgettext("share", "none")
    if one.led_all:
        return _("all")
    if one.figure.tenths == 0:
        return _("fewer than 1 of 10")
    if one.figure.tenths == rules.TENTHS:
        return _("more than 9 of 10")
    return _("%(n)s of 10") % {"n": one.figure.tenths}


def span(one: PublicShare) -> str:
    """As in "January–March 2026", or "November 2025–January 2026"."""
    since, until = one.since, one.month
    if since == until:
        return _month(until)
    same = since.year == until.year
    first = date_words(since, "F") if same else _month(since)
    return f"{first}–{_month(until)}"


def _month(day: date) -> str:
    return date_words(day, "F Y")
