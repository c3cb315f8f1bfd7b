"""A board decides a plan: what stops it, the reasons for what is missing, the decision."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.approvals import services as approvals
from handslag.core.approvals.models import Version
from handslag.core.audit.services import record
from handslag.core.files.models import StoredFile
from handslag.core.periods import address, stockholm_day
from handslag.domain.evidence.rules.findings import check_texts
from handslag.domain.organisations.services import bump_public
from handslag.domain.plans import queries
from handslag.domain.plans.models import Decision, Plan, PlanSlug, WrittenReason
from handslag.domain.plans.rules.chain import (
    Break,
)
from handslag.domain.plans.rules.deciding import decided_in_order
from handslag.domain.plans.rules.drafts import DecisionDraft, texts
from handslag.domain.plans.rules.words import State
from handslag.domain.plans.services.indexing import index_plan
from handslag.domain.plans.services.locking import locked, locked_draft


@transaction.atomic
def explain_missing(
    actor: Actor, plan: Plan, reasons: Mapping[tuple[Break, str], str]
) -> None:
    """Write why links are missing, for one thing or (empty key) for all of a kind.

    An empty text takes the reason back.
    """
    require(actor, Act.WRITE_PLAN, in_any_of=queries.writer_ids(plan))
    row = locked_draft(plan)
    check_texts(tuple(reasons.values()))
    for (kind, thing), text in reasons.items():
        about = UUID(thing) if thing else None
        row.reasons.filter(kind=kind, thing=about).delete()
        if text.strip():
            WrittenReason.objects.create(
                plan=row, kind=kind, thing=about, text=text.strip()
            )
    record(actor, "plans.missing_explained", row, count=len(reasons))


@transaction.atomic
def decide(
    actor: Actor,
    plan: Plan,
    decision: DecisionDraft,
    *,
    file: StoredFile | None = None,
    now: datetime,
) -> Decision:
    """Record that the board has decided: freeze the words, and let everyone read them."""
    require(actor, Act.WRITE_PLAN, in_any_of=frozenset({plan.home_id}))
    row = locked_draft(plan)
    today = stockholm_day(now)
    readiness = queries.what_stops(row, today=today)
    for stop in readiness.stops:
        raise stop
    frozen = row.picture_version
    if frozen is not None:  # else what_stops has said so
        frozen_on = stockholm_day(frozen.frozen_at)
        decided_in_order(decision.decided_on, frozen_on=frozen_on, today=today)
    version = approvals.freeze(
        actor,
        subject_kind="plan",
        subject_id=row.public_id,
        content=queries.content(
            row,
            decision=decision,
            sha256=file.sha256 if file else "",
            reasons=readiness.reasons,
            broken=readiness.broken,
        ),
        now=now,
    )
    row.state, row.version = State.DECIDED, version
    row.save(update_fields=["state", "version"])
    made = _write(row, version, decision, file, now)
    _replace(row)
    _make_public(row)
    record(actor, "plans.decided", row, on_behalf=row.home_id, on=decision.decided_on)
    return made


def _write(
    plan: Plan,
    version: Version,
    draft: DecisionDraft,
    file: StoredFile | None,
    now: datetime,
) -> Decision:
    check_texts(texts(draft))
    return Decision.objects.create(
        plan=plan,
        version=version,
        board=draft.board,
        decided_on=draft.decided_on,
        paragraph=draft.paragraph,
        registry_no=draft.registry_no,
        decider=draft.decider,
        rapporteur=draft.rapporteur,
        participants=draft.participants,
        file=file,
        recorded_at=now,
    )


def _make_public(plan: Plan) -> None:
    """It has an address, is found, and stands on the pages of its municipality."""
    PlanSlug.objects.create(home=plan.home, plan=plan, slug=_free(plan))
    index_plan(plan)
    bump_public(plan.home)


def _replace(plan: Plan) -> None:
    """The plan before stands in the archive from now on."""
    if plan.predecessor is not None:
        before = locked(plan.predecessor)
        before.state = State.REPLACED
        before.save(update_fields=["state"])


def _free(plan: Plan) -> str:
    wanted = address(plan.period) or "plan"
    taken = set(PlanSlug.objects.filter(home=plan.home).values_list("slug", flat=True))
    return _first_free(wanted, taken)


def _first_free(wanted: str, taken: Iterable[str]) -> str:
    used_, number, free = set(taken), 1, wanted
    while free in used_:
        number += 1
        free = f"{wanted}_{number}"
    return free
