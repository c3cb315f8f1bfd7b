"""Plans of Degerfors for seeing whether something helped, made up like the reports. Two of
them tell whether a promise of 2026 helped."""

from dataclasses import dataclass, replace
from datetime import date

from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.places import CENTRE, PATH
from handslag.config.demo.stage import TODAY, Stage, at
from handslag.core.access import system
from handslag.domain.analysis import services
from handslag.domain.analysis.rules import TROUBLES, EffectDraft, Wanted
from handslag.domain.incidents.rules import Top
from handslag.domain.organisations.models import Place
from handslag.domain.promises.models import Promise
from handslag.domain.promises.services import fill_from_progress, tie_effect


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, where, and on which day it was made."""

    on: date
    at: str
    draft: EffectDraft
    called_off: str = ""
    promise: int = 0  # its number among those of 2026


def _draft(name: str, begins: date, *tops: Top) -> EffectDraft:
    return EffectDraft(
        name=name,
        tops=tops or TROUBLES,
        place=0,
        metres=300,
        ring=300,
        begins=begins,
        is_example=True,
    )


PLANS = (
    Planned(
        date(2026, 3, 3),
        "Elljusspåret",
        replace(
            _draft(
                "Hel belysning och röjd sikt längs elljusspåret",
                date(2026, 4, 20),
                Top.DAMAGE,
                Top.UNSAFE_PLACE,
            ),
            after=6,
        ),
    ),
    Planned(
        date(2026, 5, 4),
        "Badplatsen vid Möckeln",
        _draft("Fältgruppen vid badplatsen om kvällarna", date(2026, 6, 15)),
    ),
    Planned(
        date(2026, 10, 5),
        "Stora torget",
        replace(
            _draft("Trygghetsvärdar på Stora torget", date(2026, 8, 24), Top.GATHERING),
            wanted=Wanted.MORE,
            wanted_why="Värdarna ser mer, och fler vågar säga till.",
        ),
    ),
    Planned(
        date(2026, 11, 10),
        "Resecentrum",
        _draft("Kameror vid Resecentrum", date(2027, 2, 1), Top.DAMAGE, Top.DISORDER),
    ),
    Planned(
        date(2026, 3, 10),
        CENTRE,
        replace(
            _draft("Genomgångna och säkrade källare", date(2026, 5, 4), Top.DAMAGE),
            metres=500,
            after=5,
        ),
        promise=7,
    ),
    Planned(
        date(2026, 6, 1),
        PATH,
        _draft(
            "Belysning längs gångvägen vid Letälven",
            date(2026, 9, 11),
            Top.DAMAGE,
            Top.UNSAFE_PLACE,
        ),
        promise=3,
    ),
    Planned(
        date(2026, 2, 9),
        "Brukskolans gård",
        _draft("Vuxna på skolgården efter skoltid", date(2026, 3, 16)),
        called_off="Föreningen som skulle ordna det la ner i mars.",
    ),
)


def tell(stage: Stage) -> None:
    """Plan, let time pass, count; and make the points that analyses are made of."""
    by, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    places = {one.name: one.pk for one in Place.objects.filter(within=home)}
    promises = Promise.objects.filter(set__name="Medborgarlöfte 2026", document=None)
    of_2026 = list(promises.order_by("position"))
    for one in PLANS:
        draft = replace(one.draft, place=places[one.at])
        plan = services.plan_effect(by, home, draft, now=at(one.on))
        if one.called_off:
            why, begins = one.called_off, at(one.draft.begins)
            services.call_off_effect(by, plan, why=why, revision=1, now=begins)
        if one.promise:
            tie_effect(by, of_2026[one.promise - 1], plan, now=at(one.on))
    services.count_effects(system("demo"), now=at(TODAY))
    services.renew(system("demo"), now=at(TODAY))
    services.fill_series(system("demo"), now=at(TODAY))
    services.fill_from_surveys(system("demo"), now=at(TODAY))
    fill_from_progress(system("demo"), now=at(TODAY))
