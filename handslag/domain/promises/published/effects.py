"""Whether a promise helped, as far as anyone may know."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.analysis.published import PublishedEffect, effect_of
from handslag.domain.promises.models import EffectTie


@dataclass(frozen=True, slots=True)
class PromiseEffect:
    """`is_late`: what was to be looked at was chosen when it had begun."""

    effect: PublishedEffect
    is_late: bool


def effect_of_promise(key: str, *, today: date) -> PromiseEffect | None:
    """By the promise's id; nothing where no plan is tied to it. Two queries at most."""
    rows = EffectTie.objects.filter(promise__public_id=key)
    tie = rows.select_related("plan__place", "plan__comparison").first()
    if tie is None:
        return None
    return PromiseEffect(effect_of(tie.plan, today=today), tie.is_late)
