"""The problems of a picture: added, worded and judged, moved, closed, taken out."""

from collections.abc import Sequence

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.models import Place
from handslag.domain.picture.models import Judgement, Picture, Problem
from handslag.domain.picture.queries import party_ids, places_for, was_frozen
from handslag.domain.picture.queries.pictures import next_position
from handslag.domain.picture.rules.drafts import JudgementDraft, ProblemDraft
from handslag.domain.picture.rules.words import Aspect, State
from handslag.domain.picture.services.citing import cite
from handslag.domain.picture.services.locking import locked


@transaction.atomic
def add_problem(actor: Actor, picture: Picture, draft: ProblemDraft) -> Problem:
    """Add a problem last in the picture."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(picture))
    row = locked(picture)
    _check(draft)
    problem = Problem(picture=row, position=next_position(row.problems.all()))
    _word(problem, draft)
    problem.save()
    _judge(actor, problem, draft.judgements)
    record(actor, "picture.problem_added", problem)
    return problem


@transaction.atomic
def save_problem(
    actor: Actor, problem: Problem, draft: ProblemDraft, *, revision: int
) -> Problem:
    """Change a problem and its judgements. `revision` is the one the writer saw."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(problem.picture))
    locked(problem.picture)
    row = locked_problem(problem)
    same_revision(revision, row.revision)
    _check(draft)
    _word(row, draft)
    row.revision += 1
    row.save()
    _judge(actor, row, draft.judgements)
    record(actor, "picture.problem_worded", row)
    return row


@transaction.atomic
def cite_in_problem(
    actor: Actor, problem: Problem, aspect: Aspect, finding: Evidence
) -> Judgement:
    """Let what is held to be so about one side of a problem rest on one more finding."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(problem.picture))
    locked(problem.picture)
    row = locked_problem(problem)
    judgement = row.judgements.filter(aspect=aspect).first()
    if judgement is None:
        raise NotAllowedError("picture.nothing_judged")
    there = judgement.citations.values_list("evidence", flat=True)
    cite(actor, row.picture, judgement, [*there, finding.pk])
    judgement.revision += 1
    judgement.save(update_fields=["revision"])
    row.revision += 1
    row.save(update_fields=["revision"])
    record(actor, "picture.figure_cited", row, finding=finding.pk)
    return judgement


@transaction.atomic
def move_problem(actor: Actor, problem: Problem, *, by: int) -> None:
    """Move a problem up or down among the others."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(problem.picture))
    row = locked(problem.picture)
    order = list(row.problems.all())
    at = next(place for place, other in enumerate(order) if other.pk == problem.pk)
    order.insert(max(0, at + by), order.pop(at))
    for place, other in enumerate(order):
        other.position = place
    Problem.objects.bulk_update(order, ["position"])
    record(actor, "picture.problem_moved", problem)


@transaction.atomic
def close_problem(actor: Actor, problem: Problem, *, why: str) -> None:
    """Say that it is no longer a problem, and why. Its row stays: it can come back."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(problem.picture))
    locked(problem.picture)
    row = locked_problem(problem)
    if not why.strip():
        raise NotAllowedError("picture.closed_without_why")
    check_texts((why,))
    row.state, row.closed_why = State.CLOSED, why.strip()
    row.revision += 1
    row.save()
    record(actor, "picture.problem_closed", row)


@transaction.atomic
def reopen_problem(actor: Actor, problem: Problem) -> None:
    """It is a problem again."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(problem.picture))
    locked(problem.picture)
    row = locked_problem(problem)
    row.state, row.closed_why = State.OPEN, ""
    row.revision += 1
    row.save()
    record(actor, "picture.problem_reopened", row)


@transaction.atomic
def remove_problem(actor: Actor, problem: Problem) -> None:
    """Take out a problem that has never stood in a frozen version."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(problem.picture))
    locked(problem.picture)
    row = locked_problem(problem)
    if was_frozen(row):
        raise NotAllowedError("picture.problem_was_frozen")
    record(actor, "picture.problem_removed", row)
    row.delete()


def locked_problem(problem: Problem) -> Problem:
    """The problem as it stands now. Its picture is held already."""
    found = Problem.objects.select_for_update(of=("self",)).select_related("picture")
    return found.get(pk=problem.pk)


def _check(draft: ProblemDraft) -> None:
    if not draft.theme:
        raise NotAllowedError("picture.no_theme")
    if not draft.title.strip():
        raise NotAllowedError("picture.no_title")
    check_texts(draft.texts)


def _word(problem: Problem, draft: ProblemDraft) -> None:
    problem.theme = draft.theme
    problem.title = draft.title
    problem.description = draft.description
    problem.place = _place(problem.picture, draft.place)
    problem.place_stated = draft.place_stated
    problem.time_pattern = [when.value for when in draft.time_pattern]
    problem.time_stated = draft.time_stated
    problem.affected = draft.affected
    problem.is_internal = draft.is_internal
    problem.unsupported_why = draft.unsupported_why


def _place(picture: Picture, number: int | None) -> Place | None:
    """The place chosen. It lies in the municipality, or with the parties."""
    if number is None:
        return None
    place = places_for(picture).filter(pk=number).first()
    if place is None:
        raise NotAllowedError("picture.place_lies_elsewhere")
    return place


def _judge(actor: Actor, problem: Problem, drafts: Sequence[JudgementDraft]) -> None:
    """Keep the judgements that are there, add the new, take out those left empty."""
    said = {draft.aspect: draft for draft in drafts if draft.text.strip()}
    problem.judgements.exclude(aspect__in=said).delete()
    there = {judgement.aspect: judgement for judgement in problem.judgements.all()}
    for aspect, draft in said.items():
        row = there.get(aspect) or Judgement(problem=problem, aspect=aspect)
        row.text = draft.text
        row.direction = draft.direction or ""
        row.confidence = draft.confidence or ""
        row.is_internal = draft.is_internal
        row.revision = row.revision + 1 if row.pk else 1
        row.save()
        cite(actor, problem.picture, row, draft.evidence)
