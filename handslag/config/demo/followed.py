"""What Degerfors follows itself, made up: typed in year by year, or counted here."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.asked import OSTHAMMAR
from handslag.config.demo.stage import TODAY, Stage, at
from handslag.core.access import Actor
from handslag.domain.incidents.rules import Top
from handslag.domain.series import services
from handslag.domain.series.models import Indicator, Series
from handslag.domain.series.queries import area_code_of, own_series
from handslag.domain.series.rules import (
    ANSWERED,
    COUNTED_REPORTS,
    DONE,
    Cell,
    Direction,
    GoalValue,
    IndicatorDraft,
    Origin,
    Purpose,
    Rhythm,
    State,
    Theme,
    year,
)

_FIRST = 2020
WALKS = IndicatorDraft(
    name="Trygghetsvandringar",
    shows="Hur många trygghetsvandringar vi har gått under året.",
    direction=Direction.UP,
    direction_why="Fler platser blir sedda av dem som bor där.",
    purpose=Purpose.OUTPUT,
    theme=Theme.WORK,
    unit="vandringar",
    responsible="Trygghetssamordningen",
    baseline=Decimal(2),
    baseline_on=date(2022, 12, 31),
    goals=(
        GoalValue(date(2025, 12, 31), Decimal(4)),
        GoalValue(date(2027, 12, 31), Decimal(6)),
    ),
    is_example=True,
)
VIOLENCE = replace(
    WALKS,
    name="Stödsamtal om våld i nära relation",
    shows="Hur många som har fått stödsamtal hos socialtjänsten under året.",
    direction=Direction.DEPENDS,
    direction_why="Fler samtal kan betyda att fler vågar söka hjälp. Färre kan betyda"
    " att hjälpen inte når fram.",
    purpose=Purpose.EFFECT,
    theme=Theme.VIOLENCE,
    unit="personer",
    responsible="Socialtjänstens stödenhet",
    baseline=None,
    baseline_on=None,
    goals=(),
)
# What the action plan of 2025 is measured by
GRAFFITI = replace(
    WALKS,
    name="Klotter sanerat inom ett dygn",
    shows="Hur stor andel av anmält klotter som är borta inom ett dygn.",
    direction_why="Klotter som syns drar till sig mer.",
    theme=Theme.PROPERTY,
    unit="procent",
    responsible="Parkenheten",
    baseline=Decimal(74),
    baseline_on=date(2024, 12, 31),
    goals=(GoalValue(date(2026, 12, 31), Decimal(90)),),
)
TALKS = replace(
    WALKS,
    name="Motiverande samtal med unga",
    shows="Hur många samtal socialtjänsten har haft med unga som oroar.",
    direction_why="Fler blir erbjudna hjälp innan det har gått långt.",
    theme=Theme.YOUTH,
    unit="samtal",
    responsible="Socialtjänstens ungdomsgrupp",
    baseline=Decimal(12),
    baseline_on=date(2024, 12, 31),
    goals=(GoalValue(date(2026, 12, 31), Decimal(30)),),
)
TRIED = replace(
    WALKS,
    name="Niondeklassare som har prövat narkotika",
    shows="Hur stor andel i årskurs 9 som svarar att de har prövat narkotika.",
    direction=Direction.DOWN,
    direction_why="Färre som prövar betyder färre som fastnar.",
    purpose=Purpose.EFFECT,
    theme=Theme.DRUGS,
    unit="procent",
    responsible="Skolförvaltningen",
    baseline=Decimal(9),
    baseline_on=date(2024, 12, 31),
    goals=(GoalValue(date(2026, 12, 31), Decimal(6)),),
)
# What Karlskoga follows, and whose definition it shares with others
SHARED = replace(
    WALKS,
    name="Kvällar med vuxna ute",
    shows="Hur många kvällar nattvandrare eller fältare har varit ute under året.",
    direction_why="Unga träffar vuxna innan något händer.",
    unit="kvällar",
    responsible="Fältgruppen",
    baseline=None,
    baseline_on=None,
    goals=(),
)
SHARED_VALUES = (State.MISSING, 6, 9, 14, 12, 16)
# As the municipality typed them in; a state where there is no number
TYPED: tuple[tuple[IndicatorDraft, tuple[int | State, ...]], ...] = (
    (WALKS, (State.ZERO, 1, 2, 3, 4, 5)),
    (VIOLENCE, (State.MISSING, State.SUPPRESSED, 11, 14, 13, 18)),
    (GRAFFITI, (State.MISSING, State.MISSING, 58, 66, 74, 81)),
    (TALKS, (State.MISSING, State.MISSING, 9, 8, 12, 22)),
    (TRIED, (10, State.MISSING, 11, State.MISSING, 9, 8)),
)


# From what is reported, counted each night
DAMAGE = replace(
    WALKS,
    name="Rapporterad skadegörelse",
    shows="Hur mycket skadegörelse som rapporteras till oss varje månad.",
    direction=Direction.DOWN,
    direction_why="",
    purpose=Purpose.EFFECT,
    theme=Theme.CRIME,
    unit="",
    rhythm=Rhythm.MONTH,
    responsible="Parkenheten",
    baseline=None,
    baseline_on=None,
    goals=(),
)


# From the progress that is reported for the promises, month by month
DONE_THINGS = replace(
    DAMAGE,
    name="Rapporterade insatser",
    shows="Hur många insatser för löftena som har rapporterats varje månad.",
    direction=Direction.UP,
    direction_why="Det som inte skrivs ner kan ingen följa upp.",
    purpose=Purpose.OUTPUT,
    theme=Theme.WORK,
    responsible="Trygghetssamordningen",
)
# From three surveys
KNOWN = replace(
    DAMAGE,
    name="Känner till medborgarlöftet",
    shows="Hur stor andel som känner till kommunens och polisens medborgarlöfte.",
    direction=Direction.UP,
    direction_why="Ett löfte som ingen känner till kan ingen ställa oss till svars för.",
    theme=Theme.SAFETY,
    rhythm=Rhythm.YEAR,
    responsible="Trygghetssamordningen",
    goals=(GoalValue(date(2027, 12, 31), Decimal(35)),),
)


def typed(stage: Stage) -> None:
    """What Degerfors types in, before its plan is measured by it."""
    by, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    for draft, values in TYPED:
        _type(by, services.make_indicator(by, home, draft), values)


def tell(stage: Stage) -> None:
    """Follow what is counted here. Karlskoga offers a definition."""
    theirs = stage.actor("karlskoga")
    offered = services.make_indicator(theirs, stage.org("Karlskoga kommun"), SHARED)
    services.offer_indicator(theirs, offered, offered=True)
    _type(theirs, offered, SHARED_VALUES)
    by, home = stage.actor("samordnare"), stage.org(DEGERFORS)
    counted = own_series(home, f"{COUNTED_REPORTS}.{Top.DAMAGE}")
    assert counted is not None  # noqa: S101 - counted by helped.tell
    damage = replace(DAMAGE, origin=Origin.SERIES, series=counted.public_id)
    shown = services.make_indicator(by, home, damage)
    services.show_indicator(by, shown, public=True)
    _counted_in_surveys(stage)
    done = own_series(home, DONE)
    assert done is not None  # noqa: S101 - counted by helped.tell
    things = replace(DONE_THINGS, origin=Origin.SERIES, series=done.public_id)
    services.make_indicator(by, home, things)


def _type(by: Actor, indicator: Indicator, values: Sequence[int | State]) -> None:
    """Type in a value a year, the last one preliminary, and let everyone see them."""
    for n, told in enumerate(values):
        state = told if isinstance(told, State) else State.VALUE
        cell = Cell(
            area_code_of(indicator.home),
            *year(_FIRST + n),
            state,
            None if isinstance(told, State) else Decimal(told),
            is_preliminary=n == len(values) - 1,
        )
        services.type_in(by, indicator, cell, now=at(TODAY))
    services.show_indicator(by, indicator, public=True)


def _counted_in_surveys(stage: Stage) -> None:
    by, home = stage.actor("osthammar"), stage.org(OSTHAMMAR)
    own = Series.objects.filter(owner=home, external_id__startswith=f"{ANSWERED}.kanner-")
    known = replace(KNOWN, origin=Origin.SERIES, series=own.get().public_id)
    services.show_indicator(by, services.make_indicator(by, home, known), public=True)
