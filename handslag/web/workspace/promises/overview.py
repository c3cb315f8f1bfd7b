"""The page of one set: where it stands, what comes next, and all that belongs to it."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.core.approvals import queries as approvals
from handslag.core.approvals.models import Round
from handslag.core.periods import stockholm_day
from handslag.domain.promises import queries
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.rules import quality
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.words import AmendmentKind, Origin, Rhythm
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.promises import AMENDMENTS, HINTS, ORIGINS, RHYTHMS, STATES
from handslag.web.workspace.beginning import next_step
from handslag.web.workspace.english_sheet import how_far
from handslag.web.workspace.promises.english import source_of
from handslag.web.workspace.promises.promise_lines import PromiseLine, lines_of
from handslag.web.workspace.promises.public_rows import rows_of
from handslag.web.workspace.promises.standing import published_standing, where_it_stands
from handslag.web.workspace.sight import may, shown, the_set

Words = dict[str, object]


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """One set."""
    set_ = the_set(request, key)
    public = published_standing(set_, today=request.today)
    can = may(request, set_)
    round_ = approvals.round_with_answers(set_.round_id)
    mine = approvals.open_parties_for(request.actor, round_) if round_ else []
    answers_here = mine if set_.state == State.IN_APPROVAL else []
    drafted = public is None or set_.state in {State.DRAFT, State.IN_APPROVAL}
    lines = lines_of(set_) if drafted else []
    plan = _plan(set_, request.today)
    context = {
        "set": set_,
        "state": STATES[State(set_.state)],
        "is_draft": set_.state == State.DRAFT,
        "is_settled": set_.state == State.SETTLED,
        "stands": where_it_stands(set_, public),
        "may": can,
        "steps": _steps(set_, plan),
        "answers_here": answers_here,
        "stops": _stops(set_, lines) if set_.state == State.DRAFT else [],
        "advice": _advice(set_, plan) if set_.state == State.DRAFT else [],
        "is_late": any(row["late"] for row in plan),
        "lines": lines,
        "rows": rows_of(*public, set_) if public and not drafted else [],
        "plan": plan,
        "facts": _facts(set_),
        "grounds": set_.grounds.filter(promise=None).select_related("evidence"),
        "events": _events(set_),
        "follow_ups": set_.follow_ups.select_related("party", "planned"),
        "amendment": set_.amendments.filter(after=None).first(),
        "english": how_far(source) if (source := source_of(set_)) else "",
        "files": set_.attachments.count(),
        "objections": set_.correction_requests.filter(settled_at=None).count(),
        "at_home": request.actor.may(Act.WRITE_PROMISE, set_.home_id),
        "onward": None if set_.state == State.DRAFT else next_step(request, set_.home),
        "is_imported": set_.origin == Origin.IMPORTED and set_.taken_over_at is None,
    }
    return shown(request, "promises/set", context)


def _steps(set_: PromiseSet, plan: list[Words]) -> list[Words]:
    """Draft, approval, public, followed up: where on the way."""
    names = [_("Draft"), _("Approval"), _("Public"), _("Followed up")]
    at = {State.DRAFT: 0, State.IN_APPROVAL: 1}.get(State(set_.state), 2)
    if at == 2 and plan and all(row["answered"] for row in plan):  # noqa: PLR2004
        at = 3
    return [
        {"text": name, "state": "past" if nr < at else "now" if nr == at else "ahead"}
        for nr, name in enumerate(names)
    ]


def _stops(set_: PromiseSet, lines: Iterable[PromiseLine]) -> list[Words]:
    """What must be put right before the parties can be asked."""
    found: list[Words] = []
    if not quality.has_period(set_.period):
        found.append(
            {
                "href": reverse("workspace:set-words", args=[set_.public_id]),
                "text": HINTS[quality.Hint.PERIOD],
            }
        )
    found += [
        {
            "href": reverse(
                "workspace:promise", args=[set_.public_id, line.promise.public_id]
            ),
            "text": _("Say who answers for: %(promise)s") % {"promise": line.promise},
        }
        for line in lines
        if line.stops
    ]
    return found


def _advice(set_: PromiseSet, plan: list[Words]) -> list[Words]:
    """What would better the set, and stops nothing."""
    if plan:
        return []
    return [
        {
            "href": reverse("workspace:plan", args=[set_.public_id]),
            "text": HINTS[quality.Hint.FOLLOW_UP],
        }
    ]


def _plan(set_: PromiseSet, today: date) -> list[Words]:
    """The follow-ups that the parties have bound themselves to."""
    live = set_.version_id is not None and set_.state != State.WITHDRAWN
    rows: list[Words] = []
    for planned in set_.plan.prefetch_related("answers"):
        published = [one for one in planned.answers.all() if one.is_published]
        answered = published[0] if published else None
        rows.append(
            {
                "planned": planned,
                "rhythm": RHYTHMS[Rhythm(planned.rhythm)],
                "answered": answered,
                "late": live and answered is None and planned.due_on < today,
            }
        )
    return rows


def _facts(set_: PromiseSet) -> list[tuple[str, str]]:
    """What is said of the set itself, where something is said."""
    areas = ", ".join(str(area) for area in set_.areas.select_related("municipality"))
    signed = set_.signed_stated or swedish_date(set_.signed_on)
    facts = [
        (_("Given by"), ", ".join(one.name for one in queries.parties_of(set_))),
        (_("Holds in"), ", ".join(part for part in (areas, set_.district) if part)),
        (_("Period"), _period(set_)),
        (_("Agreement"), set_.agreement),
        (_("Given under"), str(set_.cooperation_agreement or "")),
        (_("Decided by"), set_.decided_by),
        (_("Signed"), signed),
        (_("Published"), swedish_date(set_.announced_on)),
        (_("Kept by"), set_.home.name),
        (_("How it came here"), str(ORIGINS[Origin(set_.origin)])),
    ]
    return [(name, words) for name, words in facts if words]


def _period(set_: PromiseSet) -> str:
    days = [swedish_date(day) for day in (set_.starts, set_.ends) if day]
    return f"{set_.period_stated} ({' – '.join(days)})" if days else set_.period_stated


def _events(set_: PromiseSet) -> list[Words]:
    """What has happened with the text and its approval, the latest first."""
    events: list[tuple[date, Words]] = [
        (
            stockholm_day(round_.opened_at),
            {"day": stockholm_day(round_.opened_at), "text": text},
        )
        for round_ in approvals.rounds_about(set_.public_id)
        for text in [_round_words(round_)]
    ]
    events += [
        (
            amendment.decided_on,
            {
                "day": amendment.decided_on,
                "text": f"{AMENDMENTS[AmendmentKind(amendment.kind)]}: {amendment.reason}",
            },
        )
        for amendment in set_.amendments.all()
    ]
    made = stockholm_day(set_.made_at)
    events.append((made, {"day": made, "text": _("The draft was begun.")}))
    return [words for _day, words in sorted(events, key=lambda one: one[0], reverse=True)]


def _round_words(round_: Round) -> str:
    """Version 2 was put to two parties: both said yes."""
    parties = list(round_.parties.all())
    votes = [party.vote for party in parties if hasattr(party, "vote")]
    said = {
        "approved": _("All said yes."),
        "rejected": " ".join(
            _("No from %(party)s: %(reason)s")
            % {"party": vote.round_party.name, "reason": vote.reason}
            for vote in votes
            if not vote.agrees
        ),
        "withdrawn": _("The question was taken back."),
    }.get(round_.outcome) or ngettext(
        "%(count)s answer so far.", "%(count)s answers so far.", len(votes)
    ) % {"count": len(votes)}
    asked = _("Version %(number)s was put to %(parties)s.") % {
        "number": round_.version.number,
        "parties": ", ".join(party.name for party in parties),
    }
    return f"{asked} {said}"
