"""Whether a promise helped, as far as anyone may know."""

from dataclasses import dataclass
from datetime import date

from handslag.domain.analysis.published import PublishedEffect, effect_of
from handslag.domain.analysis.queries import NEAR
from handslag.domain.promises.models import Promise
from handslag.domain.promises.queries.chain import is_to_change


@dataclass(frozen=True, slots=True)
class PromiseEffect:
    """`effect`: nothing where a change is wished for and no plan says how it will be seen.
    `is_late`: what was to be looked at was chosen when it had begun."""

    effect: PublishedEffect | None
    is_late: bool = False


def effect_of_promise(key: str, *, today: date) -> PromiseEffect | None:
    """By the promise's id; nothing for a promise only to do something. Three queries at
    most."""
    near = [f"effect_tie__plan__{one}" for one in NEAR]
    found = (
        Promise.objects.filter(public_id=key)
        .select_related(*near)
        .annotate(is_to_change=is_to_change())
        .first()
    )
    if found is None:
        return None
    tie = getattr(found, "effect_tie", None)
    if tie is not None:
        return PromiseEffect(effect_of(tie.plan, today=today), tie.is_late)
    return PromiseEffect(None) if found.is_to_change else None
