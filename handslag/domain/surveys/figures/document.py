"""Finished figures of a survey as they are kept: one packed document, and back again."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one group: a share for each answer, or one mean.

    Without `lower` there is no interval: those who answered are no sample. `p` says how
    often chance alone makes as large a difference from everybody, corrected for how many
    differences are looked at."""

    n: int
    values: tuple[float, ...]
    lower: tuple[float, ...] = ()
    upper: tuple[float, ...] = ()
    se: tuple[float, ...] = ()
    p: tuple[float, ...] = ()
    df: float = 0.0
    effective_n: float = 0.0


@dataclass(frozen=True, slots=True)
class Before:
    """What differs from the wave before, answer by answer, and how often by chance."""

    values: tuple[float, ...]
    difference: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    p: tuple[float, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Part:
    """One question, or one line of a matrix: who was asked, and what they answered.

    `answers` are the keys of the options; a number has one, called "mean". In `by` a
    group that is too small to be shown is None."""

    question: str
    row: str
    asked: int
    answered: int
    declined: int
    answers: tuple[str, ...]
    whole: Line | None
    by: Mapping[str, tuple[Line | None, ...]] = field(default_factory=dict)
    before: Before | None = None
    # Why there is no comparison with the wave before, where the others have one.
    apart: str = ""


@dataclass(frozen=True, slots=True)
class GroupNamed:
    """A group, and what it is called in each language."""

    code: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grouped:
    """One way to divide those who answered: sex, age or area."""

    what: str
    groups: tuple[GroupNamed, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that several pointed out: by name, or the corner of a square in metres."""

    question: str
    n: int
    name: str = ""
    east: int | None = None
    north: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that was counted at one moment."""

    n: int
    invited: int
    people: int  # whom the answers stand for; none in an open survey
    is_sample: bool
    method: str
    effective_n: float
    deff: float
    flags: tuple[str, ...]
    groupings: tuple[Grouped, ...]
    parts: tuple[Part, ...]
    spots: tuple[Spot, ...] = ()
    # Why nothing is compared with the wave before; empty when it is.
    not_compared: str = ""

    def grouping(self, what: str) -> Grouped | None:
        return next((one for one in self.groupings if one.what == what), None)

    def part(self, question: str, row: str) -> Part | None:
        return next(
            (one for one in self.parts if (one.question, one.row) == (question, row)), None
        )


def written_figures(figures: Figures) -> bytes:
    """The same bytes for the same figures."""
    document = {"format": FORMAT, **asdict(figures)}
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, default=float)
    return zlib.compress(text.encode())


def read_figures(packed: bytes) -> Figures:
    """The figures of a document. Raises ValueError for anything else."""
    document: dict[str, Any] = json.loads(zlib.decompress(packed))
    if document.pop("format") != FORMAT:
        raise ValueError("E_DOCUMENT")
    groupings = tuple(
        Grouped(one["what"], tuple(GroupNamed(**group) for group in one["groups"]))
        for one in document.pop("groupings")
    )
    parts = tuple(map(_part, document.pop("parts")))
    return Figures(
        groupings=groupings,
        parts=parts,
        flags=tuple(document.pop("flags")),
        spots=tuple(Spot(**one) for one in document.pop("spots")),
        **document,
    )


def _part(document: dict[str, Any]) -> Part:
    before = document["before"]
    return Part(
        **{
            **document,
            "answers": tuple(document["answers"]),
            "whole": _line(document["whole"]),
            "by": {
                what: tuple(map(_line, lines)) for what, lines in document["by"].items()
            },
            "before": Before(**_tuples(before)) if before else None,
        }
    )


def _line(document: dict[str, Any] | None) -> Line | None:
    return None if document is None else Line(**_tuples(document))


def _tuples(document: dict[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in document.items()
    }
