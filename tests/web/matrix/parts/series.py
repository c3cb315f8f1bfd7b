"""The addresses of indicators, and what each of the cast is answered there."""

from collections.abc import Mapping

from handslag.core.access import Actor
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.models import Indicator
from handslag.domain.series.rules import Direction, IndicatorDraft
from handslag.domain.series.services import make_indicator, show_indicator
from tests.web.matrix.row import (
    EVERYONE_READS,
    HIDDEN,
    REFUSED,
    SET_READ,
    WRITES,
    public,
    row,
)

# The police read along: what a municipality follows is its own to say.
OWN_NEW = row(REFUSED, WRITES, REFUSED, REFUSED, REFUSED, WRITES)
OWN_WRITE = row(REFUSED, WRITES, REFUSED, REFUSED, REFUSED, HIDDEN, about_others=HIDDEN)
OWN_SENT = row(
    "wrong way/refused",
    "wrong way/in",
    "wrong way/refused",
    "wrong way/refused",
    "wrong way/refused",
    "wrong way/hidden",
    about_others="wrong way/hidden",
)
# Read as the indicator; kept by those whose indicator it is.
KEPT = row(
    *("in/refused", WRITES, "in/refused", "in/refused", "in/refused", HIDDEN),
    about_others=HIDDEN,
)
# What is not offered is not there for anyone.
NO_OFFER = row(*[HIDDEN] * 6, about_others=HIDDEN)
ROWS = {
    "workspace:indicators": EVERYONE_READS,
    "workspace:new-indicator": OWN_NEW,
    "workspace:series-held": EVERYONE_READS,
    "workspace:indicator": SET_READ,
    "workspace:indicator-compared": KEPT,
    "workspace:comparable": EVERYONE_READS,
    "workspace:indicator-words": OWN_WRITE,
    "workspace:indicator-value": OWN_WRITE,
    "workspace:indicator-csv": SET_READ,
    "workspace:indicator-xlsx": SET_READ,
    "workspace:offer-indicator": OWN_SENT,
    "workspace:show-indicator": OWN_SENT,
    "workspace:take-indicator": NO_OFFER,
}
PUBLIC_ROWS = {
    "public:indicators": public(),
    "public:indicator": public(),
    "public:indicator-csv": public(),
    "public:indicator-xlsx": public(),
    "public:indicator-embedded": public(),
    "api:one_indicator": public(),
}


def build(
    writer: Actor, municipality: Organisation, _police: Organisation
) -> Mapping[str, object]:
    """An indicator whose values are typed in."""
    draft = IndicatorDraft(
        name="Trygghetsvandringar",
        shows="Hur många vandringar vi har gått.",
        direction=Direction.UP,
        unit="vandringar",
        responsible="Säkerhetssamordnaren",
    )
    return {"key": make_indicator(writer, municipality, draft).public_id}


def build_public(
    writer: Actor, municipality: Organisation, police: Organisation
) -> Mapping[str, object]:
    """The same, shown to everyone."""
    words = build(writer, municipality, police)
    show_indicator(writer, Indicator.objects.get(public_id=str(words["key"])), public=True)
    return {**words, "indicator_id": words["key"]}
