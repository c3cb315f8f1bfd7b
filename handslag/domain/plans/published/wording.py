"""A decided plan, read: what the board decided, as plain values, less what is internal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from handslag.core.periods import Period, Rule
from handslag.domain.plans.rules.chain import Break
from handslag.domain.plans.rules.words import (
    Aim,
    Approach,
    CarriedOut,
    Direction,
    Horizon,
    Measures,
    Reached,
    Strategy,
)


@dataclass(frozen=True, slots=True)
class PublishedIndicator:
    """What is measured, from where to where, and which way is good."""

    id: str
    name: str
    measures: Measures
    unit: str
    baseline: Decimal | None
    baseline_stated: str
    target: Decimal | None
    by: date | None
    direction: Direction
    direction_why: str
    followed: str  # the id of what it is read from, or nothing


@dataclass(frozen=True, slots=True)
class PublishedGoal:
    """What is to be reached, or held."""

    id: str
    text: str
    kind: Aim
    indicators: tuple[PublishedIndicator, ...]


@dataclass(frozen=True, slots=True)
class PublishedMeasure:
    """What is done, by whom, about which causes. `activity` is a code."""

    id: str
    title: str
    text: str
    problem: str
    goal: str
    causes: tuple[str, ...]
    owner: str
    owner_kind: str
    kind: Approach
    strategy: Strategy | None
    activity: str
    horizon: Horizon
    starts: date | None
    ends: date | None
    resources: str
    cost: Decimal | None
    implementation: str
    indicators: tuple[PublishedIndicator, ...]


@dataclass(frozen=True, slots=True)
class PublishedProblem:
    """A problem that the picture gives priority, with its causes and its goals."""

    id: str
    title: str
    causes: tuple[tuple[str, str], ...]  # id and text
    goals: tuple[PublishedGoal, ...]


@dataclass(frozen=True, slots=True)
class PublishedReason:
    """Why a link of the chain is missing. `name` empty: for all of the kind."""

    kind: Break
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class PublishedDecision:
    """What 31 § förvaltningslagen wants to be seen."""

    board: str
    decided_on: date
    paragraph: str
    registry_no: str
    decider: str
    rapporteur: str
    participants: str
    file: str  # its fingerprint, or nothing


@dataclass(frozen=True, slots=True)
class PublishedPlan:
    """A whole plan as it was decided."""

    name: str
    introduction: str
    period: Period
    home: str
    is_example: bool
    picture_id: str
    picture_number: int
    picture_on: date
    problems: tuple[PublishedProblem, ...]
    measures: tuple[PublishedMeasure, ...]
    reasons: tuple[PublishedReason, ...]
    decision: PublishedDecision
    hidden: int  # problems that are kept from the public


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """What a follow-up says of one measure."""

    carried_out: CarriedOut
    output: str
    effect: str
    lesson: str


@dataclass(frozen=True, slots=True)
class PublishedFollowUp:
    """What one follow-up says. Results by the id of measure, goal and indicator."""

    followed_up_on: date
    published_on: date
    summary: str
    measures: Mapping[str, PublishedResult]
    goals: Mapping[str, tuple[Reached, str]]
    readings: Mapping[str, Decimal]


def read(content: Mapping[str, Any]) -> PublishedPlan:
    """What anyone may read of a decided plan."""
    shown = [one for one in content["problems"] if not one["is_internal"]]
    measures = [one for one in content["measures"] if not one["is_internal"]]
    problems = tuple(map(_problem, shown))
    open_causes = {key for problem in problems for key, _ in problem.causes}
    period = content["period"]
    return PublishedPlan(
        name=content["name"],
        introduction=content["introduction"],
        period=Period(
            period["stated"],
            _day(period["starts"]),
            _day(period["ends"]),
            Rule(period["rule"]),
        ),
        home=content["home"]["name"],
        is_example=content["is_example"],
        picture_id=content["picture"]["id"],
        picture_number=content["picture"]["number"],
        picture_on=date.fromisoformat(content["picture"]["frozen_on"]),
        problems=problems,
        measures=tuple(_measure(one, open_causes) for one in measures),
        reasons=tuple(
            PublishedReason(Break(one["kind"]), one["name"], one["text"])
            for one in content["reasons"]
            if not one["is_internal"]
        ),
        decision=_decision(content["decision"]),
        hidden=len(content["problems"]) - len(shown),
    )


def read_follow_up(
    content: Mapping[str, Any], *, published_on: date, shown: Iterable[str]
) -> PublishedFollowUp:
    """What a published follow-up says of the things that are shown."""
    seen = set(shown)
    return PublishedFollowUp(
        followed_up_on=date.fromisoformat(content["followed_up_on"]),
        published_on=published_on,
        summary=content["summary"],
        measures={
            one["id"]: PublishedResult(
                CarriedOut(one["carried_out"]), one["output"], one["effect"], one["lesson"]
            )
            for one in content["measures"]
            if one["id"] in seen
        },
        goals={
            one["id"]: (Reached(one["reached"]), one["said"])
            for one in content["goals"]
            if one["id"] in seen
        },
        readings={
            key: Decimal(value) for key, value in content["readings"].items() if key in seen
        },
    )


def _problem(row: Mapping[str, Any]) -> PublishedProblem:
    return PublishedProblem(
        id=row["id"],
        title=row["title"],
        causes=tuple(
            (cause["id"], cause["text"])
            for cause in row["causes"]
            if not cause["is_internal"]
        ),
        goals=tuple(
            PublishedGoal(
                goal["id"],
                goal["text"],
                Aim(goal["kind"]),
                tuple(map(_indicator, goal["indicators"])),
            )
            for goal in row["goals"]
        ),
    )


def _measure(row: Mapping[str, Any], open_causes: set[str]) -> PublishedMeasure:
    owner = row["owner"]
    return PublishedMeasure(
        id=row["id"],
        title=row["title"],
        text=row["text"],
        problem=row["problem"] or "",
        goal=row["goal"] or "",
        causes=tuple(key for key in row["causes"] if key in open_causes),
        owner=owner["name"] if owner else row["owner_stated"],
        owner_kind=owner["kind"] if owner else "",
        kind=Approach(row["kind"]),
        strategy=Strategy(row["strategy"]) if row["strategy"] else None,
        activity=row["activity"],
        horizon=Horizon(row["horizon"]),
        starts=_day(row["starts"]),
        ends=_day(row["ends"]),
        resources=row["resources"],
        cost=_number(row["cost"]),
        implementation=row["implementation"],
        indicators=tuple(map(_indicator, row["indicators"])),
    )


def _indicator(row: Mapping[str, Any]) -> PublishedIndicator:
    return PublishedIndicator(
        id=row["id"],
        name=row["name"],
        measures=Measures(row["measures"]),
        unit=row["unit"],
        baseline=_number(row["baseline"]),
        baseline_stated=row["baseline_stated"],
        target=_number(row["target"]),
        by=_day(row["by"]),
        direction=Direction(row["direction"]),
        direction_why=row["direction_why"],
        followed=_id_of(row.get("followed")),  # older decisions say nothing of it
    )


def _id_of(row: Mapping[str, str] | None) -> str:
    return row["id"] if row else ""


def _decision(row: Mapping[str, Any]) -> PublishedDecision:
    return PublishedDecision(
        board=row["board"],
        decided_on=date.fromisoformat(row["decided_on"]),
        paragraph=row["paragraph"],
        registry_no=row["registry_no"],
        decider=row["decider"],
        rapporteur=row["rapporteur"],
        participants=row["participants"],
        file=row["file"],
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _number(value: str | None) -> Decimal | None:
    return Decimal(value) if value is not None else None
