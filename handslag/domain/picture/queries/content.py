"""The working rows of a picture as one text: what is frozen, and what plans rest on.

A field that a page of a version shows and that is not here could be changed after the
freezing: add it here first. Whatever hangs in a list and may be kept from the public
carries `is_internal`; `rules.freezing.public` leaves it out at any depth.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.queries import where_said
from handslag.domain.evidence.rules import Visibility
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import (
    Citation,
    Judgement,
    Passage,
    Picture,
    Problem,
    SourceNote,
)
from handslag.domain.picture.queries.causes import analysis_content
from handslag.domain.picture.queries.pictures import (
    parties_of,
    passages_of,
    problems_of,
    sources_of,
)
from handslag.domain.picture.rules.words import Aspect, Part

FORMAT = 1
Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """All that is written in a picture, fetched once for whoever needs it."""

    passages: list[Passage]
    problems: list[Problem]
    sources: list[SourceNote]
    parties: list[Organisation]


def rows_of(picture: Picture) -> Rows:
    """What is written in the picture as it stands."""
    return Rows(
        passages_of(picture),
        problems_of(picture),
        sources_of(picture),
        parties_of(picture),
    )


def content(picture: Picture, rows: Rows | None = None) -> Content:
    """Everything a version of the picture says, from the rows as they stand."""
    rows = rows or rows_of(picture)
    return {
        "format": FORMAT,
        "id": str(picture.public_id),
        "is_example": picture.is_example,
        "name": picture.name,
        "period": {
            "stated": picture.period_stated,
            "starts": _day(picture.starts),
            "ends": _day(picture.ends),
            "rule": picture.period_rule,
        },
        "home": _organisation(picture.home),
        "parties": [_organisation(party) for party in rows.parties],
        "parts": _parts(rows.passages),
        "problems": [_problem(problem) for problem in rows.problems],
        "sources": [_source(note) for note in rows.sources],
        "evidence": _evidence(rows.passages, rows.problems, rows.sources),
    }


def _parts(passages: Iterable[Passage]) -> dict[str, list[Content]]:
    by_part: defaultdict[str, list[Content]] = defaultdict(list)
    for passage in passages:
        if not passage.is_guide:
            by_part[passage.part].append(_passage(passage))
    return {part.value: by_part[part.value] for part in Part}


def _passage(passage: Passage) -> Content:
    return {
        "id": str(passage.public_id),
        "text": passage.text,
        "is_internal": passage.is_internal,
        "written_by": passage.written_by and _organisation(passage.written_by),
        "evidence": _cited(passage.citations.all()),
    }


def _problem(problem: Problem) -> Content:
    origins = {
        origin.picture.party_id: origin.picture.party for origin in problem.origins.all()
    }
    return {
        "id": str(problem.public_id),
        "theme": problem.theme,
        "title": problem.title,
        "description": problem.description,
        "place": problem.place_stated or (problem.place.name if problem.place else ""),
        "time_pattern": list(problem.time_pattern),
        "time_stated": problem.time_stated,
        "affected": problem.affected,
        "state": problem.state,
        "closed_why": problem.closed_why,
        "priority": problem.priority,
        "priority_reason": problem.priority_reason,
        "unsupported_why": problem.unsupported_why,
        "is_internal": problem.is_internal,
        "seen_by": [_organisation(party) for party in origins.values() if party],
        "judgements": _judgements(problem.judgements.all()),
        "analysis": analysis_content(
            getattr(problem, "analysis", None), problem.causes.all()
        ),
        "scores": [
            {
                "party": _organisation(score.organisation),
                "value": score.value,
                "reason": score.reason,
            }
            for score in sorted(problem.scores.all(), key=lambda score: score.pk)
        ],
        "sources": [_source(note) for note in problem.sources.all()],
    }


def _judgements(rows: Iterable[Judgement]) -> list[Content]:
    order = [aspect.value for aspect in Aspect]
    return [
        {
            "aspect": row.aspect,
            "text": row.text,
            "direction": row.direction,
            "confidence": row.confidence,
            "is_internal": row.is_internal,
            "evidence": _cited(row.citations.all()),
        }
        for row in sorted(rows, key=lambda row: order.index(row.aspect))
    ]


def _source(note: SourceNote) -> Content:
    return {
        "id": str(note.public_id),
        "stated": note.stated,
        "evidence": str(note.evidence.public_id) if note.evidence else None,
        "use": note.use,
        "reason": note.reason,
        "limits": note.limits,
        "is_internal": note.is_internal,
    }


def _cited(citations: Iterable[Citation]) -> list[str]:
    return [str(citation.evidence.public_id) for citation in citations]


def _evidence(
    passages: Iterable[Passage], problems: Iterable[Problem], sources: Iterable[SourceNote]
) -> list[Content]:
    """Each finding that is cited, once, in the order in which it is cited first."""
    found: dict[int, Evidence] = {}
    for finding in _findings(passages, problems, sources):
        found.setdefault(finding.pk, finding)
    return [_finding(finding) for finding in found.values()]


def _findings(
    passages: Iterable[Passage], problems: Iterable[Problem], sources: Iterable[SourceNote]
) -> Iterable[Evidence]:
    for passage in passages:
        yield from (citation.evidence for citation in passage.citations.all())
    for problem in problems:
        for judgement in problem.judgements.all():
            yield from (citation.evidence for citation in judgement.citations.all())
        for cause in problem.causes.all():
            yield from (citation.evidence for citation in cause.citations.all())
        yield from (note.evidence for note in problem.sources.all() if note.evidence)
    yield from (note.evidence for note in sources if note.evidence)


def _finding(finding: Evidence) -> Content:
    """What it says, unless only its own organisation may read that."""
    is_own = finding.visibility == Visibility.OWN
    return {
        "id": str(finding.public_id),
        "source": finding.source,
        "statement": "" if is_own else finding.statement,
        "period": finding.period_stated,
        "place": "" if is_own else where_said(finding),
        "method": "" if is_own else finding.method,
        "n": None if is_own else finding.n,
        "limits": "" if is_own else finding.limits,
        "visibility": finding.visibility,
    }


def _organisation(organisation: Organisation) -> Content:
    return {
        "id": str(organisation.public_id),
        "name": organisation.name,
        "kind": organisation.kind,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
