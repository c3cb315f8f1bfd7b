"""The page of one plan: how it stands, what comes next, and the whole chain."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.picture import queries as pictures
from handslag.domain.plans import queries
from handslag.domain.plans.models import Plan
from handslag.domain.plans.rules.deciding import next_follow_up
from handslag.domain.plans.rules.measuring import progress
from handslag.domain.plans.rules.words import State, Status
from handslag.web.measuring import how_it_stands
from handslag.web.requests import WorkRequest
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.plans import STATES
from handslag.web.workspace.beginning import next_step
from handslag.web.workspace.plans import rows
from handslag.web.workspace.plans.breaks import grouped
from handslag.web.workspace.plans.sight import follows, may, the_plan
from handslag.web.workspace.plans.stops import stop_lines
from handslag.web.workspace.sight import shown


@require_safe
def page(request: WorkRequest, key: UUID) -> HttpResponse:
    """One plan, as it is being written or as it was decided."""
    plan = the_plan(request, key)
    problems = queries.problems_in(plan.picture_version)
    goals, measures = queries.goals_of(plan), queries.measures_of(plan)
    is_draft = plan.state == State.DRAFT
    ready = queries.what_stops(plan, today=request.today) if is_draft else None
    answer = how_it_stands(progress(Status(one.status) for one in measures), len(problems))
    follow_ups = list(plan.follow_ups.all())
    context = {
        "plan": plan,
        "state": STATES[State(plan.state)],
        "answer": answer,
        "is_draft": is_draft,
        "chain": rows.chain(
            plan, problems, goals, measures, follows=follows(request, plan)
        ),
        "bare": {one.pk for one in problems} - {one.problem_id for one in goals},
        "stops": stop_lines(plan, ready.stops) if ready else [],
        "broken": grouped(ready.left) if ready else [],
        "reasons": plan.reasons.exists(),
        "may": may(request, plan),
        "facts": _facts(plan, today=request.today),
        "follow_ups": follow_ups,
        "newer": _newer(plan) if is_draft else None,
        "successor": plan.successors.order_by("-pk").first(),
        "public": _public(plan),
        "next": None if is_draft else next_step(request, plan.home),
    }
    return shown(request, "plans/plan", context)


def _newer(plan: Plan) -> int | None:
    """The number of a picture that has been frozen since the draft was begun."""
    latest = pictures.latest_versions([plan.home_id]).first()
    bound = plan.picture_version
    if latest is None or bound is None or latest.number <= bound.number:
        return None
    return latest.number


def _public(plan: Plan) -> str:
    slug = getattr(plan, "slug", None)
    home = plan.home.slugs.filter(current=True).first()
    if slug is None or home is None:
        return ""
    return reverse("public:action-plan", args=[home.slug, slug.slug])


def _facts(plan: Plan, *, today: date) -> list[tuple[str, str]]:
    found = [(_("Period"), plan.period_stated), (_("Municipality"), plan.home.name)]
    version = plan.picture_version
    if version is not None:
        words = _("version %(number)s, %(day)s") % {
            "number": version.number,
            "day": swedish_date(version.frozen_at),
        }
        found.append((_("Rests on the picture"), words))
    if plan.predecessor is not None:
        found.append((_("Comes after"), plan.predecessor.name))
    if plan.state != State.DRAFT:
        found += _decision(plan)
    return [(name, words) for name, words in found if words]


def _decision(plan: Plan) -> list[tuple[str, str]]:
    decision = plan.decision
    followed = [one.followed_up_on for one in plan.follow_ups.all() if one.is_published]
    due = next_follow_up(decision.decided_on, followed)
    return [
        (_("Decided by"), decision.board),
        (_("Day of the decision"), swedish_date(decision.decided_on)),
        (_("Paragraph"), decision.paragraph),
        (_("Registry number"), decision.registry_no),
        (_("Presented by"), decision.rapporteur),
        (_("Next follow-up"), swedish_date(due) if plan.state == State.DECIDED else ""),
    ]
