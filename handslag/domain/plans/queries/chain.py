"""The links of the chain as they stand, for one plan or for several municipalities."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from handslag.domain.evidence.models import Evidence, Feedback
from handslag.domain.evidence.rules import VOICES
from handslag.domain.picture.models import Cause, Citation, Problem, SourceNote
from handslag.domain.picture.rules.words import Use
from handslag.domain.plans.models import (
    Measure,
    MeasureCause,
    MeasureOutcome,
    Plan,
    WrittenReason,
)
from handslag.domain.plans.queries.plans import (
    FrozenProblem,
    frozen_problems,
    plans_in_work,
)
from handslag.domain.plans.rules.chain import (
    Break,
    CauseLinks,
    Chain,
    Defect,
    MeasureLinks,
    ProblemLinks,
    Reason,
    VoiceLinks,
    defects,
    without_reason,
)
from handslag.domain.plans.rules.words import CarriedOut, Status

Citing = TypeVar("Citing", bound=Model)

ENDED = (Status.DONE, Status.STOPPED)


@dataclass(frozen=True, slots=True)
class Broken:
    """What is missing in the chain of one plan: left to mend, and explained."""

    plan: Plan
    left: tuple[Defect, ...]
    explained: tuple[tuple[Defect, str], ...]


def chain_of(plan: Plan, *, today: date) -> Chain:
    """All links of one plan."""
    return _chains([plan], today=today)[plan.pk]


def reasons_of(plan: Plan) -> list[Reason]:
    """The reasons that are written for missing links of one plan."""
    return [_reason(row) for row in plan.reasons.all()]


def broken(homes: Collection[int], *, today: date) -> list[Broken]:
    """What is missing in these plans. As many queries for one as for many."""
    plans = plans_in_work(homes)
    chains = _chains(plans, today=today)
    reasons: defaultdict[int, list[Reason]] = defaultdict(list)
    for row in WrittenReason.objects.filter(plan__in=plans):
        reasons[row.plan_id].append(_reason(row))
    return [_broken(plan, chains[plan.pk], reasons[plan.pk]) for plan in plans]


def _broken(plan: Plan, chain: Chain, reasons: Sequence[Reason]) -> Broken:
    found = defects(chain)
    left = without_reason(found, reasons)
    said = {(one.kind, one.thing): one.text for one in reasons}
    return Broken(
        plan,
        tuple(left),
        tuple(
            (one, said.get((one.kind, one.thing)) or said[one.kind, ""])
            for one in found
            if one not in left
        ),
    )


def voices_behind(problems: Collection[int]) -> list[int]:
    """The findings that these problems, and their causes, rest on."""
    rows = Citation.objects.filter(
        Q(judgement__problem__in=problems) | Q(cause__problem__in=problems)
    )
    return list(rows.values_list("evidence", flat=True).distinct())


def silent(citing: QuerySet[Citing]) -> QuerySet[Citing]:
    """Those that cite what residents said, where nobody told them what came of it: not
    of this version of the finding, nor of another. Each with its finding."""
    told = Feedback.objects.filter(evidence__chain=OuterRef("evidence__chain"))
    unanswered = citing.filter(evidence__source__in=VOICES).exclude(Exists(told))
    return unanswered.select_related("evidence")


def voice(said: Evidence) -> VoiceLinks:
    """What residents said, of which nobody has told them what came."""
    return VoiceLinks(str(said.public_id), said.statement or said.source, 0)


def _reason(row: WrittenReason) -> Reason:
    return Reason(Break(row.kind), row.text, str(row.thing) if row.thing else "")


def _chains(plans: Sequence[Plan], *, today: date) -> dict[int, Chain]:
    """The links of several plans. Five queries, however many plans there are."""
    frozen = {plan.pk: frozen_problems(plan.picture_version) for plan in plans}
    keys = {one.key for rows in frozen.values() for one in rows}
    rows = _problems(keys)
    causes: defaultdict[int, list[Cause]] = defaultdict(list)
    for cause in Cause.objects.filter(problem__in=[one.pk for one in rows.values()]):
        causes[cause.problem_id].append(cause)
    measures = _measures(plans, today=today)
    voices = _voices(rows.values())
    return {
        plan.pk: _chain(plan, frozen[plan.pk], rows, causes, measures, voices)
        for plan in plans
    }


def _problems(keys: Collection[str]) -> dict[str, Problem]:
    """Problems, each told whether anything at all is cited for it."""
    own = Citation.objects.filter(judgement__problem=OuterRef("pk"))
    of_causes = Citation.objects.filter(cause__problem=OuterRef("pk"))
    noted = SourceNote.objects.filter(problem=OuterRef("pk"), use=Use.USED).exclude(
        evidence=None
    )
    rows = Problem.objects.filter(public_id__in=keys).annotate(
        is_founded=Exists(own) | Exists(of_causes) | Exists(noted)
    )
    return {str(row.public_id): row for row in rows}


@dataclass(frozen=True, slots=True)
class _Measured:
    """The measures of several plans with the causes they answer."""

    of_plan: Mapping[int, list[Measure]]
    causes: Mapping[int, list[tuple[int, int]]]  # measure: (cause, its problem)
    told: frozenset[int]
    over: frozenset[int]


def _measures(plans: Iterable[Plan], *, today: date) -> _Measured:
    """Also those of the plan before: what became of them is told before they are left."""
    wanted = {key for plan in plans for key in (plan.pk, plan.predecessor_id) if key}
    of_plan: defaultdict[int, list[Measure]] = defaultdict(list)
    told = MeasureOutcome.objects.filter(
        measure=OuterRef("pk"), follow_up__published_at__isnull=False
    ).exclude(carried_out=CarriedOut.UNKNOWN)
    rows = Measure.objects.filter(plan__in=wanted).annotate(is_told=Exists(told))
    is_told = set()
    for row in rows.select_related("goal", "plan"):
        of_plan[row.plan_id].append(row)
        if row.is_told:
            is_told.add(row.pk)
    causes: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    answers = MeasureCause.objects.filter(measure__plan__in=wanted)
    for measure, cause, problem in answers.values_list(
        "measure", "cause", "cause__problem"
    ):
        causes[measure].append((cause, problem))
    return _Measured(
        of_plan,
        causes,
        frozenset(is_told),
        frozenset(
            row.pk
            for found in of_plan.values()
            for row in found
            if not row.plan.is_draft and _is_over(row, today)
        ),
    )


def _is_over(measure: Measure, today: date) -> bool:
    return measure.status in ENDED or (measure.ends is not None and measure.ends < today)


def _voices(problems: Iterable[Problem]) -> dict[int, list[VoiceLinks]]:
    """What residents have said of each problem without being told what came of it."""
    about = Q(judgement__problem__in=problems) | Q(cause__problem__in=problems)
    found: defaultdict[int, list[VoiceLinks]] = defaultdict(list)
    citing = silent(Citation.objects.filter(about)).annotate(
        about=Coalesce("judgement__problem", "cause__problem")
    )
    for row in citing:
        found[row.about].append(voice(row.evidence))
    return found


def _chain(
    plan: Plan,
    frozen: Sequence[FrozenProblem],
    rows: Mapping[str, Problem],
    causes: Mapping[int, list[Cause]],
    measured: _Measured,
    voices: Mapping[int, list[VoiceLinks]],
) -> Chain:
    own = measured.of_plan.get(plan.pk, [])
    before = measured.of_plan.get(plan.predecessor_id or 0, []) if plan.is_draft else []
    problems = [rows[one.key] for one in frozen if one.key in rows]
    return Chain(
        problems=_problem_links(plan, problems, own, measured),
        causes=_cause_links(plan, problems, causes, own, measured),
        measures=[
            *(_measure_links(plan, row, measured) for row in own),
            *(_told_links(row, measured) for row in before),
        ],
        voices=list(
            {
                one.key: one for problem in problems for one in voices.get(problem.pk, [])
            }.values()
        ),
    )


def _problem_links(
    plan: Plan, problems: Iterable[Problem], own: Iterable[Measure], measured: _Measured
) -> list[ProblemLinks]:
    met: Counter[int] = Counter()
    for row in own:
        about = {problem for _, problem in measured.causes.get(row.pk, [])}
        if row.goal is not None:
            about.add(row.goal.problem_id)
        met.update(about)
    return [
        ProblemLinks(
            key=str(one.public_id),
            name=one.title,
            within=str(plan.public_id),
            findings=int(_is_founded(one)),
            measures=met[one.pk],
        )
        for one in problems
    ]


def _is_founded(problem: Problem) -> bool:
    """Something is cited, or the picture says in public why nothing is."""
    return bool(getattr(problem, "is_founded", False) or problem.unsupported_why)


def _cause_links(
    plan: Plan,
    problems: Iterable[Problem],
    causes: Mapping[int, list[Cause]],
    own: Iterable[Measure],
    measured: _Measured,
) -> list[CauseLinks]:
    led: Counter[int] = Counter()
    for row in own:
        if row.goal_id is not None:
            led.update(cause for cause, _ in measured.causes.get(row.pk, []))
    return [
        CauseLinks(
            key=str(one.public_id),
            name=one.text,
            within=str(plan.public_id),
            parent=str(above[one.parent_id].public_id) if one.parent_id in above else "",
            answers=led[one.pk],
        )
        for problem in problems
        for above in [{one.pk: one for one in causes.get(problem.pk, [])}]
        for one in causes.get(problem.pk, [])
    ]


def _measure_links(plan: Plan, row: Measure, measured: _Measured) -> MeasureLinks:
    return MeasureLinks(
        key=str(row.public_id),
        name=row.title,
        within=str(plan.public_id),
        causes=len(measured.causes.get(row.pk, [])),
        is_over=row.pk in measured.over,
        is_told=row.pk in measured.told,
    )


def _told_links(row: Measure, measured: _Measured) -> MeasureLinks:
    """A measure of the plan before: only what became of it matters now."""
    return MeasureLinks(
        key=str(row.public_id),
        name=row.title,
        within=str(row.plan.public_id),
        causes=1,
        is_over=row.pk in measured.over,
        is_told=row.pk in measured.told,
    )
