"""The report to the assembly: a page, a document, and that it was given."""

from datetime import UTC, datetime, time
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act
from handslag.core.refusals import ChangedMeanwhileError
from handslag.domain.year import queries, services
from handslag.domain.year.queries import Home
from handslag.domain.year.rules.report import Report, read
from handslag.web.requests import WorkRequest
from handslag.web.ui import pdf
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import done, shown
from handslag.web.workspace.year.forms import GivenForm, IntroductionForm
from handslag.web.workspace.year.homes import all_homes, may_write, others, the_home, ways
from handslag.web.workspace.year.report_lines import answer_of, on_paper, sections_of

EARLIEST = 2015


@require_safe
def start(request: WorkRequest) -> HttpResponse:
    """The report of one's own municipality, the first of them."""
    homes = all_homes(request)
    if not homes:
        return shown(request, "year/none", {})
    return redirect("workspace:assembly-report", homes[0].slug)


@require_safe
def page(request: WorkRequest, municipality: str) -> HttpResponse:
    """What the assembly would be told about the year, as things stand now."""
    home, year = _own(request, municipality), _year(request)
    report = queries.report_of(home, year, today=request.today)
    context = {
        "home": home,
        "ways": ways(home, "assembly-report"),
        "others": others(
            [one for one in all_homes(request) if one.is_own], home, "assembly-report"
        ),
        "report": report,
        "answer": answer_of(report),
        "sections": sections_of(report),
        "years": [year - 1, year, *([year + 1] if year < request.today.year else [])],
        "given": queries.reports_of(home),
        "may_write": may_write(request, home),
    }
    return shown(request, "year/report", context)


@require_safe
def document(request: WorkRequest, municipality: str) -> HttpResponse:
    """The same as a document."""
    home, year = _own(request, municipality), _year(request)
    return _as_pdf(home, queries.report_of(home, year, today=request.today))


@require_http_methods(["GET", "HEAD", "POST"])
def introduction(request: WorkRequest, municipality: str) -> HttpResponse:
    """The municipality's own words at the top."""
    home, year = the_home(request, municipality, Act.FOLLOW_UP), _year(request)
    form = IntroductionForm(request.POST or None, initial=_said(home, year))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            services.save_introduction(request.actor, home, year, **form.cleaned_data)
        except ChangedMeanwhileError:
            theirs = differences(form, _said(home, year))
            form.overtaken(int(str(_said(home, year)["revision"])))
        else:
            messages.success(request, _("Saved."))
            return redirect(_address(home, year))
    context = {"home": home, "year": year, "form": form, "theirs": theirs}
    return shown(request, "year/introduction", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def give(request: WorkRequest, municipality: str) -> HttpResponse:
    """Write down that the report was given; it is kept as it stands."""
    home, year = the_home(request, municipality, Act.FOLLOW_UP), _year(request)
    form = GivenForm(request.POST or None, initial={"reported_on": request.today})
    if form.is_valid() and done(
        form,
        lambda: services.give_report(
            request.actor, home, year, now=request.now, **form.cleaned_data
        ),
    ):
        messages.success(request, _("The report is kept as it was given."))
        return redirect(_address(home, year))
    return shown(request, "year/give", {"home": home, "year": year, "form": form}, form)


@require_safe
def given(request: WorkRequest, municipality: str, told: UUID) -> HttpResponse:
    """A report as it was given; with `?pdf`, as the document."""
    home = _own(request, municipality)
    found = get_object_or_404(queries.reports_of(home), public_id=told)
    report = read(found.version.content)
    if "pdf" in request.GET:
        return _as_pdf(home, report)
    context = {
        "home": home,
        "given": found,
        "report": report,
        "answer": answer_of(report),
        "sections": sections_of(report),
    }
    return shown(request, "year/given", context)


def _own(request: WorkRequest, municipality: str) -> Home:
    """The report holds what is not public: only those who work in the municipality."""
    home = the_home(request, municipality)
    if not home.is_own:
        raise Http404
    return home


def _year(request: WorkRequest) -> int:
    asked = request.GET.get("year", "")
    if not asked.isdecimal() or not EARLIEST <= int(asked) <= request.today.year:
        return request.today.year
    return int(asked)


def _address(home: Home, year: int) -> str:
    return f"{reverse('workspace:assembly-report', args=[home.slug])}?year={year}"


def _said(home: Home, year: int) -> dict[str, object]:
    known = queries.introduction_of(home, year)
    return {"text": known.text, "revision": known.revision}


def _as_pdf(home: Home, report: Report) -> HttpResponse:
    made_at = datetime.combine(report.as_of, time(), tzinfo=UTC)
    answer = HttpResponse(
        pdf.report(on_paper(report), made_at=made_at), content_type=pdf.MEDIA_TYPE
    )
    name = f"rapport-{home.slug}-{report.year}.pdf"
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
