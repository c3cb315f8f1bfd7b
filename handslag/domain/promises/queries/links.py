"""What a promise hangs on, as text: the problem, its causes, the goal, the measure.

A part of the frozen words. What is internal in the picture is left out already here,
since a set of promises has no internal version.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from handslag.domain.evidence.rules import VOICES
from handslag.domain.picture.models import Problem
from handslag.domain.picture.rules.words import State
from handslag.domain.plans import queries as plans
from handslag.domain.plans.models import Indicator, Measure, MeasureCause
from handslag.domain.plans.rules.chain import Break
from handslag.domain.plans.rules.words import Measures as PlanMeasures
from handslag.domain.promises.models import MissingLink, Promise, PromiseSet
from handslag.domain.promises.rules.words import Measures

Content = dict[str, Any]


def with_links(promises: QuerySet[Promise]) -> QuerySet[Promise]:
    """Promises with what they hang on, ready to be told."""
    answers = MeasureCause.objects.select_related("cause").order_by("cause__position", "pk")
    effects = Indicator.objects.filter(measures=PlanMeasures.EFFECT)
    return promises.select_related(
        "problem", "measure__goal__problem", "measure__plan", "effect_tie__plan"
    ).prefetch_related(
        Prefetch("measure__answers", answers),
        Prefetch("measure__indicators", effects, to_attr="effects"),
        Prefetch("measure__goal__indicators", effects, to_attr="effects"),
    )


def has_problem(promise: Promise) -> bool:
    """Whether it answers to a problem, by itself or through its measure."""
    measure = promise.measure
    return bool(promise.problem_id or (measure and measure.goal_id))


def has_effect(promise: Promise) -> bool:
    """Whether anyone will know what became of it: a target, a plan for seeing whether it
    helps, or the measure's own indicator."""
    tie = getattr(promise, "effect_tie", None)
    if tie is not None and not tie.plan.called_off_why:
        return True
    if any(one.measures == Measures.EFFECT for one in promise.targets.all()):
        return True
    measure = promise.measure
    if measure is None:
        return False
    return bool(
        getattr(measure, "effects", ())
        or (measure.goal and getattr(measure.goal, "effects", ()))
    )


def chain_text(promise: Promise) -> Content | None:
    """The links in words, or nothing when there are none that may be shown."""
    measure = promise.measure
    problem = promise.problem or _problem_of(measure)
    if problem is None or problem.is_internal:
        return None
    goal = measure.goal if measure else None
    return {
        "problem": {"id": str(problem.public_id), "title": problem.title},
        "causes": [
            answer.cause.text
            for answer in (measure.answers.all() if measure else ())
            if not answer.cause.is_internal
        ],
        "goal": goal and {"id": str(goal.public_id), "text": goal.text},
        "measure": measure and {"id": str(measure.public_id), "title": measure.title},
        "plan": measure and {"id": str(measure.plan.public_id), "name": measure.plan.name},
    }


def _problem_of(measure: Measure | None) -> Any:
    return measure.goal.problem if measure and measure.goal else None


def reasons_text(set_: PromiseSet, promises: Iterable[Promise]) -> list[Content]:
    """Why links are missing, as long as they are."""
    promises = list(promises)
    every = {one.pk for one in promises}
    lacking: dict[Break, set[int]] = {
        Break.PROMISE_WITHOUT_PROBLEM: {one.pk for one in promises if not has_problem(one)},
        Break.PROMISE_WITHOUT_EFFECT: {one.pk for one in promises if not has_effect(one)},
        Break.VOICE_WITHOUT_FEEDBACK: _speaking(set_, promises),
        Break.ACTIVITY_WITHOUT_OUTCOME: every if set_.predecessor_id else set(),
    }
    by_pk = {one.pk: str(one.public_id) for one in promises}
    rows = list(set_.missing_links.all())
    own = {(row.kind, row.promise_id) for row in rows if row.promise_id}
    found = []
    for row in rows:
        about = _about(row, lacking)
        if row.promise_id is None:
            about = {pk for pk in about if (row.kind, pk) not in own}
        if about:
            keys = [key for pk, key in by_pk.items() if pk in about]
            found.append({"kind": row.kind, "promises": keys, "text": row.text})
    return found


def _speaking(set_: PromiseSet, promises: Iterable[Promise]) -> set[int]:
    """The promises of a set that rests on what residents have said."""
    grounds = [*set_.grounds.all(), *(row for one in promises for row in one.grounds.all())]
    is_heard = any(row.evidence.source in VOICES for row in grounds)
    return {one.pk for one in promises} if is_heard else set()


def _about(row: MissingLink, lacking: dict[Break, set[int]]) -> set[int]:
    """The promises that a reason is about: those that still lack the link."""
    found = lacking.get(Break(row.kind), set())
    return found if row.promise_id is None else found & {row.promise_id}


def measures_for(set_: PromiseSet, *, also: int | None = None) -> list[Measure]:
    """The measures its promises can answer to, and the one that is chosen."""
    homes = {set_.home_id, *(area.municipality_id for area in set_.areas.all())}
    found = plans.measures_to_promise(homes)
    if also is not None and all(one.pk != also for one in found):
        rows = Measure.objects.filter(pk=also, plan__home__in=homes)
        found += list(rows.select_related("goal__problem", "plan"))
    return found


def problems_for(set_: PromiseSet, *, also: int | None = None) -> list[Problem]:
    """The problems its promises can answer to: open, of the joint picture."""
    homes = {set_.home_id, *(area.municipality_id for area in set_.areas.all())}
    is_open = Q(state=State.OPEN, picture__party=None)
    rows = Problem.objects.filter(is_open | Q(pk=also), picture__home__in=homes)
    return list(rows.order_by("position", "pk"))
