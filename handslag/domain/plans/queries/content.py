"""The working rows of a plan as one text: what a board decides, and all the public reads.

A field that a page of a decided plan shows and that is not here could be changed after
the decision: add it here first. What may be kept from the public carries `is_internal`,
as in the frozen picture.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from handslag.core.periods import stockholm_day
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import Cause, PictureVersion
from handslag.domain.plans.models import Goal, Indicator, Measure, Plan
from handslag.domain.plans.queries.plans import (
    frozen_problems,
    goals_of,
    measures_of,
    problems_in,
)
from handslag.domain.plans.rules.chain import Defect, Reason
from handslag.domain.plans.rules.drafts import DecisionDraft
from handslag.domain.series.models import Indicator as Followed

FORMAT = 1
Content = dict[str, Any]


def content(
    plan: Plan,
    *,
    decision: DecisionDraft,
    sha256: str = "",
    reasons: Sequence[Reason] = (),
    broken: Sequence[Defect] = (),
) -> Content:
    """Everything that is decided, from the rows as they stand."""
    goals, measures = goals_of(plan), measures_of(plan)
    problems = _problems(plan, goals)
    hidden = {one["id"] for one in problems if one["is_internal"]}
    return {
        "format": FORMAT,
        "id": str(plan.public_id),
        "is_example": plan.is_example,
        "name": plan.name,
        "introduction": plan.introduction,
        "period": {
            "stated": plan.period_stated,
            "starts": _day(plan.starts),
            "ends": _day(plan.ends),
            "rule": plan.period_rule,
        },
        "home": organisation(plan.home),
        "picture": _picture(plan.picture_version),
        "predecessor": plan.predecessor
        and {"id": str(plan.predecessor.public_id), "name": plan.predecessor.name},
        "problems": problems,
        "measures": [_measure(one, hidden) for one in measures],
        "reasons": _reasons(reasons, broken, _unseen(problems, measures)),
        "decision": {**_decision(decision), "file": sha256},
    }


def _picture(version: PictureVersion | None) -> Content | None:
    if version is None:
        return None
    return {
        "id": str(version.public_id),
        "number": version.number,
        "frozen_on": stockholm_day(version.frozen_at).isoformat(),
    }


def _problems(plan: Plan, goals: Iterable[Goal]) -> list[Content]:
    """The problems of the frozen picture in its order and words, each with its goals."""
    rows = {str(row.public_id): row for row in problems_in(plan.picture_version)}
    by_problem: dict[str, list[Goal]] = {}
    for goal in goals:
        by_problem.setdefault(str(goal.problem.public_id), []).append(goal)
    return [
        {
            "id": one.key,
            "title": one.title,
            "is_internal": one.is_internal,
            "causes": [_cause(cause) for cause in rows[one.key].causes.all()]
            if one.key in rows
            else [],
            "goals": [_goal(goal) for goal in by_problem.get(one.key, [])],
        }
        for one in frozen_problems(plan.picture_version)
    ]


def _cause(cause: Cause) -> Content:
    return {
        "id": str(cause.public_id),
        "text": cause.text,
        "kind": cause.kind,
        "is_internal": cause.is_internal,
    }


def _goal(goal: Goal) -> Content:
    return {
        "id": str(goal.public_id),
        "text": goal.text,
        "kind": goal.kind,
        "indicators": [indicator(one) for one in goal.indicators.all()],
    }


def _measure(measure: Measure, hidden: set[str]) -> Content:
    causes = [answer.cause for answer in measure.answers.all()]
    problem = _problem_of(measure, causes)
    return {
        "id": str(measure.public_id),
        "title": measure.title,
        "text": measure.text,
        "problem": problem,
        "goal": str(measure.goal.public_id) if measure.goal else None,
        "causes": [str(cause.public_id) for cause in causes],
        "owner": organisation(measure.owner) if measure.owner else None,
        "owner_stated": measure.owner_stated,
        "kind": measure.kind,
        "strategy": measure.strategy,
        "activity": measure.activity,
        "horizon": measure.horizon,
        "starts": _day(measure.starts),
        "ends": _day(measure.ends),
        "resources": measure.resources,
        "cost": number(measure.cost),
        "implementation": measure.implementation,
        "indicators": [indicator(one) for one in measure.indicators.all()],
        "is_internal": problem in hidden,
    }


def _problem_of(measure: Measure, causes: Sequence[Cause]) -> str | None:
    if measure.goal is not None:
        return str(measure.goal.problem.public_id)
    return str(causes[0].problem.public_id) if causes else None


def indicator(row: Indicator) -> Content:
    """What is measured, in words and numbers, and in what it is followed."""
    return {
        "id": str(row.public_id),
        "followed": _followed(row.followed),
        "name": row.name,
        "measures": row.measures,
        "unit": row.unit,
        "baseline": number(row.baseline),
        "baseline_stated": row.baseline_stated,
        "target": number(row.target),
        "by": _day(row.by),
        "direction": row.direction,
        "direction_why": row.direction_why,
    }


def _followed(row: Followed | None) -> Content | None:
    """By which series the decision is to be read, under the name it has that day."""
    return None if row is None else {"id": str(row.public_id), "name": row.name}


def _unseen(problems: Iterable[Content], measures: Iterable[Measure]) -> set[str]:
    """The things that the public is not shown: internal problems and what hangs on them."""
    unseen: set[str] = set()
    for problem in problems:
        if problem["is_internal"]:
            unseen.add(problem["id"])
            unseen |= {cause["id"] for cause in problem["causes"]}
        unseen |= {cause["id"] for cause in problem["causes"] if cause["is_internal"]}
    for measure in measures:
        if _problem_of(measure, [row.cause for row in measure.answers.all()]) in unseen:
            unseen.add(str(measure.public_id))
    return unseen


def _reasons(
    reasons: Iterable[Reason], broken: Iterable[Defect], unseen: set[str]
) -> list[Content]:
    names = {(one.kind, one.thing): one.name for one in broken}
    return [
        {
            "kind": one.kind.value,
            "thing": one.thing,
            "name": names.get((one.kind, one.thing), ""),
            "text": one.text,
            "is_internal": one.thing in unseen,
        }
        for one in reasons
    ]


def _decision(decision: DecisionDraft) -> Content:
    return {
        "board": decision.board,
        "decided_on": decision.decided_on.isoformat(),
        "paragraph": decision.paragraph,
        "registry_no": decision.registry_no,
        "decider": decision.decider,
        "rapporteur": decision.rapporteur,
        "participants": decision.participants,
    }


def organisation(who: Organisation) -> Content:
    """An organisation under the name it has now."""
    return {"id": str(who.public_id), "name": who.name, "kind": who.kind}


def number(value: Decimal | None) -> str | None:
    """A number as it is read: 12 and 2.5, never 12.0000."""
    return None if value is None else f"{value.normalize():f}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
