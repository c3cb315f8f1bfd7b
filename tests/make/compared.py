"""An official number of crimes in several municipalities, and what tells them apart."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal

from handslag.core.access import system
from handslag.domain.organisations.models import Organisation
from handslag.domain.series.models import Series
from handslag.domain.series.queries import POPULATION
from handslag.domain.series.rules import AreaKind, Cell, SeriesDraft, Source, State, year
from handslag.domain.series.services import AreaDraft, make_series, put_areas, put_cells

NOW = datetime(2026, 3, 1, tzinfo=UTC)
TASK = system("test")
YEAR = 2024
Told = Mapping[str, "int | str | State"]
PEOPLE = {"A1": 9_000, "A2": 11_000, "A3": 8_000, "A4": 14_000, "A5": 90_000}
THEFTS: Told = {"A1": 20, "A2": 22, "A3": State.SECRET, "A4": 31, "A5": 180}


def country(home: Organisation) -> None:
    """Five municipalities beside one's own, its county and the nation."""
    kinds = {home.code: AreaKind.MUNICIPALITY, "00": AreaKind.NATION}
    kinds[home.code[:2]] = AreaKind.COUNTY
    kinds |= dict.fromkeys(PEOPLE, AreaKind.MUNICIPALITY)
    names = {home.code: home.short_name, "00": "Riket", home.code[:2]: "Länet"}
    areas = [AreaDraft(kind, code, names.get(code, code)) for code, kind in kinds.items()]
    put_areas(TASK, areas)


def figures(draft: SeriesDraft, told: Told, *, of: int = YEAR, **more: object) -> Series:
    """A series with the figures of one year."""
    series = make_series(TASK, draft, **more)  # type: ignore[arg-type]
    rows = [_cell(code, one, of) for code, one in told.items()]
    put_cells(TASK, series, rows, now=NOW, run=None)
    return series


def more(
    series: Series,
    home: Organisation,
    told: Mapping[int, tuple[int, int]],
    *,
    is_preliminary: bool = False,
) -> None:
    """Other years: own, and the whole county."""
    codes = home.code, home.code[:2]
    rows = [
        Cell(code, *year(when), State.VALUE, Decimal(n), is_preliminary=is_preliminary)
        for when, both in told.items()
        for code, n in zip(codes, both, strict=True)
    ]
    put_cells(TASK, series, rows, now=NOW, run=None)


def _cell(code: str, told: int | str | State, of: int) -> Cell:
    if isinstance(told, State):
        return Cell(code, *year(of), told)
    amount = Decimal(told)
    return Cell(code, *year(of), State.VALUE if amount else State.ZERO, amount)


def thefts(home: Organisation, own: int = 50) -> Series:
    """Reported thefts, of everywhere."""
    wide = {home.code: own, home.code[:2]: 700, "00": 20_000}
    draft = SeriesDraft(Source.BRA, "stold", "Anmälda stölder", "anmälda brott")
    return figures(draft, {**THEFTS, **wide})


def inhabitants(home: Organisation, *, of: int = YEAR) -> Series:
    """The population, of everywhere."""
    wide = {home.code: 10_000, home.code[:2]: 250_000, "00": 10_000_000}
    draft = SeriesDraft(Source.SCB, POPULATION, "Folkmängd", "invånare")
    return figures(draft, PEOPLE | wide, of=of)
