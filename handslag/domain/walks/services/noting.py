"""What is noted out there: what a group says of a stop, and what somebody saw.

Each note has a key that is made where it is written. Sent again, it is received once."""

from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Max

from handslag.core.access import Actor
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.organisations.models import Organisation
from handslag.domain.walks import queries
from handslag.domain.walks.models import Finding, Judgement, Sheet, Stop, Walk
from handslag.domain.walks.rules import FindingDraft, SheetDraft, Stage
from handslag.domain.walks.rules.drafts import check_finding
from handslag.domain.walks.services.steps import (
    locked,
    locked_finding,
    may_lead,
    refuse_certain,
    show,
)


@transaction.atomic
def note_sheet(
    actor: Actor, stop: Stop, draft: SheetDraft, *, key: UUID, now: datetime
) -> Sheet:
    """What one group says of one stop. What was written later holds, however it comes."""
    may_lead(actor, stop.walk)
    walk = locked(stop.walk)
    sheet, is_new = Sheet.objects.get_or_create(
        key=key, defaults={"stop": stop, "written": draft.written, "received_at": now}
    )
    if sheet.stop_id != stop.pk:
        raise NotAllowedError("walks.key_is_taken")
    if not is_new and draft.written < sheet.written:
        return sheet
    sheet.written, sheet.received_at = draft.written, now
    sheet.save()
    sheet.judgements.all().delete()
    Judgement.objects.bulk_create(
        Judgement(sheet=sheet, parameter=parameter.value, level=level.value)
        for parameter, level in draft.levels.items()
    )
    record(
        actor, "walks.judged", stop, on_behalf=walk.occasion.home_id, n=len(draft.levels)
    )
    return sheet


@transaction.atomic
def note_finding(
    actor: Actor, walk: Walk, draft: FindingDraft, *, key: UUID, now: datetime
) -> Finding:
    """What somebody saw. Words that may point out a person wait for a decision.

    Sent again in other words it is changed, unless somebody has worked with it since:
    then it stands, and the other words become a finding of their own."""
    may_lead(actor, walk)
    walk = locked(walk)
    there = queries.finding_by_key(key)
    if there is not None:
        if there.walk_id != walk.pk:
            raise NotAllowedError("walks.key_is_taken")
        if (there.text, there.proposal) == (draft.text.strip(), draft.proposal.strip()):
            return there
        if there.revision or there.asked_at is not None:
            other = uuid5(key, f"{draft.text.strip()}\n{draft.proposal.strip()}")
            return note_finding(actor, walk, draft, key=other, now=now)
    check_finding(draft)
    finding = there or Finding(walk=walk, key=key, number=_number(walk), made_at=now)
    _write(finding, draft)
    record(actor, "walks.found", finding, on_behalf=walk.occasion.home_id)
    return finding


@transaction.atomic
def save_finding(
    actor: Actor, finding: Finding, draft: FindingDraft, *, revision: int
) -> Finding:
    """Put it in other words, until the one responsible has been asked."""
    may_lead(actor, finding.walk)
    finding = _unasked(finding)
    same_revision(revision, finding.revision)
    check_finding(draft)
    finding.revision += 1
    _write(finding, draft)
    record(actor, "walks.finding_changed", finding, on_behalf=_home(finding))
    return finding


@transaction.atomic
def let_through(actor: Actor, finding: Finding, *, revision: int) -> Finding:
    """Somebody has read the words: they point out nobody."""
    may_lead(actor, finding.walk)
    finding = locked_finding(finding)
    same_revision(revision, finding.revision)
    finding.waits = False
    finding.revision += 1
    finding.save(update_fields=["waits", "revision"])
    show(finding.walk)
    record(actor, "walks.let_through", finding, on_behalf=_home(finding))
    return finding


@transaction.atomic
def make_responsible(
    actor: Actor,
    finding: Finding,
    owner: Organisation | None,
    *,
    revision: int,
    today: date,
) -> Finding:
    """Say who is responsible: the municipality, or an organisation tied to it."""
    may_lead(actor, finding.walk)
    finding = _unasked(finding)
    same_revision(revision, finding.revision)
    home = finding.walk.occasion.home
    if owner and not queries.owners(home, today=today).filter(pk=owner.pk).exists():
        raise NotAllowedError("walks.not_tied_to_it")
    finding.owner = owner
    finding.revision += 1
    finding.save(update_fields=["owner", "revision"])
    chosen = owner.pk if owner else None
    record(actor, "walks.made_responsible", finding, on_behalf=home.pk, owner=chosen)
    return finding


@transaction.atomic
def remove_finding(actor: Actor, finding: Finding) -> None:
    """Take it out, until the one responsible has been asked."""
    may_lead(actor, finding.walk)
    finding = _unasked(finding)
    record(actor, "walks.finding_removed", finding, on_behalf=_home(finding))
    finding.delete()


def _number(walk: Walk) -> int:
    last = walk.findings.aggregate(last=Max("number"))["last"] or 0
    return int(last) + 1


def _unasked(finding: Finding) -> Finding:
    locked(finding.walk, until=Stage.WALKED)
    row = locked_finding(finding)
    if row.asked_at is not None:
        raise NotAllowedError("walks.asked_already")
    return row


def _write(finding: Finding, draft: FindingDraft) -> None:
    finding.stop = _stop(finding.walk, draft.stop)
    finding.text, finding.proposal = draft.text.strip(), draft.proposal.strip()
    finding.tone, finding.parameter = draft.tone.value, draft.parameter.value
    finding.waits = refuse_certain(finding.text, finding.proposal)
    finding.save()


def _stop(walk: Walk, key: UUID | None) -> Stop | None:
    if key is None:
        return None
    found = walk.stops.filter(public_id=key).first()
    if found is None:
        raise NotAllowedError("walks.stop_of_another")
    return found


def _home(finding: Finding) -> int:
    return finding.walk.occasion.home_id
