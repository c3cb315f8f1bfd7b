"""Plans for seeing in an indicator whether something helped, made up like its figures."""

from dataclasses import dataclass, replace
from datetime import date

from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.asked import OSTHAMMAR
from handslag.config.demo.followed import DAMAGE, KNOWN
from handslag.config.demo.stage import TODAY, Stage, at
from handslag.core.access import system
from handslag.domain.analysis import services
from handslag.domain.analysis.rules import EffectDraft, Wanted
from handslag.domain.promises.models import Promise
from handslag.domain.promises.services import tie_effect
from handslag.domain.series.models import Indicator, Series
from handslag.domain.series.rules import ANSWERED, Direction, Origin
from handslag.domain.series.services import make_indicator, show_indicator

EXPOSED = replace(
    KNOWN,
    name="Utsatta för brott",
    shows="Hur stor andel som säger att de har råkat ut för något brott under ett år.",
    direction=Direction.DOWN,
    direction_why="",
    goals=(),
)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A plan, who made it for whom, and in what it is seen."""

    who: str
    home: str
    indicator: str
    on: date
    draft: EffectDraft
    promise: int = 0  # its number among those of 2026


def _draft(name: str, begins: date, before: int, after: int) -> EffectDraft:
    return EffectDraft(
        name=name, begins=begins, before=before, after=after, is_example=True
    )


PLANS = (
    Foreseen(
        "samordnare",
        DEGERFORS,
        EXPOSED.name,
        date(2025, 10, 6),
        _draft("Grannsamverkan i tre områden", date(2025, 11, 10), 1, 1),
    ),
    Foreseen(
        "samordnare",
        DEGERFORS,
        DAMAGE.name,
        date(2026, 1, 12),
        _draft("Öppet hos föreningarna på lördagskvällar", date(2026, 2, 1), 12, 6),
        promise=8,
    ),
    Foreseen(
        "osthammar",
        OSTHAMMAR,
        KNOWN.name,
        date(2025, 10, 20),
        replace(
            _draft("Löftet på bussarna och i brevlådan", date(2025, 11, 10), 1, 1),
            wanted=Wanted.MORE,
        ),
    ),
)


def tell(stage: Stage) -> None:
    """Follow one more share, and plan."""
    home = stage.org(DEGERFORS)
    own = Series.objects.filter(owner=home, external_id__startswith=f"{ANSWERED}.utsatt-")
    draft = replace(EXPOSED, origin=Origin.SERIES, series=own.get().public_id)
    by = stage.actor("samordnare")
    show_indicator(by, make_indicator(by, home, draft), public=True)
    promises = Promise.objects.filter(set__name="Medborgarlöfte 2026", document=None)
    of_2026 = list(promises.order_by("position"))
    for one in PLANS:
        who, where = stage.actor(one.who), stage.org(one.home)
        indicator = Indicator.objects.get(home=where, name=one.indicator)
        draft_ = replace(one.draft, indicator=indicator.pk)
        plan = services.plan_effect(who, where, draft_, now=at(one.on))
        if one.promise:
            tie_effect(who, of_2026[one.promise - 1], plan, now=at(one.on))
    services.count_effects(system("demo"), now=at(TODAY))
