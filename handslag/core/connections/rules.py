"""Which connections there are, when one may ask, and how long runs are kept. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from handslag.core.retention.rules import Statement
from handslag.integrations.polisen import Pace
from handslag.integrations.values import BadLine

MONTHS_KEPT = 24
MOST_BAD = 200
_SERVER = 500
_LOG = "Says where figures came from and what was refused; two years of comparing."

RETENTION = (
    Statement(
        model="connections.Connection",
        keep="operation",
        months=None,
        then="keep",
        why="One row for each outside system: on or off, and when it was asked last.",
    ),
    Statement(
        model="connections.Run",
        keep="operation",
        months=MONTHS_KEPT,
        then="delete",
        why=_LOG,
    ),
    Statement(
        model="connections.RefusedLine",
        keep="operation",
        months=MONTHS_KEPT,
        then="delete",
        why="Goes with its run.",
    ),
)


class Connector(StrEnum):
    """Who is asked, or which file is read."""

    POLISEN = "polisen"
    KOLADA = "kolada"
    SCB_POPULATION = "scb_population"
    BRA_WORKBOOK = "bra_workbook"
    BRA_SOL = "bra_sol"
    BRA_YEARLY = "bra_yearly"
    POLICE_SURVEY = "police_survey"
    TABLE = "table"


# Those that can be turned on. The others are files that somebody hands in.
ASKED = frozenset({Connector.POLISEN, Connector.KOLADA, Connector.SCB_POPULATION})
AGAIN = timedelta(hours=1)  # after something that went wrong
# How long after an answer it is asked again by itself.
RHYTHM: Mapping[Connector, timedelta] = {
    Connector.POLISEN: timedelta(hours=1),
    Connector.KOLADA: timedelta(days=7),
    Connector.SCB_POPULATION: timedelta(days=7),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the rows of one run, and which lines were refused."""

    new: int = 0
    same: int = 0
    changed: int = 0
    kept: int = 0
    refused: int = 0
    bad: tuple[BadLine, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """The file that was handed in: its name and the fingerprint of what it held."""

    name: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run went. `failure` is a code, empty when it went well."""

    counts: Counts = field(default_factory=Counts)
    failure: str = ""
    file: File = field(default_factory=File)


def stored(pace: Pace) -> dict[str, Any]:
    """The pace as it lies in its row."""
    return {
        "calls": [at.isoformat() for at in pace.calls],
        "not_before": pace.not_before.isoformat() if pace.not_before else "",
        "refused_in_a_row": pace.refused_in_a_row,
        "is_off": pace.is_off,
    }


def pace_of(held: Mapping[str, Any]) -> Pace:
    """The pace as it was stored; nothing stored is a pace that has never called."""
    not_before = held.get("not_before") or ""
    return Pace(
        tuple(datetime.fromisoformat(at) for at in held.get("calls", ())),
        datetime.fromisoformat(not_before) if not_before else None,
        int(held.get("refused_in_a_row", 0)),
        bool(held.get("is_off", False)),
    )


def failure_of(status: int) -> str:
    """What a status that is not 200 means, as a code."""
    known = {0: "silent", 403: "forbidden", 404: "gone", 413: "too_large", 429: "too_often"}
    return known.get(status, "server" if status >= _SERVER else "refused")
