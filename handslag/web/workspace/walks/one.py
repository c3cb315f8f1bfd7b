"""A walk by its three meetings: what is done, what comes now, what was seen."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from handslag.core.access import Act
from handslag.domain.voices.rules import Phase
from handslag.domain.walks import queries, services
from handslag.domain.walks.models import Walk
from handslag.domain.walks.rules import Kind, Stage
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.walks import KINDS_SHORT
from handslag.web.workspace.sight import shown
from handslag.web.workspace.walks.forms import HeldForm, WalkForm
from handslag.web.workspace.walks.route import marks_of
from handslag.web.workspace.walks.rows import (
    FindingRow,
    conditions_of,
    finding_rows,
    people_of,
    stop_rows,
)
from handslag.web.workspace.walks.sight import ground_of, the_walk
from handslag.web.workspace.walks.writing import BOTH, Page, nothing, written


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """The walk. Those who are only asked see what they are asked, and nothing else."""
    walk = the_walk(request, key)
    rows = finding_rows(queries.findings_seen_by(request.actor, walk))
    context: dict[str, object] = {
        "walk": walk,
        "kind": KINDS_SHORT[Kind(walk.kind)],
        "findings": rows,
        "answer": _answer(walk, rows),
        "answers_for": request.actor.where(Act.REPORT_PROGRESS),
        "is_home": queries.works_at_home(request.actor, walk),
        "may": queries.leads(request.actor, walk),
    }
    if context["is_home"]:
        context |= _home(walk, rows)
    return shown(request, "walks/walk", context)


def _home(walk: Walk, rows: list[FindingRow]) -> dict[str, object]:
    stops = stop_rows(walk)
    return {
        "stops": stops,
        "marks": marks_of([one.stop for one in stops]),
        "ground": ground_of(walk.occasion.home),
        "people": people_of(walk),
        "conditions": conditions_of(walk),
        "steps": _meetings(walk),
        "is_open": walk.occasion.phase == Phase.OPEN,
        "again": queries.again_of(walk),
        "cited": walk.occasion.findings.select_related("evidence").first(),
        "to_ask": sum(
            one.finding.owner_id is not None
            and one.finding.asked_at is None
            and not one.is_good
            and not one.finding.waits
            for one in rows
        ),
    }


def _meetings(walk: Walk) -> list[dict[str, str]]:
    """The three meetings, which of them is next."""
    first = swedish_date(walk.first_on) if walk.first_on else ""
    third = swedish_date(walk.answers_on) if walk.answers_on else ""
    texts = (
        (_("Plan the route"), first),
        (_("Walk it"), swedish_date(walk.occasion.starts)),
        (_("Answer"), third),
    )
    now = {Stage.PLANNED: 1, Stage.WALKED: 2, Stage.TOLD: 3}[Stage(walk.stage)]
    return [
        {
            "text": text,
            "hint": hint,
            "state": "past" if nr < now else "now" if nr == now else "ahead",
        }
        for nr, (text, hint) in enumerate(texts)
    ]


def _answer(walk: Walk, rows: list[FindingRow]) -> str:
    """What a visitor wants to know first."""
    if walk.stage == Stage.PLANNED:
        return _("The walk is planned for %(day)s.") % {
            "day": swedish_date(walk.occasion.starts)
        }
    lacking = [one for one in rows if not one.is_good]
    answered = sum(one.answer is not None for one in lacking)
    seen = ngettext(
        "%(n)s thing was found lacking.", "%(n)s things were found lacking.", len(lacking)
    ) % {"n": len(lacking)}
    if not lacking:
        return seen
    if answered == len(lacking):
        return f"{seen} {_('All are answered.')}"
    left = len(lacking) - answered
    return f"{seen} " + ngettext(
        "%(n)s has no answer yet.", "%(n)s have no answer yet.", left
    ) % {"n": left}


@require_http_methods(BOTH)
def words(request: WorkRequest, key: UUID) -> HttpResponse:
    """Change the day, the meetings, who leads it."""
    walk = the_walk(request, key, to_lead=True)
    form = WalkForm(request.POST or None, initial=_of(walk))
    return written(
        request,
        _page(walk, _("When, where and who leads")),
        form,
        lambda: services.save_walk(
            request.actor,
            walk,
            form.draft(),
            revision=form.cleaned_data["revision"],
            now=request.now,
        ),
        now=lambda: _of(the_walk(request, key, to_lead=True)),
    )


def _of(walk: Walk) -> dict[str, object]:
    return {
        "title": walk.occasion.title,
        "kind": walk.kind,
        "purpose": walk.purpose,
        "leader": walk.leader,
        "gathers": walk.gathers,
        "first_on": walk.first_on,
        "walk_on": walk.occasion.starts,
        "answers_on": walk.answers_on,
        "revision": walk.revision,
    }


@require_http_methods(BOTH)
def invite(request: WorkRequest, key: UUID) -> HttpResponse:
    """The last look before everyone can read that they may come."""
    walk = the_walk(request, key, to_lead=True)
    answer = _("Everyone can read where and when one meets: %(gathers)s.") % {
        "gathers": walk.gathers or "–"
    }
    return written(
        request,
        _page(walk, _("Invite to the walk?"), answer, _("Invite")),
        nothing(request),
        lambda: services.invite(request.actor, walk, now=request.now),
    )


@require_http_methods(BOTH)
def held(request: WorkRequest, key: UUID) -> HttpResponse:
    """The walk is over: light, weather, how many took part as what."""
    walk = the_walk(request, key, to_lead=True)
    form = HeldForm(request.POST or None, initial=_held(walk))
    return written(
        request,
        _page(
            walk,
            _("The walk has been walked"),
            _("Only how many, as what. Never names. At most twenty is best."),
        ),
        form,
        lambda: services.save_held(
            request.actor,
            walk,
            form.draft(),
            revision=form.cleaned_data["revision"],
            now=request.now,
            today=request.today,
        ),
        now=lambda: _held(the_walk(request, key, to_lead=True)),
    )


def _held(walk: Walk) -> dict[str, object]:
    counts = {f"part_{one.role}": one.people for one in walk.took_part.all()}
    said = {"light": walk.light, "weather": walk.weather, "revision": walk.revision}
    return {**said, **counts}


@require_http_methods(BOTH)
def ask(request: WorkRequest, key: UUID) -> HttpResponse:
    """The last look before those responsible get a letter."""
    walk = the_walk(request, key, to_lead=True)
    rows = list(queries.not_asked(walk))
    owners = dict.fromkeys(one.owner.name for one in rows if one.owner)
    answer = ngettext(
        "%(n)s finding goes to: %(owners)s.", "%(n)s findings go to: %(owners)s.", len(rows)
    ) % {"n": len(rows), "owners": ", ".join(owners) or "–"}
    return written(
        request,
        _page(walk, _("Ask those responsible?"), answer, _("Ask them")),
        nothing(request),
        lambda: services.ask_owners(request.actor, walk, now=request.now),
    )


@require_http_methods(BOTH)
def third(request: WorkRequest, key: UUID) -> HttpResponse:
    """The last look before the third meeting is written down as held."""
    walk = the_walk(request, key, to_lead=True)
    answer = _(
        "What was seen cannot be changed after this. An answer that is lacking is shown as"
        " lacking, and may still come."
    )
    return written(
        request,
        _page(
            walk, _("Has the third meeting been held?"), answer, _("Yes, it has been held")
        ),
        nothing(request),
        lambda: services.hold_third(
            request.actor, walk, revision=walk.revision, today=request.today
        ),
    )


@require_http_methods(BOTH)
def cite(request: WorkRequest, key: UUID) -> HttpResponse:
    """The last look before what was seen enters the chain."""
    walk = the_walk(request, key, to_lead=True)
    answer = _(
        "What was seen becomes a finding among what is known. The situational picture and"
        " the promises can rest on it."
    )
    return written(
        request,
        _page(walk, _("Record it as what is known?"), answer, _("Record it")),
        nothing(request),
        lambda: services.cite(request.actor, walk, now=request.now),
    )


@require_http_methods(BOTH)
def again(request: WorkRequest, key: UUID) -> HttpResponse:
    """Plan to walk the same route again."""
    walk = the_walk(request, key, to_lead=True)
    initial = {**_of(walk), "first_on": None, "walk_on": None, "answers_on": None}
    form = WalkForm(request.POST or None, initial=initial)
    return written(
        request,
        _page(
            walk,
            _("Walk the same route again"),
            _("The stops come along. Afterwards the two walks are compared."),
            _("Plan it"),
        ),
        form,
        lambda: services.walk_again(request.actor, walk, form.draft(), now=request.now),
    )


def _page(walk: Walk, title: str, answer: str = "", button: str = "") -> Page:
    back = reverse("workspace:walk", args=[walk.public_id])
    return Page(title, back, walk.occasion.title, answer, button)
