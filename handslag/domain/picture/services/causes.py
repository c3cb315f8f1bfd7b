"""Why a problem arises: causes added, worded, moved and taken out; the analysis itself.

Whoever changes anything holds the whole picture meanwhile, so that two who move at
once never make a circle between them.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import ProtectedError

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.picture.models import Cause, CauseAnalysis, Problem
from handslag.domain.picture.queries import party_ids
from handslag.domain.picture.queries.causes import nodes
from handslag.domain.picture.rules.causes import (
    AnalysisDraft,
    CauseDraft,
    Node,
    Step,
    hung,
    may_be_done,
    may_hang,
    room_for_one,
    stepped,
    taken_out,
    usual_horizon,
    usual_kind,
)
from handslag.domain.picture.services.citing import cite
from handslag.domain.picture.services.locking import locked


@transaction.atomic
def add_cause(
    actor: Actor,
    problem: Problem,
    draft: CauseDraft,
    *,
    under: Cause | None = None,
    after: Cause | None = None,
) -> Cause:
    """Add a cause last under the problem or under a cause, or right after another."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(problem.picture))
    locked(problem.picture)
    tree = _tree(problem)
    if after is not None:
        under = _there(problem, after).parent
    if under is not None:
        _there(problem, under)
    room_for_one(tree)
    parent = under.pk if under else None
    may_hang(tree, parent)
    last = max((one.position for one in tree), default=-1)
    cause = Cause(problem=problem, parent=under, position=last + 1)
    _word(cause, draft)
    cause.save()
    cite(actor, problem.picture, cause, draft.evidence)
    if after is not None:
        order = [one.key for one in _beside(tree, parent)]
        new = [*tree, Node(cause.pk, parent, cause.position)]
        _place(hung(new, cause.pk, parent, at=order.index(after.pk) + 1))
    CauseAnalysis.objects.get_or_create(problem=problem)
    record(actor, "picture.cause_added", cause)
    return cause


@transaction.atomic
def save_cause(actor: Actor, cause: Cause, draft: CauseDraft, *, revision: int) -> Cause:
    """Change the words of one cause. `revision` is the one the writer saw."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(cause.problem.picture))
    locked(cause.problem.picture)
    row = _there(cause.problem, cause)
    same_revision(revision, row.revision)
    _word(row, draft)
    row.revision += 1
    row.save()
    cite(actor, cause.problem.picture, row, draft.evidence)
    record(actor, "picture.cause_worded", row)
    return row


@transaction.atomic
def step_cause(actor: Actor, cause: Cause, step: Step) -> None:
    """Move a cause one step, with all that hangs under it."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(cause.problem.picture))
    locked(cause.problem.picture)
    row = _there(cause.problem, cause)
    _place(stepped(_tree(cause.problem), row.pk, step))
    record(actor, "picture.cause_moved", row, step=step.value)


@transaction.atomic
def hang_cause(actor: Actor, cause: Cause, *, under: Cause | None) -> None:
    """Hang a cause last under another, or under the problem, with all under it."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(cause.problem.picture))
    locked(cause.problem.picture)
    row = _there(cause.problem, cause)
    parent = _there(cause.problem, under).pk if under else None
    if parent != row.parent_id:
        _place(hung(_tree(cause.problem), row.pk, parent))
    record(actor, "picture.cause_moved", row, step="elsewhere")


@transaction.atomic
def remove_cause(actor: Actor, cause: Cause, *, revision: int) -> None:
    """Take out one cause as the writer saw it. What hung under it takes its place."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(cause.problem.picture))
    locked(cause.problem.picture)
    row = _there(cause.problem, cause)
    same_revision(revision, row.revision)
    rest = taken_out(_tree(cause.problem), row.pk)
    record(actor, "picture.cause_removed", row)
    _place(rest)
    try:
        row.delete()
    except ProtectedError as error:
        raise NotAllowedError("picture.cause_is_answered") from error
    if not rest:
        CauseAnalysis.objects.filter(problem=cause.problem).update(is_done=False)


@transaction.atomic
def save_analysis(
    actor: Actor, problem: Problem, draft: AnalysisDraft, *, revision: int
) -> CauseAnalysis:
    """Word the triangle and the sum. `revision` is the one the writer saw, 0 for none."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(problem.picture))
    locked(problem.picture)
    row = _analysis(problem)
    same_revision(revision, row.revision)
    check_texts((draft.offender, draft.target, draft.guardian, draft.summary))
    row.offender, row.target, row.guardian = draft.offender, draft.target, draft.guardian
    row.summary, row.is_internal = draft.summary, draft.is_internal
    row.revision += 1
    row.save()
    record(actor, "picture.analysis_worded", row)
    return row


@transaction.atomic
def finish_analysis(actor: Actor, problem: Problem) -> CauseAnalysis:
    """Say that the analysis is made. It can be gone on with at any time."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(problem.picture))
    locked(problem.picture)
    may_be_done(problem.causes.count())
    row = _analysis(problem)
    row.is_done = True
    row.save()
    record(actor, "picture.analysis_done", row)
    return row


@transaction.atomic
def reopen_analysis(actor: Actor, problem: Problem) -> CauseAnalysis:
    """Say that there is more to find out."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(problem.picture))
    locked(problem.picture)
    row = _analysis(problem)
    row.is_done = False
    row.save()
    record(actor, "picture.analysis_reopened", row)
    return row


def _analysis(problem: Problem) -> CauseAnalysis:
    """The analysis of the problem, begun now if it was not. Its picture is held."""
    row, _ = CauseAnalysis.objects.get_or_create(problem=problem)
    return row


def _there(problem: Problem, cause: Cause) -> Cause:
    """The cause as it stands now, if it still hangs under this problem."""
    row = Cause.objects.filter(problem=problem, pk=cause.pk).select_related("parent")
    found = row.first()
    if found is None:
        raise NotAllowedError("picture.cause_is_gone")
    return found


def _tree(problem: Problem) -> list[Node]:
    return nodes(Cause.objects.filter(problem=problem))


def _beside(tree: Sequence[Node], parent: int | None) -> list[Node]:
    return sorted(
        (one for one in tree if one.parent == parent), key=lambda one: one.position
    )


def _place(tree: Sequence[Node]) -> None:
    """Store where everything hangs."""
    Cause.objects.bulk_update(
        [Cause(pk=one.key, parent_id=one.parent, position=one.position) for one in tree],
        ["parent", "position"],
    )


def _word(cause: Cause, draft: CauseDraft) -> None:
    if not draft.text.strip():
        raise NotAllowedError("picture.cause_without_words")
    check_texts((draft.text,))
    kind = draft.kind or usual_kind(draft.perspective)
    cause.text = draft.text.strip()
    cause.perspective = draft.perspective
    cause.corner = draft.corner or ""
    cause.kind = kind
    cause.horizon = draft.horizon or usual_horizon(kind)
    cause.confidence = draft.confidence or ""
    cause.is_internal = draft.is_internal
