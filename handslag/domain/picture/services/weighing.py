"""How heavy a problem weighs: each party by itself, and then together."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.models import Organisation
from handslag.domain.picture.models import Problem, Score
from handslag.domain.picture.queries import party_ids
from handslag.domain.picture.rules import scoring
from handslag.domain.picture.rules.words import Priority
from handslag.domain.picture.services.locking import locked
from handslag.domain.picture.services.problems import locked_problem


@transaction.atomic
def score(
    actor: Actor,
    problem: Problem,
    *,
    party: Organisation,
    value: int,
    now: datetime,
    reason: str = "",
) -> Score:
    """Say how heavy a problem weighs to one's own party, from 1 to 5."""
    require(actor, Act.WRITE_PICTURE, in_any_of=frozenset({party.pk}))
    row = locked(problem.picture)
    if not row.is_joint or not row.parties.filter(organisation=party).exists():
        raise NotAllowedError("picture.does_not_score")
    scoring.check_score(value)
    check_texts((reason,))
    given, _ = Score.objects.update_or_create(
        problem=problem,
        organisation=party,
        defaults={"value": value, "reason": reason.strip(), "scored_at": now},
    )
    record(actor, "picture.scored", problem, on_behalf=party.pk, value=value)
    return given


@transaction.atomic
def agree_priority(
    actor: Actor, problem: Problem, priority: Priority, *, reason: str, revision: int
) -> Problem:
    """Write down what the parties have agreed to do with a problem, and why."""
    require(actor, Act.WRITE_PICTURE, in_any_of=party_ids(problem.picture))
    picture = locked(problem.picture)
    if not picture.is_joint:
        raise NotAllowedError("picture.own_has_no_priority")
    row = locked_problem(problem)
    if row.revision != revision:
        raise NotAllowedError("picture.problem_changed_meanwhile")
    scorers = picture.parties.values_list("organisation", flat=True)
    scoring.check_agreed(row.scores.values_list("organisation", flat=True), scorers)
    if not reason.strip():
        raise NotAllowedError("picture.priority_without_reason")
    check_texts((reason,))
    row.priority, row.priority_reason = priority, reason.strip()
    row.revision += 1
    row.save()
    record(actor, "picture.priority_agreed", row, priority=priority.value)
    return row
