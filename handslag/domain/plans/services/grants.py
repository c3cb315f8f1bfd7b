"""A project for a state grant: applied for, answered, accounted for."""

from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import NotAllowedError, same_revision
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.models import Organisation
from handslag.domain.plans import queries
from handslag.domain.plans.models import GrantMeasure, GrantProject
from handslag.domain.plans.rules import grants
from handslag.domain.plans.rules.drafts import GrantDraft, texts
from handslag.domain.plans.rules.grants import Account
from handslag.domain.plans.rules.words import GrantState


@transaction.atomic
def apply_for_grant(
    actor: Actor,
    home: Organisation,
    draft: GrantDraft,
    *,
    now: datetime,
    is_example: bool = False,
) -> GrantProject:
    """Write down a project that a grant is asked for, for one calendar year."""
    require(actor, Act.WRITE_PLAN, in_any_of=frozenset({home.pk}))
    grant = GrantProject(home=home, made_at=now, is_example=is_example)
    _word(grant, draft)
    record(actor, "plans.grant_drafted", grant, on_behalf=home.pk)
    return grant


@transaction.atomic
def save_grant(
    actor: Actor, grant: GrantProject, draft: GrantDraft, *, revision: int
) -> GrantProject:
    """Change an application that is not answered yet."""
    require(actor, Act.WRITE_PLAN, in_any_of=frozenset({grant.home_id}))
    row = _locked(grant)
    if row.state != GrantState.APPLIED:
        raise NotAllowedError("plan.grant_answered")
    same_revision(revision, row.revision)
    row.revision += 1
    _word(row, draft)
    record(actor, "plans.grant_worded", row)
    return row


@transaction.atomic
def answer_grant(
    actor: Actor,
    grant: GrantProject,
    answer: GrantState,
    *,
    answered_on: date,
    registry_no: str = "",
    granted: Decimal | None = None,
    account_by: date | None = None,
) -> GrantProject:
    """Write down what was decided: how much, and the day to account for it; or no."""
    require(actor, Act.WRITE_PLAN, in_any_of=frozenset({grant.home_id}))
    row = _locked(grant)
    row.state = grants.step(GrantState(row.state), answer)
    check_texts((registry_no,))
    row.answered_on, row.registry_no = answered_on, registry_no
    if answer is GrantState.GRANTED:
        grants.last_day_given(account_by, granted)
        row.granted, row.account_by = granted, account_by
    row.revision += 1
    row.save()
    record(actor, "plans.grant_answered", row, answer=answer.value)
    return row


@transaction.atomic
def account_grant(
    actor: Actor, grant: GrantProject, account: Account, *, on: date
) -> GrantProject:
    """Account for a grant: what was used, what it gave, whether it was as meant."""
    require(actor, Act.WRITE_PLAN, in_any_of=frozenset({grant.home_id}))
    row = _locked(grant)
    row.state = grants.step(GrantState(row.state), GrantState.ACCOUNTED)
    check_texts(texts(account))
    grants.is_complete(account, granted=row.granted or Decimal(0))
    for name, value in asdict(account).items():
        setattr(row, name, value)
    row.accounted_on = on
    row.revision += 1
    row.save()
    record(actor, "plans.grant_accounted", row)
    return row


def _locked(grant: GrantProject) -> GrantProject:
    return GrantProject.objects.select_for_update(of=("self",)).get(pk=grant.pk)


def _word(grant: GrantProject, draft: GrantDraft) -> None:
    check_texts(texts(draft))
    columns = asdict(draft)
    measures = columns.pop("measures")
    for name, value in columns.items():
        setattr(grant, name, value)
    grant.save()
    known = {one.pk for one in queries.grant_measures(grant.home)}
    grant.measures.all().delete()
    GrantMeasure.objects.bulk_create(
        GrantMeasure(grant=grant, measure_id=key) for key in measures if key in known
    )
