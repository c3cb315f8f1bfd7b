"""Problems and passages as one reads them while they are written."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import Citation, Judgement, Passage, Problem
from handslag.domain.picture.rules import scoring
from handslag.domain.picture.rules.words import (
    Aspect,
    Confidence,
    Direction,
    Part,
    Priority,
    State,
    When,
)
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.words.picture import (
    ASPECTS,
    CONFIDENCES,
    DIRECTIONS,
    PARTS,
    PRIORITIES,
    QUESTIONS,
    WHEN,
)
from handslag.web.workspace.picture.findings import Known


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """What is held to be so, in short and in words, how sure, and what it cites."""

    name: str
    way: str
    short: str
    text: str
    level: str
    sure: str
    cites: tuple[str, ...]
    is_internal: bool


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One party's score: given or not, and shown or not yet."""

    party: Organisation
    value: int | None
    reason: str
    is_given: bool


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A problem with its codes in words."""

    problem: Problem
    theme: str
    place: str
    when: str
    priority: str
    only: str  # the only party that sees it, when there are others
    judgements: tuple[JudgementLine, ...]
    scores: tuple[ScoreLine, ...]
    is_open: bool
    cites: int


@dataclass(frozen=True, slots=True)
class PartLines:
    """One part of the picture: its passages, or the questions it should answer."""

    part: Part
    name: str
    questions: tuple[str, ...]
    passages: tuple[Passage, ...]
    is_empty: bool


def problem_lines(
    actor: Actor, problems: Iterable[Problem], parties: Sequence[Organisation]
) -> list[ProblemLine]:
    """Problems as lists show them. One query for the names of themes."""
    themes = terms(Kind.FOCUS, get_language() or "sv")
    return [_line(actor, problem, parties, themes, None) for problem in problems]


def problem_line(
    actor: Actor, problem: Problem, parties: Sequence[Organisation]
) -> ProblemLine:
    """One problem as its own page shows it, with what each judgement cites."""
    themes = terms(Kind.FOCUS, get_language() or "sv")
    return _line(actor, problem, parties, themes, Known(actor, problem.picture))


def part_lines(passages: Iterable[Passage]) -> list[PartLines]:
    """The passages under their parts."""
    rows = list(passages)
    found = []
    for part in Part:
        here = tuple(passage for passage in rows if passage.part == part)
        found.append(
            PartLines(
                part=part,
                name=str(PARTS[part]),
                questions=tuple(map(str, QUESTIONS[part])),
                passages=here,
                is_empty=all(passage.is_guide for passage in here),
            )
        )
    return found


def when_words(codes: Collection[str], stated: str) -> str:
    """ "vinter, i mörkret; timmarna efter sista tåget" """
    named = ", ".join(str(WHEN[when]) for when in When if when.value in codes)
    return "; ".join(part for part in (named, stated) if part)


def _line(
    actor: Actor,
    problem: Problem,
    parties: Sequence[Organisation],
    themes: dict[str, str],
    known: Known | None,
) -> ProblemLine:
    judgements = {row.aspect: row for row in problem.judgements.all()}
    place = problem.place_stated or (problem.place.name if problem.place else "")
    return ProblemLine(
        problem=problem,
        theme=themes.get(problem.theme, problem.theme),
        place=place,
        when=when_words(problem.time_pattern, problem.time_stated),
        priority=str(PRIORITIES[Priority(problem.priority)]) if problem.priority else "",
        only=_only(problem, parties),
        judgements=tuple(
            _judgement(judgements[aspect], known)
            for aspect in Aspect
            if aspect in judgements
        ),
        scores=_scores(actor, problem, parties),
        is_open=problem.state == State.OPEN,
        cites=sum(len(row.citations.all()) for row in judgements.values()),
    )


def _judgement(row: Judgement, known: Known | None) -> JudgementLine:
    aspect = Aspect(row.aspect)
    short = DIRECTIONS[aspect][Direction(row.direction)] if row.direction else ""
    cites: Iterable[Citation] = row.citations.all() if known else ()
    return JudgementLine(
        name=str(ASPECTS[aspect]),
        way=row.direction,
        short=str(short),
        text=row.text,
        level=row.confidence,
        sure=str(CONFIDENCES[Confidence(row.confidence)]) if row.confidence else "",
        cites=tuple(known.said(one.evidence) for one in cites if known),
        is_internal=row.is_internal,
    )


def _only(problem: Problem, parties: Sequence[Organisation]) -> str:
    """The one party that sees the problem, when it was merged and others do not."""
    seen = {
        origin.picture.party.name
        for origin in problem.origins.all()
        if origin.picture.party
    }
    return seen.pop() if len(seen) == 1 and len(parties) > 1 else ""


def _scores(
    actor: Actor, problem: Problem, parties: Sequence[Organisation]
) -> tuple[ScoreLine, ...]:
    given = {score.organisation_id: score for score in problem.scores.all()}
    shown = scoring.seen(
        {party: score.value for party, score in given.items()},
        own=actor.organisation_ids,
        scorers=[party.pk for party in parties],
    )
    return tuple(
        ScoreLine(
            party=party,
            value=given[party.pk].value if party.pk in shown else None,
            reason=given[party.pk].reason if party.pk in shown else "",
            is_given=party.pk in given,
        )
        for party in parties
    )
