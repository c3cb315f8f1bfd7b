"""What a reporter has read before the first report."""

from datetime import datetime

from django.db import transaction

from handslag.core.access import Act, Actor, require
from handslag.core.audit.services import record
from handslag.domain.incidents.models import Training
from handslag.domain.incidents.rules.training import TRAINING


@transaction.atomic
def pass_training(actor: Actor, *, now: datetime) -> Training:
    """Someone who reports has read what may and may not be written. Counts once."""
    own = actor.where(Act.REPORT_INCIDENTS)
    require(actor, Act.REPORT_INCIDENTS, in_any_of=own)
    assert actor.person_id is not None  # noqa: S101 - a role is held by a person
    passed, is_new = Training.objects.get_or_create(
        person_id=actor.person_id, version=TRAINING, defaults={"passed_at": now}
    )
    if is_new:
        record(actor, "incidents.training_passed", passed, version=TRAINING)
    return passed
