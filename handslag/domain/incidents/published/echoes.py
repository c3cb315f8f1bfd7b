"""What a resident may be told of what others have reported at a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handslag.domain.incidents.published.desk import Named
from handslag.domain.incidents.queries.echoes import several_at
from handslag.domain.incidents.queries.receipts import places_at
from handslag.domain.incidents.rules import Top
from handslag.domain.incidents.rules.echoes import code_of


@dataclass(frozen=True, slots=True)
class Several:
    """Several have reported this sort of thing at this place in this month."""

    place: Named
    top: Top
    month: date
    code: str


def several(slug: str, places: Sequence[Named], *, today: date) -> list[Several]:
    """What may be said of these places; most often nothing. One query or two."""
    by_key = {one.key: one for one in places}
    known = several_at(slug, list(by_key), today=today)
    if not known:
        return []
    numbers = dict(places_at(slug).values_list("pk", "public_id"))
    return [
        Several(by_key[key], one.top, one.month, code_of(key, one))
        for one in known
        for key in [numbers[one.place]]
    ]
