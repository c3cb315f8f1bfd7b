"""The promises of a published set as rows: what was promised against what became of it."""

from django.urls import reverse

from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published import (
    PromiseStanding,
    PublishedPromise,
    PublishedWording,
    SetStanding,
    TargetStanding,
)
from handslag.domain.promises.rules.words import Op
from handslag.web.targets import aimed_at, in_words

Row = dict[str, object]

# Those whose sum says something; the others are counted by occasion or by case.
COUNTED = frozenset(
    {Op.MIN, Op.EXACT, Op.MAX, Op.AVG_MIN, Op.RANGE, Op.SUBSET, Op.ALL, Op.SEVERAL}
)


def rows_of(
    wording: PublishedWording, standing: SetStanding, set_: PromiseSet
) -> list[Row]:
    """One row for each promise, as ui/row.html shows it."""
    return [_row(one, set_) for one in standing.promises]


def side_of(promise: PublishedPromise) -> str:
    """Whose stroke of the handshake is lit."""
    if {"municipality", "police"} <= promise.sides:
        return "together"
    sides = ("municipality", "police")
    return next((one for one in sides if one in promise.sides), "others")


def against(targets: tuple[TargetStanding, ...]) -> Row:
    """The first target against its count, as {% target %} draws it."""
    if not targets:
        return {}
    first = targets[0]
    upper = first.target.high if first.target.op is Op.RANGE else None
    if first.done is None or first.target.op not in COUNTED:
        return {"words": in_words(first.target)}
    words = aimed_at(first.target, first.needed)
    return {"value": first.done, "goal": first.needed, "upper": upper, "words": words}


def _row(one: PromiseStanding, set_: PromiseSet) -> Row:
    promise = one.promise
    return {
        "number": promise.nr,
        "href": reverse("workspace:promise", args=[set_.public_id, promise.id]),
        "title": promise.title,
        "side": side_of(promise),
        "owner": ", ".join(who.name for who in promise.responsible),
        "verdict": one.verdict,
        **against(one.targets),
    }
