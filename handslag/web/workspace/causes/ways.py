"""What could be done about the causes: ways of working, and why each is named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import get_language

from handslag.domain.picture.models import Cause
from handslag.domain.picture.queries.causes import nodes, suggested_for
from handslag.domain.picture.rules.causes import read
from handslag.domain.picture.rules.suggestions import Suggestion
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.words.causes import HORIZONS, KINDS, WAYS
from handslag.web.words.text import Text

_IN_WORDS = 2


@dataclass(frozen=True, slots=True)
class Reason:
    """A cause that a way answers."""

    number: str
    text: str
    key: UUID


@dataclass(slots=True)
class WayLine:
    """One way of working, as the page shows it, and where a measure of it is written."""

    name: Text
    kind: Text
    horizon: Text
    activities: Sequence[tuple[str, str]]
    reasons: Sequence[Reason]
    suggestion: Suggestion
    measure_href: str = ""

    @property
    def first(self) -> Sequence[Reason]:
        """The reasons that are said in words; the others by their numbers."""
        return self.reasons[:_IN_WORDS]

    @property
    def others(self) -> str:
        return ", ".join(one.number for one in self.reasons[_IN_WORDS:])


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways that lie nearest, and the others that fit the kind of cause."""

    near: Sequence[WayLine]
    more: Sequence[WayLine]


def ways_for(causes: Sequence[Cause]) -> Ways:
    """What could be done about these causes. One query, for the names."""
    labels = terms(Kind.ACTIVITY, get_language() or "sv") if causes else {}
    by_pk = {one.pk: one for one in causes}
    reasons = {
        by_pk[placed.key].public_id: Reason(
            placed.number, by_pk[placed.key].text, by_pk[placed.key].public_id
        )
        for placed in read(nodes(causes))
    }
    lines = [_line(one, labels, reasons) for one in suggested_for(causes)]
    return Ways(
        [one for one in lines if one.suggestion.near],
        [one for one in lines if not one.suggestion.near],
    )


def _line(
    suggestion: Suggestion, labels: Mapping[str, str], reasons: Mapping[UUID, Reason]
) -> WayLine:
    return WayLine(
        name=WAYS[suggestion.way],
        kind=KINDS[suggestion.kind],
        horizon=HORIZONS[suggestion.horizon],
        activities=[(code, labels.get(code, code)) for code in suggestion.activities],
        reasons=[one for key, one in reasons.items() if key in suggestion.causes],
        suggestion=suggestion,
    )
