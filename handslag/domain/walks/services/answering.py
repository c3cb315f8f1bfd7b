"""Those responsible are asked, and answer; a new answer never writes over the old one."""

from datetime import date, datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError
from handslag.domain.walks import notices, queries
from handslag.domain.walks.models import Finding, FindingAnswer, Revisit, Walk
from handslag.domain.walks.rules import ReplyDraft, RevisitDraft, Stage
from handslag.domain.walks.rules.drafts import check_reply
from handslag.domain.walks.services.steps import (
    locked,
    locked_finding,
    may_lead,
    refuse_certain,
    show,
)


@transaction.atomic
def ask_owners(actor: Actor, walk: Walk, *, now: datetime) -> int:
    """Ask each one responsible about what has not been asked yet. How many findings."""
    may_lead(actor, walk)
    walk = locked(walk)
    if walk.stage == Stage.PLANNED:
        raise NotAllowedError("walks.walk_it_first")
    rows = list(queries.not_asked(walk).select_for_update(of=("self",)))
    if not rows:
        raise NotAllowedError("walks.nobody_to_ask")
    for one in rows:
        one.asked_at = now
    Finding.objects.bulk_update(rows, ["asked_at"])
    walk.asked_at = now
    walk.save(update_fields=["asked_at"])
    letters = notices.asked(walk, rows)
    record(
        actor,
        "walks.asked",
        walk,
        on_behalf=walk.occasion.home_id,
        findings=len(rows),
        letters=letters,
    )
    return len(rows)


@transaction.atomic
def answer(
    actor: Actor,
    finding: Finding,
    draft: ReplyDraft,
    *,
    seen: int,
    now: datetime,
    today: date,
) -> FindingAnswer:
    """Say what one will do. `seen`: the number of the last answer that one has read."""
    finding = locked_finding(finding)
    if finding.owner is None or finding.asked_at is None:
        raise NotAllowedError("walks.not_asked")
    require(actor, Act.REPORT_PROGRESS, in_any_of=frozenset({finding.owner.pk}))
    check_reply(draft, today=today)
    if refuse_certain(draft.reason):
        raise NotAllowedError("walks.answer_may_name_somebody")
    last = finding.answers.count()
    if seen != last:
        raise NotAllowedError("walks.answered_meanwhile")
    row = FindingAnswer.objects.create(
        finding=finding,
        number=last + 1,
        by=finding.owner,
        reply=draft.reply.value,
        reason=draft.reason.strip(),
        due=draft.by,
        answered_at=now,
    )
    show(finding.walk)
    record(
        actor,
        "walks.answered",
        finding,
        on_behalf=finding.owner.pk,
        reply=draft.reply.value,
        number=row.number,
    )
    return row


@transaction.atomic
def see_again(actor: Actor, walk: Walk, finding: Finding, draft: RevisitDraft) -> Revisit:
    """What one saw of an old finding, walking the same route again."""
    may_lead(actor, walk)
    walk = locked(walk)
    if walk.again_of_id is None or finding.walk_id != walk.again_of_id:
        raise NotAllowedError("walks.not_of_this_route")
    if refuse_certain(draft.words):
        raise NotAllowedError("walks.answer_may_name_somebody")
    row, _ = Revisit.objects.update_or_create(
        walk=walk,
        finding=finding,
        defaults={"outcome": draft.outcome.value, "words": draft.words.strip()},
    )
    show(walk, finding.walk)
    record(
        actor,
        "walks.seen_again",
        finding,
        on_behalf=walk.occasion.home_id,
        outcome=draft.outcome.value,
    )
    return row
