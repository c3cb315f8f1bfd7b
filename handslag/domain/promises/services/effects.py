"""Saying how it will be seen whether a promise helped."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.core.periods import stockholm_day
from handslag.core.refusals import NotAllowedError
from handslag.domain.analysis.models import EffectPlan
from handslag.domain.organisations.services import bump_public
from handslag.domain.promises.models import EffectTie, Promise
from handslag.domain.promises.queries import effect_plans_for, party_ids
from handslag.domain.promises.services.publishing import touched


@transaction.atomic
def tie_effect(
    actor: Actor, promise: Promise, plan: EffectPlan | None, *, now: datetime
) -> None:
    """Tie the promise to a plan for seeing whether it helps; None: to none any more.

    The words that were approved stay as they are. From the day when the plan begins the
    tie stays too, unless the plan has been called off: who could choose then, could choose
    the answer.
    """
    require(actor, Act.WRITE_PROMISE, in_any_of=party_ids(promise.set))
    row = Promise.objects.select_for_update(of=("self",)).get(pk=promise.pk)
    today = stockholm_day(now)
    held = EffectTie.objects.filter(promise=row).select_related("plan").first()
    if held is not None and held.plan == plan:
        return
    if held is not None and held.plan.begins <= today and not held.plan.called_off_why:
        raise NotAllowedError("effect_has_begun")
    if plan is not None and not effect_plans_for(row.set).filter(pk=plan.pk).exists():
        raise NotAllowedError("effect_of_others")
    EffectTie.objects.filter(promise=row).delete()
    if plan is not None:
        EffectTie.objects.create(promise=row, plan=plan, tied_on=today)
    if row.set.version_id is not None:
        bump_public(*touched(row.set))
    record(actor, "effect_tied", row, plan=plan.pk if plan else None)
