"""The wording of a set, kept as it is at one moment."""

from datetime import datetime

from handslag.core.access import Actor
from handslag.core.approvals import services as approvals
from handslag.core.approvals.models import Version
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.queries.wording import Content


def freeze(
    actor: Actor, set_: PromiseSet, wording: Content, *, now: datetime | None = None
) -> Version:
    """The next version of a set that the caller has locked. `now`: if not this moment."""
    return approvals.freeze(
        actor,
        subject_kind="promise_set",
        subject_id=set_.public_id,
        content=wording,
        now=now,
    )
