"""The law check: one municipality section by section, all of them, and the answers."""

import csv
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from io import StringIO

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act
from handslag.core.refusals import ChangedMeanwhileError
from handslag.core.sheets.cells import MARK, SEPARATOR, harmless
from handslag.domain.year import queries, services
from handslag.domain.year.queries import Checked, Home
from handslag.domain.year.rules.law import Finding, Standing, counted
from handslag.domain.year.rules.words import DUTIES, Section
from handslag.web.answers import number
from handslag.web.requests import WorkRequest
from handslag.web.ui.marks import VERDICTS
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words import year as words
from handslag.web.workspace.beginning import next_step
from handslag.web.workspace.promises.overtaken import Difference, differences
from handslag.web.workspace.sight import shown
from handslag.web.workspace.year.forms import BoardForm, StatementForm
from handslag.web.workspace.year.homes import (
    all_homes,
    may_write,
    others,
    own_page,
    the_home,
    ways,
)

# The shapes are those of the verdicts: filled for what is done, open for what is not.
SHAPES: Mapping[Standing, str] = {
    Standing.DONE: "kept",
    Standing.DUE: "ongoing",
    Standing.LATE: "postponed",
    Standing.NOT_STARTED: "not_begun",
    Standing.MISSING: "not_kept",
    Standing.UNSEEN: "unknown",
    Standing.RIGHT: "not_triggered",
}
NEAREST_FIRST = (Standing.LATE, Standing.MISSING, Standing.NOT_STARTED, Standing.DUE)


@dataclass(frozen=True, slots=True)
class Line:
    """One section of the law, as the page says it."""

    finding: Finding
    section: str
    title: str
    duty: str
    code: str  # how its shape is coloured
    shape: SafeString
    standing: str
    remarks: tuple[str, ...]
    href: str
    may_say_why: bool


@require_safe
def page(request: WorkRequest, municipality: str) -> HttpResponse:
    """Does the municipality do what the law asks?"""
    home = the_home(request, municipality)
    one = _checked(request, home)
    context = {
        "home": home,
        "ways": ways(home, "law"),
        "others": others(all_homes(request), home, "law"),
        "lines": lines_of(one, home, may=may_write(request, home)),
        "answer": _answer(one),
        "onward": next_step(request, home.organisation),
        "may_write": may_write(request, home),
        "is_own": home.is_own,
    }
    return shown(request, "year/law", context)


@require_safe
def everyone(request: WorkRequest) -> HttpResponse:
    """Every municipality of the country on one page: what one may see of each."""
    rows = queries.checked(None, own=_own(request), today=request.today)
    context = {
        "rows": [
            {
                "one": one,
                "cells": [_cell(one, found) for found in one.findings if _is_duty(found)],
                "done": counted(one.findings).get(Standing.DONE, 0),
            }
            for one in sorted(rows, key=lambda row: not row.is_own)
        ],
        "sections": [(words.SECTIONS[one], words.DUTIES[one][0]) for one in DUTIES],
        "sums": [_sum(rows, section) for section in DUTIES],
        "count": len(rows),
        "begun": sum(bool(counted(one.findings).get(Standing.DONE, 0)) for one in rows),
        "own": sum(one.is_own for one in rows),
    }
    return shown(request, "year/everyone", context)


@require_safe
def answers(request: WorkRequest, municipality: str) -> HttpResponse:
    """The same as answers to the yearly survey, to print."""
    home = the_home(request, municipality)
    one = _checked(request, home)
    context = {
        "home": home,
        "lines": lines_of(one, home, may=False),
        "today": request.today,
    }
    return shown(request, "year/answers", context)


