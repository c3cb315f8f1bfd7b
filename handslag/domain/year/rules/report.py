"""What the assembly is told: decided, done, measured, next. Pure.

A report that was given is kept as it stood: `as_content` is what is frozen, and
`read` reads it again, also when the things themselves have gone on.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any


class About(StrEnum):
    """What a line of the report is about."""

    PICTURE = "picture"
    PLAN = "plan"
    AGREEMENT = "agreement"
    PROMISES = "promises"
    COUNCIL = "council"
    MEASURE = "measure"
    MEETING = "meeting"
    PROGRESS = "progress"
    FOLLOW_UP = "follow_up"
    PROMISE = "promise"
    GOAL = "goal"
    INDICATOR = "indicator"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Figure:
    """A target and the number reached, as `web/targets` says a target in words."""

    op: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    per: str | None
    direction: str
    least_share: Decimal | None
    done: Decimal | None
    needed: Decimal | None = None  # what the target comes to in the whole period


@dataclass(frozen=True, slots=True)
class Item:
    """One line. `code`: a verdict, a kind of deadline, an answer; `detail`: said there."""

    about: About
    text: str
    on: date | None = None
    detail: str = ""
    code: str = ""
    path: str = ""
    count: int | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole of it, for one municipality and one year, as it stood on a day."""

    municipality: str
    year: int
    as_of: date
    board: str
    introduction: str
    is_example: bool
    decided: tuple[Item, ...]
    done: tuple[Item, ...]
    measured: tuple[Item, ...]
    late: tuple[Item, ...]
    coming: tuple[Item, ...]


def as_content(report: Report) -> dict[str, object]:
    """The report as plain values, ready to be frozen."""
    plain: dict[str, object] = json.loads(json.dumps(asdict(report), default=str))
    return plain


def read(content: str) -> Report:
    """The report that was frozen."""
    given: dict[str, Any] = json.loads(content)
    parts = ("decided", "done", "measured", "late", "coming")
    items = {part: tuple(map(_item, given.pop(part))) for part in parts}
    return Report(**{**given, "as_of": date.fromisoformat(given["as_of"]), **items})


def _item(given: Mapping[str, Any]) -> Item:
    return Item(
        **{
            **given,
            "about": About(given["about"]),
            "on": date.fromisoformat(given["on"]) if given["on"] else None,
            "figures": tuple(map(_figure, given["figures"])),
        }
    )


def _figure(given: Mapping[str, Any]) -> Figure:
    numbers = ("low", "high", "least_share", "done", "needed")
    read_ = {
        name: Decimal(given[name]) if given[name] is not None else None for name in numbers
    }
    return Figure(**{**given, **read_})
