"""A plan as a chain to read: problem, causes, goals, measures, promises."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.domain.picture.models import Problem
from handslag.domain.plans.models import Goal, Indicator, Measure, Plan
from handslag.domain.plans.rules.words import Aim, Approach, Horizon, Measures, Status
from handslag.domain.promises import queries as promises
from handslag.web.measuring import answers, between, yardstick
from handslag.web.words.plans import (
    AIMS,
    APPROACH_NAMES,
    HORIZONS,
    STATUS_MARKS,
    STATUSES,
)
from handslag.web.words.text import Text


@dataclass(frozen=True, slots=True)
class Yard:
    """One thing that is measured, in words."""

    name: str
    change: str
    is_effect: bool
    href: str  # to where it is followed, for those who may read it there


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A measure in the list: who, how far, and what it leads to."""

    measure: Measure
    href: str
    owner: str
    about: str
    status: str
    status_word: Text
    causes: list[str]
    answers: str
    yards: list[Yard]
    promises: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal with its measures."""

    goal: Goal
    href: str
    aim: Text
    yards: list[Yard]
    measures: list[MeasureLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A problem with all that follows from it."""

    problem: Problem
    causes: list[str]
    goals: list[GoalLine]
    other: list[MeasureLine]
    is_internal: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """The whole plan. `loose`: measures that hang on no problem."""

    problems: list[ProblemLine]
    loose: list[MeasureLine]


@dataclass(frozen=True, slots=True)
class _Around:
    """What lines are written from, beside the rows. `causes`: by problem."""

    plan: Plan
    causes: Mapping[int, list[int]]
    promised: Mapping[int, list[tuple[str, str]]]
    follows: bool


def chain(
    plan: Plan,
    problems: Iterable[Problem],
    goals: Iterable[Goal],
    measures: Iterable[Measure],
    *,
    follows: bool,
) -> Chain:
    """Everything about the plan in the order of the chain. `follows`: the reader may see
    what the municipality follows."""
    measures, problems, goals = list(measures), list(problems), list(goals)
    causes = _causes([*problems, *(goal.problem for goal in goals)])
    around = _Around(plan, causes, _promised(measures), follows)
    by_goal: defaultdict[int, list[MeasureLine]] = defaultdict(list)
    by_problem: defaultdict[int, list[MeasureLine]] = defaultdict(list)
    loose: list[MeasureLine] = []
    for one in measures:
        answered = [answer.cause.problem_id for answer in one.answers.all()]
        line = _measure(around, one)
        if one.goal_id:
            by_goal[one.goal_id].append(line)
        elif answered:
            by_problem[answered[0]].append(line)
        else:
            loose.append(line)
    of_problem: defaultdict[int, list[Goal]] = defaultdict(list)
    for goal in goals:
        of_problem[goal.problem_id].append(goal)
    lines = [
        ProblemLine(
            problem,
            [one.text for one in problem.causes.all()],
            [_goal(around, one, by_goal[one.pk]) for one in of_problem[problem.pk]],
            by_problem[problem.pk],
            problem.is_internal,
        )
        for problem in _all(problems, of_problem)
    ]
    return Chain(lines, loose)


def _causes(problems: Iterable[Problem]) -> Mapping[int, list[int]]:
    """The causes of each problem in the order of its list."""
    return {
        problem.pk: [cause.pk for cause in problem.causes.all()] for problem in problems
    }


def _all(
    problems: Iterable[Problem], of_problem: Mapping[int, list[Goal]]
) -> Iterable[Problem]:
    """Also a problem with goals that the picture no longer gives priority."""
    found = {one.pk: one for one in problems}
    for goals in of_problem.values():
        found.setdefault(goals[0].problem_id, goals[0].problem)
    return found.values()


def _promised(measures: Iterable[Measure]) -> Mapping[int, list[tuple[str, str]]]:
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for promise in promises.promises_that_answer([one.pk for one in measures]):
        href = reverse("workspace:promise", args=[promise.set.public_id, promise.public_id])
        found[promise.measure_id or 0].append((str(promise), href))
    return found


def _goal(around: _Around, goal: Goal, measures: list[MeasureLine]) -> GoalLine:
    address = [around.plan.public_id, goal.public_id]
    return GoalLine(
        goal,
        reverse("workspace:action-plan-goal", args=address),
        AIMS[Aim(goal.kind)],
        yards(goal.indicators.all(), follows=around.follows),
        measures,
    )


def _measure(around: _Around, one: Measure) -> MeasureLine:
    causes = [answer.cause for answer in one.answers.all()]
    about_problem = causes[0].problem_id if causes else 0
    known = around.causes.get(about_problem, [])
    return MeasureLine(
        measure=one,
        href=measure_href(around.plan.public_id, one.public_id),
        owner=owner_of(one),
        about=about(one),
        status=STATUS_MARKS[Status(one.status)],
        status_word=STATUSES[Status(one.status)],
        causes=[cause.text for cause in causes],
        answers=answers(known, [cause.pk for cause in causes]),
        yards=yards(one.indicators.all(), follows=around.follows),
        promises=around.promised.get(one.pk, []),
    )


def measure_href(plan: UUID, measure: UUID) -> str:
    return reverse("workspace:action-plan-measure", args=[plan, measure])


def owner_of(one: Measure) -> str:
    """Who owns it, or that nobody does."""
    return one.owner.name if one.owner else one.owner_stated or _("nobody owns it yet")


def about(one: Measure) -> str:
    """Situational, the effect shows soon, from one day to another."""
    words = [
        str(APPROACH_NAMES[Approach(one.kind)]),
        str(HORIZONS[Horizon(one.horizon)]),
        between(one.starts, one.ends),
    ]
    return ", ".join(word for word in words if word)


def yards(rows: Iterable[Indicator], *, follows: bool) -> list[Yard]:
    """What is measured, in words, and for those who `follows` where it is followed."""
    return [
        Yard(
            one.name,
            yardstick(one),
            one.measures == Measures.EFFECT,
            _followed_at(one) if follows else "",
        )
        for one in rows
    ]


def uses_of(rows: Iterable[Indicator]) -> list[tuple[str, str, str]]:
    """The goals and measures that are read from one indicator: plan, words, address."""
    return [_use(one.goal or one.measure) for one in rows]


def _use(thing: Goal | Measure | None) -> tuple[str, str, str]:
    assert thing is not None  # noqa: S101 - the database keeps it so
    plan = thing.plan
    if isinstance(thing, Measure):
        return plan.name, str(thing), measure_href(plan.public_id, thing.public_id)
    return plan.name, str(thing), reverse("workspace:action-plan", args=[plan.public_id])


def _followed_at(one: Indicator) -> str:
    if one.followed is None:
        return ""
    return reverse("workspace:indicator", args=[one.followed.public_id])