@require_safe
def file(request: WorkRequest, municipality: str) -> HttpResponse:
    """The same as a file that opens in a spreadsheet."""
    home = the_home(request, municipality)
    lines = lines_of(_checked(request, home), home, may=False)
    answer = HttpResponse(_csv(lines), content_type="text/csv; charset=utf-8")
    name = f"lagkoll-{home.slug}-{request.today.isoformat()}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def why(request: WorkRequest, municipality: str, section: str) -> HttpResponse:
    """Say why a duty is not begun, and when it is planned."""
    home = the_home(request, municipality, Act.FOLLOW_UP)
    duty = next((one for one in DUTIES if one == section), None)
    if duty is None:
        raise Http404
    if request.method == "POST" and "withdraw" in request.POST:
        services.withdraw_why(request.actor, home.organisation, duty)
        messages.success(request, _("The reason no longer stands."))
        return redirect("workspace:law", home.slug)
    form = StatementForm(request.POST or None, initial=_said(home, duty))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            given = form.cleaned_data
            services.state_why(
                request.actor, home.organisation, duty, today=request.today, **given
            )
        except ChangedMeanwhileError:
            theirs = differences(form, _said(home, duty))
            form.overtaken(int(str(_said(home, duty)["revision"])))
        else:
            messages.success(request, _("Saved."))
            return redirect("workspace:law", home.slug)
    context = {
        "home": home,
        "form": form,
        "theirs": theirs,
        "section": words.SECTIONS[duty],
        "duty": words.DUTIES[duty],
        "is_stated": bool(_said(home, duty)["revision"]),
    }
    return shown(request, "year/why", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def board(request: WorkRequest, municipality: str) -> HttpResponse:
    """Write down which board leads the work."""
    home = the_home(request, municipality, Act.FOLLOW_UP)
    form = BoardForm(request.POST or None, initial=_led(home))
    theirs: list[Difference] = []
    if form.is_valid():
        try:
            services.name_board(request.actor, home.organisation, **form.cleaned_data)
        except ChangedMeanwhileError:
            theirs = differences(form, _led(home))
            form.overtaken(int(str(_led(home)["revision"])))
        else:
            messages.success(request, _("Saved."))
            return redirect("workspace:law", home.slug)
    return shown(
        request, "year/board", {"home": home, "form": form, "theirs": theirs}, form
    )


def _said(home: Home, duty: Section) -> dict[str, object]:
    known = queries.statements_of(home.organisation).filter(section=duty).first()
    if known is None:
        return {"why": "", "planned_on": None, "revision": 0}
    return {name: getattr(known, name) for name in ("why", "planned_on", "revision")}


def _led(home: Home) -> dict[str, object]:
    known = queries.board_of(home.organisation)
    if known is None:
        return {"board": "", "decided_by": "", "since": None, "revision": 0}
    names = ("board", "decided_by", "since", "revision")
    return {name: getattr(known, name) for name in names}


def _own(request: WorkRequest) -> Collection[int]:
    """The municipalities of which the person sees more than the public does."""
    return {home.organisation.pk for home in all_homes(request) if home.is_own}


def _checked(request: WorkRequest, home: Home) -> Checked:
    key = home.organisation.pk
    own = {key} if home.is_own else set()
    return queries.checked({key}, own=own, today=request.today)[0]


def lines_of(one: Checked, home: Home, *, may: bool) -> list[Line]:
    """Every section in the order of the law."""
    return [
        Line(
            finding=found,
            section=words.SECTIONS[found.section],
            title=str(words.DUTIES[found.section][0]),
            duty=str(words.DUTIES[found.section][1]),
            code=SHAPES[found.standing],
            shape=SafeString(VERDICTS[SHAPES[found.standing]].shape),
            standing=str(words.STANDINGS[found.standing]),
            remarks=remarks_of(found),
            href=own_page(one.paths[found.section], home),
            may_say_why=may and _may_say_why(found),
        )
        for found in one.findings
    ]


def _may_say_why(found: Finding) -> bool:
    return found.standing in {Standing.MISSING, Standing.NOT_STARTED, Standing.LATE}


def remarks_of(found: Finding) -> tuple[str, ...]:
    """What there is to say of a section, in sentences."""
    return tuple(str(words.REMARKS[one.code]) % dict(one.facts) for one in found.remarks)


def _is_duty(found: Finding) -> bool:
    return found.standing is not Standing.RIGHT


def _cell(one: Checked, found: Finding) -> dict[str, object]:
    """Of others we know what is public, and not whether anything is missing."""
    if found.standing is Standing.MISSING and not one.is_own:
        return {"code": "unknown", "text": words.NOTHING_HERE}
    return {"code": SHAPES[found.standing], "text": words.SHORT_STANDINGS[found.standing]}


def _sum(rows: Iterable[Checked], section: Section) -> int:
    done = {Standing.DONE, Standing.DUE}
    return sum(one.found(section).standing in done for one in rows)


def _answer(one: Checked) -> dict[str, str]:
    """ "Sju av åtta skyldigheter är på plats. Sent: en ny titt vartannat år." """
    found = counted(one.findings)
    total = sum(found.values())
    done = found.get(Standing.DONE, 0) + found.get(Standing.DUE, 0)
    if done == total:
        said = _("Everything that the law asks for is in place.")
    else:
        said = ngettext(
            "%(done)s of %(total)s duties is in place.",
            "%(done)s of %(total)s duties are in place.",
            done,
        ) % {"done": number(done).capitalize(), "total": number(total)}
    nearest = sorted(
        (one for one in one.findings if one.standing in NEAREST_FIRST),
        key=lambda found: NEAREST_FIRST.index(found.standing),
    )
    return {"said": said, "first": _first(nearest[0]) if nearest else ""}


def _first(found: Finding) -> str:
    title = str(words.DUTIES[found.section][0])
    facts = {"what": title[:1].lower() + title[1:], "day": swedish_date(found.by)}
    if found.standing is Standing.LATE and found.by:
        return _("Late since %(day)s: %(what)s.") % facts
    if found.standing is Standing.DUE and found.by:
        return _("Next, by %(day)s: %(what)s.") % facts
    if found.standing is Standing.NOT_STARTED:
        return _("Not begun: %(what)s.") % facts
    return _("Missing: %(what)s.") % facts


def _csv(lines: Iterable[Line]) -> str:
    text = StringIO()
    out = csv.writer(text, delimiter=SEPARATOR)
    out.writerow(
        [
            *(_("Section"), _("Duty"), _("How it stands"), _("Done on"), _("By")),
            *(_("Remarks"), _("Why it is not begun"), _("Planned for")),
        ]
    )
    for line in lines:
        found, reason = line.finding, line.finding.reason
        cells = [
            *(line.section, line.title, line.standing, found.on or "", found.by or ""),
            " ".join(line.remarks),
            reason.why if reason else "",
            (reason.planned_on or "") if reason else "",
        ]
        out.writerow([harmless(str(cell)) for cell in cells])
    return MARK + text.getvalue()
