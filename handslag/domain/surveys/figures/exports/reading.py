"""The counted answers as they lie packed, and what must be known of all of them first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from handslag.domain.surveys.models import Block, Survey
from handslag.domain.surveys.rules import Questionnaire
from handslag.domain.surveys.rules.coding import FIRST, MARK, columns
from handslag.statistics.columns import Column, Columns, unpack


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """A block as it is stored: some bytes for each answer."""

    n: int
    stratum: int | None
    columns: bytes


@dataclass(frozen=True, slots=True, eq=False)
class First:
    """What was answered about oneself, and of each number how often it was answered."""

    about: Columns
    numbers: Mapping[str, tuple[Column, Column]]


def blocks_of(survey: Survey) -> list[Packed]:
    """What has been counted. One query: what comes in meanwhile changes nothing of it."""
    found = Block.objects.filter(survey=survey, is_counted=True).order_by("pk")
    rows = found.values_list("answers", "stratum_id", "columns")
    return [
        Packed(n, stratum, bytes(packed))
        for n, stratum, packed in rows.iterator(chunk_size=100)
        if packed
    ]


def read_first(
    asked: Questionnaire, blocks: Sequence[Packed], about: Sequence[str]
) -> First:
    """A block is unpacked at a time, and of it no more is kept than is asked for.

    Raises ValueError: E_SHAPE for a block with other answers than it says.
    """
    all_ = columns(asked)
    names = [one.name for one in all_ if one.name in about]
    wide = [one.name for one in all_ if one.is_wide and one.name not in about]
    found: dict[str, list[Column]] = {name: [] for name in names}
    nothing = np.zeros(0, np.int32), np.zeros(0, np.int64)
    numbers = dict.fromkeys(wide, nothing)
    for block in blocks:
        unpacked = unpack(block.columns)
        if len(next(iter(unpacked.values()))) != block.n:
            raise ValueError("E_SHAPE")
        for name in names:
            found[name].append(unpacked[name].copy())
        for name in wide:
            numbers[name] = _added(numbers[name], unpacked[name])
    about_all = {name: np.concatenate(parts) for name, parts in found.items() if parts}
    return First(about_all, numbers)


def _added(before: tuple[Column, Column], column: Column) -> tuple[Column, Column]:
    """The numbers so far, and how often each was answered, with those of one more block."""
    new, times = np.unique(column[column >= MARK + FIRST], return_counts=True)
    values, place = np.unique(np.concatenate([before[0], new]), return_inverse=True)
    sums = np.bincount(
        place.reshape(-1), np.concatenate([before[1], times]), minlength=len(values)
    )
    return values, sums.astype(np.int64)
