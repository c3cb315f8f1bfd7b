"""The unbroken chain: finding, problem, cause, goal, measure, promise, outcome, answer.

What fails in practice is the link from problem to measure, and what became of it
(F4.8). A link that is missing is a defect. It is shown where the work is led, and it
stops a decision until it is mended or a reason is written, which is then public.
Pure: facts in, defects out.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Break(StrEnum):
    """A way for the chain to be broken, in the order of the chain."""

    PROBLEM_WITHOUT_EVIDENCE = "problem_without_evidence"
    CAUSE_WITHOUT_GOAL = "cause_without_goal"
    PROBLEM_WITHOUT_MEASURE = "problem_without_measure"
    MEASURE_WITHOUT_CAUSE = "measure_without_cause"
    PROMISE_WITHOUT_PROBLEM = "promise_without_problem"
    PROMISE_WITHOUT_EFFECT = "promise_without_effect"
    ACTIVITY_WITHOUT_OUTCOME = "activity_without_outcome"
    VOICE_WITHOUT_FEEDBACK = "voice_without_feedback"


@dataclass(frozen=True, slots=True)
class Defect:
    """One missing link. `thing` is what lacks it, `within` the plan or set it is in.

    `in_promises`: what lacks it is a promise, not something of a plan.
    """

    kind: Break
    thing: str
    name: str
    within: str = ""
    in_promises: bool = False


@dataclass(frozen=True, slots=True)
class ProblemLinks:
    """A problem that is given priority, and how much hangs on it."""

    key: str
    name: str
    within: str
    findings: int
    measures: int


@dataclass(frozen=True, slots=True)
class CauseLinks:
    """A cause, the cause it is a part of, and the measures with a goal that answer it."""

    key: str
    name: str
    within: str
    parent: str = ""
    answers: int = 0


@dataclass(frozen=True, slots=True)
class MeasureLinks:
    """A measure: the causes it answers, and whether it is over and told of."""

    key: str
    name: str
    within: str
    causes: int
    is_over: bool = False
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class PromiseLinks:
    """A promise: what it answers to, and whether anyone will know what became of it."""

    key: str
    name: str
    within: str
    has_problem: bool
    has_effect: bool
    is_over: bool = False
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class VoiceLinks:
    """Something residents have said, and how often they were told what came of it."""

    key: str
    name: str
    told: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a link is missing. `thing` empty: for every missing link of the kind."""

    kind: Break
    text: str
    thing: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """All links of one municipality, or of one thing that is to be decided."""

    problems: Sequence[ProblemLinks] = ()
    causes: Sequence[CauseLinks] = ()
    measures: Sequence[MeasureLinks] = ()
    promises: Sequence[PromiseLinks] = ()
    voices: Sequence[VoiceLinks] = ()


def defects(chain: Chain) -> list[Defect]:
    """Every missing link, in the order of the chain."""
    found = [
        *_of_problems(chain.problems),
        *_of_causes(chain.causes),
        *_of_measures(chain.measures),
        *_of_promises(chain.promises),
        *_of_voices(chain.voices),
    ]
    order = list(Break)
    return sorted(found, key=lambda one: order.index(one.kind))


def without_reason(found: Iterable[Defect], reasons: Iterable[Reason]) -> list[Defect]:
    """The defects that nobody has written a reason for: these stop a decision."""
    given = {(one.kind, one.thing) for one in reasons if one.text.strip()}
    return [
        one
        for one in found
        if (one.kind, one.thing) not in given and (one.kind, "") not in given
    ]


def used(reasons: Iterable[Reason], found: Collection[Defect]) -> list[Reason]:
    """The reasons that still excuse something. One for a link that was mended is silent."""
    missing = {(one.kind, one.thing) for one in found}
    kinds = {one.kind for one in found}
    return [
        one
        for one in reasons
        if one.text.strip()
        and (one.kind in kinds if not one.thing else (one.kind, one.thing) in missing)
    ]


def by_kind(found: Iterable[Defect]) -> list[tuple[Break, int]]:
    """How many of each kind, in the order of the chain. Kinds without are left out."""
    counts = Counter(one.kind for one in found)
    return [(kind, counts[kind]) for kind in Break if counts[kind]]


def _of_problems(problems: Iterable[ProblemLinks]) -> Iterator[Defect]:
    for one in problems:
        if not one.findings:
            yield Defect(Break.PROBLEM_WITHOUT_EVIDENCE, one.key, one.name, one.within)
        if not one.measures:
            yield Defect(Break.PROBLEM_WITHOUT_MEASURE, one.key, one.name, one.within)


def _of_causes(causes: Sequence[CauseLinks]) -> Iterator[Defect]:
    """A cause leads to a goal when a measure that serves one answers the cause itself,
    what it is a part of, or a part of it."""
    above = {one.key: one.parent for one in causes}
    led = {one.key for one in causes if one.answers}
    upward = {key for start in led for key in _line(start, above)}
    for one in causes:
        if one.key not in upward and not led & set(_line(one.key, above)):
            yield Defect(Break.CAUSE_WITHOUT_GOAL, one.key, one.name, one.within)


def _line(key: str, above: Mapping[str, str]) -> list[str]:
    """A cause and all it is a part of. A ring, which must not be, ends by itself."""
    line: list[str] = []
    while key and key not in line:
        line.append(key)
        key = above.get(key, "")
    return line


def _of_measures(measures: Iterable[MeasureLinks]) -> Iterator[Defect]:
    for one in measures:
        if not one.causes:
            yield Defect(Break.MEASURE_WITHOUT_CAUSE, one.key, one.name, one.within)
        if one.is_over and not one.is_told:
            yield Defect(Break.ACTIVITY_WITHOUT_OUTCOME, one.key, one.name, one.within)


def _of_promises(promises: Iterable[PromiseLinks]) -> Iterator[Defect]:
    for one in promises:
        lacks = {
            Break.PROMISE_WITHOUT_PROBLEM: not one.has_problem,
            Break.PROMISE_WITHOUT_EFFECT: not one.has_effect,
            Break.ACTIVITY_WITHOUT_OUTCOME: one.is_over and not one.is_told,
        }
        for kind, is_lacking in lacks.items():
            if is_lacking:
                yield Defect(kind, one.key, one.name, one.within, in_promises=True)


def _of_voices(voices: Iterable[VoiceLinks]) -> Iterator[Defect]:
    for one in voices:
        if not one.told:
            yield Defect(Break.VOICE_WITHOUT_FEEDBACK, one.key, one.name)
