"""Report what has been done: two presses on a phone."""

from decimal import Decimal
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act, require
from handslag.domain.promises import queries, services
from handslag.domain.promises.models import ProgressEntry, Promise
from handslag.domain.promises.rules.words import Op
from handslag.web.requests import WorkRequest
from handslag.web.targets import said
from handslag.web.workspace.progress.forms import CorrectionForm, ReportForm
from handslag.web.workspace.progress.rows import ReportLine, line_of, lines_of
from handslag.web.workspace.sight import done, shown


@require_safe
def listing(request: WorkRequest) -> HttpResponse:
    """All promises one can report on, with a press for one more."""
    own = request.actor.where(Act.REPORT_PROGRESS)
    require(request.actor, Act.REPORT_PROGRESS, in_any_of=own)
    promises = queries.reportable_by(request.actor, today=request.today)
    wanted = request.GET.get("loften", "")
    lines = [
        line
        for line in lines_of(promises, request.actor)
        if not wanted or str(line.promise.set.public_id) == wanted
    ]
    context = {
        "sets": _by_set(lines),
        "token": uuid4,
        "today": request.today,
        "narrowed": bool(wanted),
    }
    return shown(request, "progress/listing", context)


def _by_set(lines: list[ReportLine]) -> list[tuple[object, list[ReportLine]]]:
    """The promises under the set they belong to, in order."""
    found: dict[int, list[ReportLine]] = {}
    for line in lines:
        found.setdefault(line.promise.set_id, []).append(line)
    return [(of_set[0].promise.set, of_set) for of_set in found.values()]


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: WorkRequest, promise: UUID) -> HttpResponse:
    """Write down what was done for one promise."""
    row = _reportable(request, promise)
    line = line_of(row, request.actor)
    form = ReportForm(
        request.POST or None,
        targets=list(row.targets.all()),
        organisations=list(line.organisations),
        today=request.today,
        initial={"token": uuid4()},
    )
    entered: list[ProgressEntry] = []
    if form.is_valid() and done(form, lambda: entered.append(_add(request, row, form))):
        _say(request, entered[0], form)
        return redirect(reverse("workspace:progress") + f"#lofte-{promise}")
    entries = queries.entries_of(row)
    context = {"promise": row, "line": line, "form": form, "entries": entries}
    return shown(request, "progress/report", context, form)


def _add(request: WorkRequest, promise: Promise, form: ReportForm) -> ProgressEntry:
    organisation = form.chosen_organisation
    if organisation is None:
        raise Http404
    return services.report_progress(
        request.actor,
        promise,
        form.done,
        organisation=organisation,
        target=form.chosen_target,
        token=form.cleaned_data["token"],
        now=request.now,
    )


def _say(request: WorkRequest, entry: ProgressEntry, form: ReportForm) -> None:
    """ "Antecknat: 1. Nu 4 av minst 4 vandringar." """
    if entry.entered_at != request.now:
        messages.info(request, _("That was noted before. It is counted once."))
        return
    line = line_of(_reportable(request, entry.promise.public_id), request.actor)
    now = "; ".join(f"{said(one.done)} {one.words}" for one in line.counts)
    facts = {"amount": said(form.cleaned_data["amount"]), "count": now}
    messages.success(request, _("Noted: %(amount)s. Now %(count)s.") % facts)


def _reportable(request: WorkRequest, key: UUID) -> Promise:
    """A promise one may report on. Seen but not one's to report on: refused."""
    mine = queries.reportable_by(request.actor, today=request.today)
    found = mine.filter(public_id=key).first()
    if found is not None:
        return found
    seen = get_object_or_404(queries.promise_of(request.actor, str(key)))
    parties = queries.party_ids(seen.set)
    require(request.actor, Act.REPORT_PROGRESS, in_any_of=parties)
    return seen


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: WorkRequest, entry: UUID) -> HttpResponse:
    """Correct a number by a new row. The first one stays."""
    row = get_object_or_404(queries.entries_seen_by(request.actor), public_id=entry)
    require(
        request.actor,
        Act.REPORT_PROGRESS,
        in_any_of=frozenset({row.organisation_id}),
    )
    first = row.corrects or row
    rows = [first, *first.corrections.all()]
    present = sum((one.amount for one in rows), Decimal(0))
    inside = sum((one.within or 0 for one in rows), Decimal(0))
    form = CorrectionForm(
        request.POST or None,
        has_limit=first.target is not None and first.target.op == Op.WITHIN,
        initial={"right_amount": present, "right_within": inside, "token": uuid4()},
    )
    if form.is_valid() and done(
        form,
        lambda: services.correct_progress(
            request.actor,
            row,
            right_amount=form.cleaned_data["right_amount"],
            right_within=form.cleaned_data.get("right_within"),
            why=form.cleaned_data["why"],
            token=form.cleaned_data["token"],
            now=request.now,
        ),
    ):
        messages.success(request, _("Corrected. Both rows are kept, and the sum is right."))
        return redirect("workspace:report", row.promise.public_id)
    context = {"entry": row, "present": present, "form": form, "promise": row.promise}
    return shown(request, "progress/correct", context, form)
