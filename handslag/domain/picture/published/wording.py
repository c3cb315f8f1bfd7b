"""A frozen picture, read: what was written then, as plain values.

`read` is given the content of a version. For anyone, it is given the public content,
from which all that is internal has been left out (`rules.freezing.public`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handslag.core.periods import Period, Rule
from handslag.domain.organisations.rules import POLICE, Kind
from handslag.domain.picture.published.causes import PublishedAnalysis, read_analysis
from handslag.domain.picture.rules.words import (
    Aspect,
    Part,
    Priority,
    State,
    Use,
    When,
)

_MUNICIPAL = frozenset({Kind.MUNICIPALITY.value, Kind.REGION.value})


@dataclass(frozen=True, slots=True)
class PublishedParty:
    """Who stands behind the picture, under the name it had then."""

    id: str
    name: str
    kind: str

    @property
    def side(self) -> str:
        """Whose stroke of the handshake it is."""
        if self.kind in POLICE:
            return "police"
        return "municipality" if self.kind in _MUNICIPAL else "others"


@dataclass(frozen=True, slots=True)
class PublishedFinding:
    """A finding that is cited, and the number of its note. `source` is a code."""

    number: int
    source: str
    statement: str
    period: str
    place: str
    method: str
    n: int | None
    limits: str
    id: str = ""  # the key of exactly this version of the finding


@dataclass(frozen=True, slots=True)
class PublishedPassage:
    """A piece of text, whose words it is, and the notes it cites."""

    text: str
    written_by: PublishedParty | None
    notes: tuple[int, ...]
    unshown: int  # findings it cites that may not be shown here
    is_internal: bool


@dataclass(frozen=True, slots=True)
class PublishedJudgement:
    """What the writers hold to be so, how sure they are, and the notes they cite."""

    aspect: Aspect
    text: str
    direction: str
    confidence: str
    notes: tuple[int, ...]
    unshown: int
    is_internal: bool


@dataclass(frozen=True, slots=True)
class PublishedSource:
    """A source that was weighed: used or rejected, why, and its limits."""

    stated: str
    note: int | None
    use: Use
    reason: str
    limits: str
    is_internal: bool


@dataclass(frozen=True, slots=True)
class PublishedProblem:
    """One problem, as it stood in this version."""

    id: str
    theme: str
    title: str
    description: str
    place: str
    when: tuple[When, ...]
    time_stated: str
    affected: str
    state: State
    closed_why: str
    priority: Priority | None
    priority_reason: str
    unsupported_why: str
    is_internal: bool
    seen_by: tuple[PublishedParty, ...]
    judgements: tuple[PublishedJudgement, ...]
    sources: tuple[PublishedSource, ...]
    analysis: PublishedAnalysis | None

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN

    @property
    def confidence(self) -> str:
        """How sure the parties are of the problem: as sure as of its least sure side."""
        said = {judgement.confidence for judgement in self.judgements}
        return next((one for one in ("low", "medium", "high") if one in said), "")


@dataclass(frozen=True, slots=True)
class PublishedPicture:
    """A whole picture."""

    name: str
    period: Period
    is_example: bool
    parties: tuple[PublishedParty, ...]
    parts: Mapping[Part, tuple[PublishedPassage, ...]]
    problems: tuple[PublishedProblem, ...]
    sources: tuple[PublishedSource, ...]
    findings: tuple[PublishedFinding, ...]

    @property
    def open_problems(self) -> tuple[PublishedProblem, ...]:
        return tuple(problem for problem in self.problems if problem.is_open)

    def of(self, priority: Priority | None) -> tuple[PublishedProblem, ...]:
        """The open problems with this priority, in order."""
        return tuple(one for one in self.open_problems if one.priority is priority)


def read(content: Mapping[str, Any]) -> PublishedPicture:
    """What the content of a version says."""
    findings = tuple(
        _finding(number, row) for number, row in enumerate(content["evidence"], start=1)
    )
    notes = {row["id"]: nr for nr, row in enumerate(content["evidence"], start=1)}
    return PublishedPicture(
        name=content["name"],
        period=_period(content["period"]),
        is_example=content["is_example"],
        parties=tuple(map(_party, content["parties"])),
        parts={
            part: tuple(_passage(row, notes) for row in content["parts"][part.value])
            for part in Part
        },
        problems=tuple(_problem(row, notes) for row in content["problems"]),
        sources=_sources(content["sources"], notes),
        findings=findings,
    )


def _finding(number: int, row: Mapping[str, Any]) -> PublishedFinding:
    return PublishedFinding(
        number=number,
        source=row["source"],
        statement=row["statement"],
        period=row["period"],
        place=row["place"],
        method=row["method"],
        n=row["n"],
        limits=row["limits"],
        id=row["id"],
    )


def _party(row: Mapping[str, Any]) -> PublishedParty:
    return PublishedParty(row["id"], row["name"], row["kind"])


def _cited(row: Mapping[str, Any], notes: Mapping[str, int]) -> tuple[tuple[int, ...], int]:
    """The numbers of the notes in order, and how many findings have none here."""
    shown = tuple(sorted(notes[key] for key in row["evidence"] if key in notes))
    return shown, len(row["evidence"]) - len(shown)


def _passage(row: Mapping[str, Any], notes: Mapping[str, int]) -> PublishedPassage:
    shown, unshown = _cited(row, notes)
    return PublishedPassage(
        text=row["text"],
        written_by=_party(row["written_by"]) if row["written_by"] else None,
        notes=shown,
        unshown=unshown,
        is_internal=row["is_internal"],
    )


def _problem(row: Mapping[str, Any], notes: Mapping[str, int]) -> PublishedProblem:
    return PublishedProblem(
        id=row["id"],
        theme=row["theme"],
        title=row["title"],
        description=row["description"],
        place=row["place"],
        when=tuple(map(When, row["time_pattern"])),
        time_stated=row["time_stated"],
        affected=row["affected"],
        state=State(row["state"]),
        closed_why=row["closed_why"],
        priority=Priority(row["priority"]) if row["priority"] else None,
        priority_reason=row["priority_reason"],
        unsupported_why=row["unsupported_why"],
        is_internal=row["is_internal"],
        seen_by=tuple(map(_party, row["seen_by"])),
        judgements=tuple(_judgement(one, notes) for one in row["judgements"]),
        sources=_sources(row["sources"], notes),
        analysis=read_analysis(row.get("analysis"), notes),
    )


def _judgement(row: Mapping[str, Any], notes: Mapping[str, int]) -> PublishedJudgement:
    shown, unshown = _cited(row, notes)
    return PublishedJudgement(
        aspect=Aspect(row["aspect"]),
        text=row["text"],
        direction=row["direction"],
        confidence=row["confidence"],
        notes=shown,
        unshown=unshown,
        is_internal=row["is_internal"],
    )


def _sources(
    rows: Iterable[Mapping[str, Any]], notes: Mapping[str, int]
) -> tuple[PublishedSource, ...]:
    """Those that can be named here: a finding that may not be shown has no name."""
    return tuple(
        PublishedSource(
            stated=row["stated"],
            note=notes.get(row["evidence"]),
            use=Use(row["use"]),
            reason=row["reason"],
            limits=row["limits"],
            is_internal=row["is_internal"],
        )
        for row in rows
        if row["stated"] or row["evidence"] in notes
    )


def _period(row: Mapping[str, Any]) -> Period:
    return Period(row["stated"], _day(row["starts"]), _day(row["ends"]), Rule(row["rule"]))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
