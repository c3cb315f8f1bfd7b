"""The set itself: begun, worded, given parties, grounds and a plan for follow-up."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.refusals import same_revision
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import check_citable
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises.models import (
    Ground,
    PlannedFollowUp,
    Promise,
    PromiseSet,
    SetArea,
    SetParty,
)
from handslag.domain.promises.queries import party_ids
from handslag.domain.promises.rules.drafts import SetDraft
from handslag.domain.promises.rules.schedule import follow_up_days
from handslag.domain.promises.rules.states import NotAllowedError
from handslag.domain.promises.rules.words import Rhythm
from handslag.domain.promises.services.locking import locked_draft


@transaction.atomic
def draft_set(
    actor: Actor,
    draft: SetDraft,
    *,
    home: Organisation,
    areas: Sequence[Organisation],
    parties: Sequence[Organisation],
    now: datetime,
    is_example: bool = False,
) -> PromiseSet:
    """Begin a set. Nobody outside its parties sees it until it is approved."""
    require(actor, Act.WRITE_PROMISE, in_any_of=frozenset({home.pk}))
    set_ = PromiseSet.objects.create(
        home=home, made_at=now, is_example=is_example, **_columns(draft)
    )
    SetArea.objects.bulk_create(
        SetArea(set=set_, municipality=area, position=place)
        for place, area in enumerate(areas or [home])
    )
    _give_parties(set_, parties)
    record(actor, "promises.set_drafted", set_, on_behalf=home.pk)
    return set_


@transaction.atomic
def save_set(
    actor: Actor, set_: PromiseSet, draft: SetDraft, *, revision: int
) -> PromiseSet:
    """Change the words of a set that is a draft. `revision` is the one the writer saw."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked_draft(set_)
    same_revision(revision, row.revision)
    for column, value in _columns(draft).items():
        setattr(row, column, value)
    row.revision += 1
    row.save()
    record(actor, "promises.set_worded", row)
    return row


@transaction.atomic
def set_parties(
    actor: Actor, set_: PromiseSet, parties: Sequence[Organisation], *, revision: int
) -> None:
    """Say who gives the promises, and so who must approve them."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked_draft(set_)
    same_revision(revision, row.revision)
    row.revision += 1
    row.save(update_fields=["revision"])
    if not parties:
        raise NotAllowedError("no_parties")
    row.parties.all().delete()
    _give_parties(row, parties)
    record(actor, "promises.parties_set", row)


@transaction.atomic
def cite(
    actor: Actor,
    set_: PromiseSet,
    findings: Iterable[Evidence],
    *,
    promise: Promise | None = None,
) -> None:
    """Say which findings the set, or one of its promises, rests on."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked_draft(set_)
    cited = list(findings)
    check_citable(finding.considered for finding in cited)
    row.grounds.filter(promise=promise).delete()
    Ground.objects.bulk_create(
        Ground(set=row, promise=promise, evidence=finding, position=place)
        for place, finding in enumerate(cited)
    )
    record(actor, "promises.grounds_cited", row)


@transaction.atomic
def plan_follow_ups(
    actor: Actor,
    set_: PromiseSet,
    rhythm: Rhythm,
    *,
    function: str,
    delegate: str = "",
    forum: str = "",
    label: str = "",
) -> list[PlannedFollowUp]:
    """Bind the parties to follow up: on which days, by which function, reported where."""
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(set_))
    row = locked_draft(set_)
    if row.starts is None or row.ends is None:
        raise NotAllowedError("plan_needs_period")
    row.plan.filter(answers=None).delete()
    planned = PlannedFollowUp.objects.bulk_create(
        PlannedFollowUp(
            set=row,
            due_on=day,
            rhythm=rhythm,
            label=label,
            function=function,
            delegate=delegate,
            forum=forum,
        )
        for day in follow_up_days(row.starts, row.ends, rhythm)
    )
    record(actor, "promises.follow_up_planned", row, rhythm=rhythm.value)
    return planned


def _columns(draft: SetDraft) -> dict[str, object]:
    """The columns that the words of a set fill."""
    columns = asdict(draft)
    period = columns.pop("period")
    columns["cooperation_agreement_id"] = columns.pop("cooperation_agreement")
    return {
        **columns,
        "period_stated": period["stated"],
        "starts": period["starts"],
        "ends": period["ends"],
        "period_rule": period["rule"],
    }


def _give_parties(set_: PromiseSet, parties: Sequence[Organisation]) -> None:
    SetParty.objects.bulk_create(
        SetParty(set=set_, organisation=party, position=place)
        for place, party in enumerate(parties)
    )
