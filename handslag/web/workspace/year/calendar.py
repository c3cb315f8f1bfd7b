"""Everything that must be done, by month: what is late, and what comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.core.deadlines import Basis, Deadline, months_after
from handslag.domain.year import queries
from handslag.domain.year.queries import Home
from handslag.domain.year.rules.rhythm import occasions
from handslag.web.answers import number
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.year import BASES, named
from handslag.web.workspace.beginning import next_step
from handslag.web.workspace.sight import shown
from handslag.web.workspace.year.homes import all_homes, may_write, others, the_home, ways

MONTHS_AHEAD = 12
_A_YEAR = 12
_MANY_MONTHS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One thing with its day. `until`: the last day of something that lasts."""

    on: date
    text: str
    basis: str
    href: str = ""
    until: date | None = None
    function: str = ""
    binds: bool = True
    late: str = ""


@require_safe
def start(request: WorkRequest) -> HttpResponse:
    """The year of one's own municipality, the first of them."""
    homes = all_homes(request)
    return _shown(request, homes, homes[0]) if homes else shown(request, "year/none", {})


@require_safe
def page(request: WorkRequest, municipality: str) -> HttpResponse:
    """The year of one municipality."""
    return _shown(request, all_homes(request), the_home(request, municipality))


def _shown(request: WorkRequest, homes: list[Home], home: Home) -> HttpResponse:
    today = request.today
    found = queries.deadlines_for(request.actor, [home], today=today)
    chosen = request.GET.get("grund", "")
    bases = [basis for basis in Basis if basis == chosen]
    lines = [_line(one, today) for one in found if not bases or one.basis in bases]
    if not bases or Basis.OWN_RHYTHM in bases:
        lines += _rhythm(home, today)
    last = months_after(today, MONTHS_AHEAD)
    ahead = sorted(
        (one for one in lines if not one.late), key=lambda one: (one.on, one.text)
    )
    late = [one for one in lines if one.late]
    context = {
        "home": home,
        "ways": ways(home, "year-of"),
        "others": others(homes, home, "year-of"),
        "answer": _answer(found, today),
        "late": late,
        "months": by_month(one for one in ahead if one.on <= last),
        "later": [one for one in ahead if one.on > last],
        "bases": [
            {"code": one.value, "text": BASES[one], "here": one in bases} for one in Basis
        ],
        "all": not bases,
        "may_write": may_write(request, home),
        "onward": None if lines else next_step(request, home.organisation),
    }
    return shown(request, "year/calendar", context)


def by_month(lines: Iterable[Line]) -> list[tuple[date, list[Line]]]:
    """The lines under the first day of their month."""
    months: dict[date, list[Line]] = {}
    for one in lines:
        months.setdefault(one.on.replace(day=1), []).append(one)
    return list(months.items())


def _line(one: Deadline, today: date) -> Line:
    return Line(
        on=one.due_on,
        text=named(one),
        basis=str(BASES[one.basis]),
        href=one.path,
        function=one.function,
        late=late_words(one.due_on, today),
    )


def _whole_months(first: date, last: date) -> int:
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - 1 if months_after(first, months) > last else months


def late_words(due_on: date, today: date) -> str:
    """ "12 days late", "more than two years late", or nothing."""
    days = (today - due_on).days
    if days <= 0:
        return ""
    months = _whole_months(due_on, today)
    if months >= _A_YEAR:
        years = months // _A_YEAR
        said = ngettext(
            "more than %(count)s year late", "more than %(count)s years late", years
        )
        return said % {"count": number(years)}
    if months >= _MANY_MONTHS:
        return _("more than %(count)s months late") % {"count": number(months)}
    said = ngettext("%(count)s day late", "%(count)s days late", days)
    return said % {"count": days}


def _rhythm(home: Home, today: date) -> list[Line]:
    """What comes back, from today on; what is under way stands under today's month."""
    last = months_after(today, MONTHS_AHEAD)
    return [
        Line(
            on=max(time.starts, today),
            until=time.ends,
            text=one.what,
            basis=str(BASES[Basis.OWN_RHYTHM]),
            function=one.function,
            binds=False,
        )
        for one in queries.rhythm_of(home.organisation)
        for time in occasions(queries.draft_of(one).span, today, last)
    ]


def _answer(found: list[Deadline], today: date) -> dict[str, str]:
    late = sum(one.due_on < today for one in found)
    ahead = next((one for one in found if one.due_on >= today), None)
    said = ""
    if late:
        said = ngettext("One thing is late.", "%(count)s things are late.", late)
        said %= {"count": number(late).capitalize()}
    elif found:
        said = _("Nothing is late.")
    coming = ""
    if ahead:
        coming = _("Next comes %(day)s: %(what)s.") % {
            "day": swedish_date(ahead.due_on),
            "what": _lowered(named(ahead)).rstrip("."),
        }
    return {"late": said if late else "", "calm": "" if late else said, "next": coming}


def _lowered(text: str) -> str:
    """Within a sentence a heading begins small, unless its first word is a name."""
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() else f"{text[:1].lower()}{text[1:]}"
