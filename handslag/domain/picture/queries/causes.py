"""The causes of a problem as staff find them, and as they are frozen with the picture."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from handslag.core.access import Act, Actor
from handslag.domain.picture.models import (
    Cause,
    CauseAnalysis,
    Citation,
    PictureParty,
    Problem,
)
from handslag.domain.picture.queries.pictures import visible_to
from handslag.domain.picture.rules.causes import (
    CauseKind,
    Corner,
    Node,
    Perspective,
    Unlit,
    unlit,
)
from handslag.domain.picture.rules.suggestions import Facts, Suggestion, suggestions
from handslag.domain.picture.rules.words import Priority, State

Content = dict[str, Any]


def cause_of(actor: Actor, key: UUID) -> QuerySet[Cause]:
    """One cause in a picture that the actor may see."""
    pictures = visible_to(actor).values("pk")
    found = Cause.objects.filter(public_id=key, problem__picture__in=pictures)
    return found.select_related("problem__picture__home", "problem__picture__party")


def causes_of(problem: Problem) -> list[Cause]:
    """All causes of a problem, with what they cite."""
    cited = Citation.objects.select_related("evidence")
    return list(problem.causes.prefetch_related(Prefetch("citations", cited)))


def analysis_of(problem: Problem) -> CauseAnalysis:
    """The analysis of a problem, or an empty one that is not stored yet."""
    found = CauseAnalysis.objects.filter(problem=problem).first()
    return found or CauseAnalysis(problem=problem)


def unanalysed_for(actor: Actor) -> QuerySet[Problem]:
    """Prioritised problems whose analysis is not done, in joint pictures that one writes.

    `begun`: whether there is a cause already. One query.
    """
    own = actor.where(Act.WRITE_PICTURE)
    writing = PictureParty.objects.filter(picture=OuterRef("picture"), organisation__in=own)
    mine = Q(picture__home__in=own) | Q(Exists(writing))
    found = Problem.objects.filter(
        mine, picture__party=None, state=State.OPEN, priority=Priority.PRIORITISED
    )
    begun = Exists(Cause.objects.filter(problem=OuterRef("pk")))
    return (
        found.exclude(analysis__is_done=True)
        .annotate(begun=begun)
        .select_related("picture__home")
        .order_by("picture", "position", "pk")
    )


def nodes(causes: Iterable[Cause]) -> list[Node]:
    """How the causes hang, for the rules to try."""
    return [Node(one.pk, one.parent_id, one.position) for one in causes]


def not_lit(analysis: CauseAnalysis, causes: Iterable[Cause]) -> Unlit:
    """The corners and perspectives that nothing is said of yet."""
    seen = [
        (Perspective(one.perspective), Corner(one.corner) if one.corner else None)
        for one in causes
    ]
    return unlit(seen, worded=[one for one in Corner if getattr(analysis, one).strip()])


def suggested_for(causes: Iterable[Cause]) -> list[Suggestion]:
    """The ways of working that answer these causes; the keys are their public ids."""
    return suggestions(
        Facts(
            one.public_id,
            Perspective(one.perspective),
            CauseKind(one.kind),
            Corner(one.corner) if one.corner else None,
        )
        for one in causes
    )


def analysis_content(
    analysis: CauseAnalysis | None, causes: Iterable[Cause]
) -> Content | None:
    """The analysis as it is frozen. What is internal takes what hangs under it along."""
    rows = sorted(causes, key=lambda one: (one.position, one.pk))
    if analysis is None and not rows:
        return None
    by_parent: defaultdict[int | None, list[Cause]] = defaultdict(list)
    for row in rows:
        by_parent[row.parent_id].append(row)
    words = analysis or CauseAnalysis()
    return {
        "is_done": words.is_done,
        "is_internal": words.is_internal,
        "summary": words.summary,
        "offender": words.offender,
        "target": words.target,
        "guardian": words.guardian,
        "causes": [_cause(row, by_parent) for row in by_parent[None]],
    }


def _cause(cause: Cause, by_parent: defaultdict[int | None, list[Cause]]) -> Content:
    return {
        "id": str(cause.public_id),
        "text": cause.text,
        "perspective": cause.perspective,
        "kind": cause.kind,
        "corner": cause.corner,
        "horizon": cause.horizon,
        "confidence": cause.confidence,
        "is_internal": cause.is_internal,
        "evidence": [str(one.evidence.public_id) for one in cause.citations.all()],
        "causes": [_cause(one, by_parent) for one in by_parent[cause.pk]],
    }
