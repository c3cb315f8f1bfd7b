"""Degerfors beside similar municipalities. The figures are made up, and so are the
municipalities they are compared with: no real one is given figures that it does not have.
"""

from dataclasses import replace
from decimal import Decimal

from handslag.config.demo.accounts import DEGERFORS
from handslag.config.demo.followed import DAMAGE
from handslag.config.demo.stage import TODAY, Stage, at
from handslag.core.access import system
from handslag.domain.series import services
from handslag.domain.series.models import Series
from handslag.domain.series.queries import POPULATION, area_code_of
from handslag.domain.series.rules import (
    AreaKind,
    Cell,
    Measured,
    Origin,
    Rhythm,
    SeriesDraft,
    Source,
    State,
    year,
)

_YEAR = 2025
_MADE_UP = "Påhittade exempel. Kommunerna som kallas påhittade finns inte."
_Told = int | State
# Name, inhabitants, young of a hundred, reported damage
NEIGHBOURS: tuple[tuple[str, int, str, _Told], ...] = (
    ("Norrby (påhittad)", 9_100, "10.4", 98),
    ("Ekbacka (påhittad)", 8_200, "11.2", 79),
    ("Granlund (påhittad)", 10_300, "10.9", 121),
    ("Lindvik (påhittad)", 11_900, "9.8", 104),
    ("Sjölunda (påhittad)", 7_400, "10.1", State.SECRET),
    ("Åkerstad (påhittad)", 12_800, "12.6", 171),
    ("Bergtuna (påhittad)", 9_900, "11.8", 112),
    ("Björkhult (påhittad)", 6_300, "9.1", 55),
    ("Kvarnsund (påhittad)", 15_700, "11.0", 166),
    ("Tallmo (påhittad)", 5_200, "8.7", 41),
    ("Vitsjö (påhittad)", 2_900, "7.9", State.SUPPRESSED),
    ("Storhamn (påhittad)", 64_000, "14.9", 1_090),
)
OWN: tuple[str, int, str, _Told] = (DEGERFORS, 9_400, "10.6", 139)


def tell(stage: Stage) -> None:
    """Make up twelve municipalities and a year, and follow it."""
    installer, home = system("demo"), stage.org(DEGERFORS)
    codes = [f"exempel-{nr:02}" for nr in range(1, len(NEIGHBOURS) + 1)]
    areas = [
        services.AreaDraft(AreaKind.MUNICIPALITY, code, one[0])
        for code, one in zip(codes, NEIGHBOURS, strict=True)
    ]
    services.put_areas(installer, areas)
    drafts = (
        _draft(POPULATION, "Folkmängd (påhittade exempel)", "invånare"),
        _draft("exempel-unga", "Invånare 16–24 år (påhittade exempel)", "procent"),
        _draft("exempel-skada", "Anmäld skadegörelse (påhittade exempel)", "anmälda brott"),
    )
    drafts = (drafts[0], replace(drafts[1], measured=Measured.SHARE), drafts[2])
    made = [services.make_series(installer, one, owner=home) for one in drafts]
    rows = list(zip([area_code_of(home), *codes], [OWN, *NEIGHBOURS], strict=True))
    for at_, series in enumerate(made, 1):
        _put(series, [(code, one[at_]) for code, one in rows])
    services.weigh_peers(installer, made[1], Decimal("0.5"))
    draft = replace(
        DAMAGE,
        name="Anmäld skadegörelse, jämförd",
        shows="Hur mycket skadegörelse som anmäls under ett år, jämfört med liknande.",
        rhythm=Rhythm.YEAR,
        origin=Origin.SERIES,
        series=made[2].public_id,
    )
    services.make_indicator(stage.actor("samordnare"), home, draft)


def _draft(key: str, name: str, unit: str) -> SeriesDraft:
    return SeriesDraft(
        source=Source.OWN,
        external_id=key,
        name=name,
        unit=unit,
        rhythm=Rhythm.YEAR,
        attribution="Påhittade exempel",
        caveats=_MADE_UP,
        is_example=True,
    )


def _put(series: Series, told: list[tuple[str, object]]) -> None:
    cells = [_cell(code, one) for code, one in told]
    services.put_cells(system("demo"), series, cells, now=at(TODAY), run=None)


def _cell(code: str, told: object) -> Cell:
    if isinstance(told, State):
        return Cell(code, *year(_YEAR), told)
    return Cell(code, *year(_YEAR), State.VALUE, Decimal(str(told)))
