"""The action plan of a municipality: what is done about which problem, and how it goes."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.plans.published import (
    PlanPage,
    PublishedFollowUp,
    PublishedGoal,
    PublishedIndicator,
    PublishedMeasure,
    PublishedPlan,
    PublishedProblem,
    PublishedReason,
    decision_file,
    plan_page,
)
from handslag.domain.plans.rules.measuring import results
from handslag.domain.plans.rules.words import Aim, Approach
from handslag.domain.promises.published.contacts import side
from handslag.web.answers import capital
from handslag.web.measuring import (
    answers,
    between,
    figure,
    how_it_stands,
    what_was_reached,
    yardstick,
)
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.files import a_file
from handslag.web.public.missing import no_municipality
from handslag.web.public.voices.behind import occasions_of
from handslag.web.public.voices.led_to import evidence_of
from handslag.web.requests import SiteRequest
from handslag.web.ui.charts import target_bar, way_bar
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.words.plans import (
    APPROACH_NAMES,
    CARRIED_OUT,
    HORIZONS,
    LACKS,
    REACHED,
    RESULT_MARKS,
    STATUS_MARKS,
    STATUSES,
    STRATEGIES,
)
from handslag.web.words.text import Text

NOINDEX = "noindex"


@dataclass(frozen=True, slots=True)
class Shown:
    """A measure as it is read."""

    title: str
    text: str
    owner: str
    side: str
    mark: str
    status: Text
    why: str
    answers: str
    yards: list["Yard"]
    facts: list[tuple[str, str]]
    told: list[str]


@dataclass(frozen=True, slots=True)
class Yard:
    """What is measured: what was read last, how far that is, and what is wanted."""

    name: str
    value: str
    unit: str
    bar: Drawing
    wanted: str
    href: str  # to where it is followed, if everyone may read it there


@dataclass(frozen=True, slots=True)
class ShownGoal:
    """A goal with what is measured, what was reached, and its measures."""

    text: str
    holds: bool
    yards: list[Yard]
    mark: str
    reached: Text
    said: str
    measures: list[Shown] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ShownProblem:
    """A problem with all that follows from it."""

    title: str
    causes: list[str]
    goals: list[ShownGoal]
    other: list[Shown]


@require_safe
@cached(of_municipality)
def current(request: SiteRequest, municipality: str) -> HttpResponse:
    """The plan that holds."""
    return _answer(request, plan_page(municipality))


@require_safe
@cached(of_municipality)
def page(request: SiteRequest, municipality: str, period: str) -> HttpResponse:
    """One plan, also one that has been replaced."""
    return _answer(request, plan_page(municipality, period))


def _answer(request: SiteRequest, found: PlanPage | None) -> HttpResponse:
    if found is None:
        return no_municipality(request)
    plan = found.plan
    address = reverse("public:action-plan", args=[found.municipality, found.slug])
    first, rest = how_it_stands(found.progress, len(plan.problems))
    problems, loose = _problems(found)
    context = {
        "page": found,
        "plan": plan,
        "answer": (first, rest),
        "stamp": _stamp(found),
        "up": reverse("public:municipality", args=[found.municipality]),
        "canonical": f"{settings.PUBLIC_ADDRESS}{address}",
        "current": reverse("public:action-plans", args=[found.municipality]),
        "indexed": not plan.is_example,
        "facts": _facts(found, address),
        "problems": problems,
        "loose": loose,
        "said_at": occasions_of(
            evidence_of(found.municipality, {one.id for one in plan.problems})
        ),
        "reasons": [(_lack(one), one.text) for one in plan.reasons],
        "follow_ups": [(one, _reached(one)) for one in found.follow_ups],
        "late": _late(found, request.today),
        "terms": _terms(plan),
        "others": [
            (
                one,
                reverse("public:action-plan", args=[found.municipality, one.slug]),
            )
            for one in found.others
        ],
    }
    response = render(request, "public/plans/plan.html", context)
    if plan.is_example:
        response["X-Robots-Tag"] = NOINDEX
    return response


def _terms(plan: PublishedPlan) -> list[str]:
    """Words of the field on the page that not everyone knows."""
    aims = {goal.kind for problem in plan.problems for goal in problem.goals}
    kinds = {one.kind for one in plan.measures}
    said = {
        "hålla nivån": Aim.HOLD in aims,
        "situationell åtgärd": Approach.SITUATIONAL in kinds,
        "social åtgärd": Approach.SOCIAL in kinds,
    }
    return ["åtgärdsplan", *(word for word, is_said in said.items() if is_said)]


def _reached(one: PublishedFollowUp) -> str:
    return what_was_reached(results([reached for reached, _said in one.goals.values()]))


def _stamp(found: PlanPage) -> str:
    """ "Åtgärdsplan 2025–2026. Beslutad 18 mars 2025 av Kommunstyrelsen, § 34." """
    decision = found.plan.decision
    facts = {
        "name": found.plan.name,
        "day": swedish_date(decision.decided_on),
        "board": ", ".join(one for one in (decision.board, decision.paragraph) if one),
    }
    return _("%(name)s. Decided on %(day)s by %(board)s.") % facts


def _lack(reason: PublishedReason) -> str:
    """ "Åtgärden svarar mot ingen orsak.", and about what."""
    words = str(LACKS[reason.kind])
    return f"{reason.name}: {words}" if reason.name else words


def _late(found: PlanPage, today: date) -> str:
    due = found.follow_up_due_on
    if due is None or due >= today:
        return ""
    return _("It should have been followed up by %(day)s.") % {"day": swedish_date(due)}


def _facts(found: PlanPage, address: str) -> list[tuple[str, str, str]]:
    """Label, words, and where they lead."""
    plan, decision = found.plan, found.plan.decision
    due = found.follow_up_due_on
    picture = _("version %(number)s, %(day)s") % {
        "number": plan.picture_number,
        "day": swedish_date(plan.picture_on),
    }
    rows = [
        (_("Period"), plan.period.stated, ""),
        (_("Decided by"), decision.board, ""),
        (_("Day of the decision"), swedish_date(decision.decided_on), ""),
        (_("Paragraph"), decision.paragraph, ""),
        (_("Registry number"), decision.registry_no, ""),
        (_("Decider"), decision.decider if decision.decider != decision.board else "", ""),
        (_("Presented by"), decision.rapporteur, ""),
        (_("Took part without deciding"), decision.participants, ""),
        (_("Rests on the picture"), picture, ""),
        (
            _("Next follow-up"),
            _("%(day)s at the latest") % {"day": swedish_date(due)} if due else "",
            "",
        ),
        (
            _("The signed decision"),
            _("Fetch the file") if decision.file else "",
            f"{address}beslut/",
        ),
    ]
    return [row for row in rows if row[1]]


def _problems(found: PlanPage) -> tuple[list[ShownProblem], list[Shown]]:
    plan = found.plan
    about = {problem.id: problem for problem in plan.problems}
    about |= {goal.id: problem for problem in plan.problems for goal in problem.goals}
    by_goal: defaultdict[str, list[Shown]] = defaultdict(list)
    by_problem: defaultdict[str, list[Shown]] = defaultdict(list)
    loose: list[Shown] = []
    for one in plan.measures:
        shown = _measure(found, one, about.get(one.goal or one.problem))
        if one.goal:
            by_goal[one.goal].append(shown)
        elif one.problem:
            by_problem[one.problem].append(shown)
        else:
            loose.append(shown)
    problems = [
        ShownProblem(
            problem.title,
            [text for _key, text in problem.causes],
            [_goal(found, goal, by_goal[goal.id]) for goal in problem.goals],
            by_problem[problem.id],
        )
        for problem in plan.problems
    ]
    return problems, loose


def _goal(found: PlanPage, goal: PublishedGoal, measures: list[Shown]) -> ShownGoal:
    latest = next((one for one in found.follow_ups if goal.id in one.goals), None)
    reached, said = latest.goals[goal.id] if latest else (None, "")
    return ShownGoal(
        goal.text,
        goal.kind is Aim.HOLD,
        [_yard(found, one) for one in goal.indicators],
        RESULT_MARKS[reached.value] if reached else "",
        REACHED[reached] if reached else "",
        said,
        measures,
    )


def _yard(found: PlanPage, one: PublishedIndicator) -> Yard:
    """What is measured, the change that is wanted, and what was read last."""
    read = next(
        (row.readings[one.id] for row in found.follow_ups if one.id in row.readings), None
    )
    return Yard(
        one.name,
        figure(read),
        one.unit if read is not None else _("not measured yet"),
        _bar(one, read),
        capital(yardstick(one)) + ".",
        _followed_at(found, one),
    )


def _followed_at(found: PlanPage, one: PublishedIndicator) -> str:
    if one.followed not in found.followed_openly:
        return ""
    return reverse("public:indicator", args=[found.municipality, one.followed])


def _bar(one: PublishedIndicator, read: Decimal | None) -> Drawing:
    if one.target is None:
        return Drawing("")
    if one.baseline is None:
        return target_bar(None if read is None else float(read), float(one.target))
    return way_bar(
        float(one.baseline), float(one.target), None if read is None else float(read)
    )


def _measure(
    found: PlanPage, one: PublishedMeasure, problem: PublishedProblem | None
) -> Shown:
    standing = found.statuses[one.id]
    about = [
        str(APPROACH_NAMES[one.kind]),
        str(STRATEGIES[one.strategy]) if one.strategy else "",
        str(HORIZONS[one.horizon]),
    ]
    facts = [
        (_("Kind"), ", ".join(part for part in about if part)),
        (_("When"), between(one.starts, one.ends)),
        (_("How it is carried out"), one.implementation),
        (_("Resources"), one.resources),
        (_("Cost, in kronor"), number(one.cost) if one.cost is not None else ""),
    ]
    return Shown(
        one.title,
        one.text,
        one.owner,
        side(one.owner_kind),
        STATUS_MARKS[standing.status],
        STATUSES[standing.status],
        standing.why,
        answers([key for key, _text in problem.causes], one.causes) if problem else "",
        [_yard(found, indicator) for indicator in one.indicators],
        [(name, words) for name, words in facts if words],
        _told(found, one),
    )


def _told(found: PlanPage, one: PublishedMeasure) -> list[str]:
    """What the latest follow-up says of it."""
    latest = next((row for row in found.follow_ups if one.id in row.measures), None)
    if latest is None:
        return []
    said = latest.measures[one.id]
    words = [f"{CARRIED_OUT[said.carried_out]}.", said.output, said.effect, said.lesson]
    return [part for part in words if part]


@require_safe
def file(request: SiteRequest, municipality: str, period: str) -> HttpResponse:
    """The signed decision."""
    found = decision_file(municipality, period)
    if found is None:
        return no_municipality(request)
    return a_file(found, f"{municipality}-atgardsplan-{period}{found.suffix}", indexed=True)
