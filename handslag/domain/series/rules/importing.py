"""What a file of figures can be, and what one may say of it. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from handslag.core.deadlines import months_after
from handslag.core.refusals import NotAllowedError
from handslag.domain.series.rules.words import Measured, Rhythm

MOST_BYTES = 10 * 1024 * 1024
KEPT_HOURS = 24  # a file that was sent in and not read in
SHOWN_LINES = 200  # of those that were left out
COLUMNS = ("area", "period", "amount", "of", "sex", "state")
_NEEDED = COLUMNS[:3]
_MONTHS = {1: Rhythm.MONTH, 3: Rhythm.QUARTER, 12: Rhythm.YEAR, 24: Rhythm.TWO_YEARS}


class FileKind(StrEnum):
    """Which file it is: who made it, and in which form."""

    BRA_WORKBOOK = "bra_workbook"
    BRA_SOL = "bra_sol"
    BRA_YEARLY = "bra_yearly"
    KOLADA = "kolada"
    POPULATION = "population"
    POLICE_SURVEY = "police_survey"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody said of a file: the year of a population, or what a table is about
    and under which heading each thing stands."""

    year: int | None = None
    name: str = ""
    unit: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)

    def stored(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Chosen":
        return cls(**stored)


@dataclass(frozen=True, slots=True)
class Left:
    """A line that was left out, or a final value that was kept: where, why, about what."""

    nr: int
    code: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What the file does with one series."""

    name: str
    new: int
    same: int
    changed: int
    kept: int


@dataclass(frozen=True, slots=True)
class Told:
    """What a file becomes, or would become."""

    lines: tuple[Line, ...] = ()
    bad: tuple[Left, ...] = ()
    kept: tuple[Left, ...] = ()
    areas: tuple[str, ...] = ()  # parts of a municipality that were not known before

    def sum_of(self, what: str) -> int:
        """How many cells are new, same, changed or kept, in all series."""
        return sum(getattr(one, what) for one in self.lines)

    def stored(self) -> dict[str, Any]:
        """As a row holds it: the first lines of those that were left out."""
        whole = asdict(self)
        whole["bad"], whole["kept"] = (
            whole["bad"][:SHOWN_LINES],
            whole["kept"][:SHOWN_LINES],
        )
        return {**whole, "n_bad": len(self.bad)}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Told":
        def each(kind: type[Any], name: str) -> tuple[Any, ...]:
            return tuple(kind(**one) for one in stored.get(name, ()))

        areas = tuple(stored.get("areas", ()))
        return cls(each(Line, "lines"), each(Left, "bad"), each(Left, "kept"), areas)


def check_chosen(kind: FileKind, chosen: Chosen) -> None:
    """Refuses a population without its year, and a table that nobody has told about."""
    if kind is FileKind.TABLE:
        if not chosen.name.strip() or not chosen.unit.strip():
            raise NotAllowedError("series.say_what_the_table_is")
        if any(not chosen.columns.get(one) for one in _NEEDED):
            raise NotAllowedError("series.say_which_columns")


def rhythm_of(starts: date, ends: date) -> Rhythm | None:
    """How long the period is, if series have such periods."""
    for months, rhythm in _MONTHS.items():
        if (months_after(starts, months) - ends).days == 1:
            return rhythm
    return None


def measured_by(title: str) -> tuple[Measured, str]:
    """What kind of number a key figure of Kolada is, and its unit, by its title."""
    words = title.lower()
    unit = title.rpartition(", ")[2] if ", " in title else title
    if "avvikelse" in words:
        return Measured.DEVIATION, unit
    if "(%)" in words or "andel" in words:
        return Measured.SHARE, "procent"
    if "/" in unit or " per " in unit:
        return Measured.RATE, unit
    return (Measured.NUMBER if "antal" in words else Measured.INDEX), unit
