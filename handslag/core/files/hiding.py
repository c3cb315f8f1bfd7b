"""What is to be hidden in a picture: boxes drawn over it, or squares ticked. Pure."""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass

from handslag.core.refusals import NotAllowedError

MOST_BOXES = 200
LONGEST_BOXES = 20_000  # letters
LONGEST_ALT = 300  # letters that say what the picture shows

# JPEG packs squares of sixteen points together, and smears colours a little over their
# edges: when the photo was taken, and again when it was drawn anew. A box is grown by so
# much that no point outside it holds anything of what was inside.
_SQUARE = 16
_SMEAR = 4
_WHEN_TAKEN = _SQUARE + _SMEAR


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture to hide: shares of its width and height, from 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The squares laid over a picture, for those who do not draw."""

    columns: int
    rows: int

    def boxes(self, ticked: Iterable[int]) -> list[Box]:
        """The squares with these numbers, counted along the rows from 0."""
        found = []
        for number in ticked:
            if not 0 <= number < self.columns * self.rows:
                raise NotAllowedError("files.unknown_square")
            row, column = divmod(number, self.columns)
            found.append(
                Box(
                    column / self.columns,
                    row / self.rows,
                    (column + 1) / self.columns,
                    (row + 1) / self.rows,
                )
            )
        return found


def grid_of(width: int, height: int) -> Grid:
    """More squares along the longer side."""
    return Grid(12, 9) if width >= height else Grid(9, 12)


def boxes_from(text: str) -> list[Box]:
    """The boxes that a script has drawn: "[[left, top, right, bottom], …]"."""
    if len(text) > LONGEST_BOXES:
        raise NotAllowedError("files.boxes")
    try:
        said = json.loads(text) if text.strip() else []
        found = [Box(*(float(side) for side in one)) for one in said]
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise NotAllowedError("files.boxes") from error
    if len(found) > MOST_BOXES or not all(map(_is_a_box, found)):
        raise NotAllowedError("files.boxes")
    return found


def _is_a_box(box: Box) -> bool:
    sides = (box.left, box.top, box.right, box.bottom)
    if not all(math.isfinite(side) for side in sides):
        return False
    return box.left < box.right and box.top < box.bottom


Rectangle = tuple[int, int, int, int]


def rectangles(boxes: Iterable[Box], width: int, height: int) -> list[Rectangle]:
    """The points to paint over: each box, grown by what spills over its edges."""
    found = []
    for box in boxes:
        left = _down(box.left * width)
        top = _down(box.top * height)
        right = min(_up(box.right * width), width)
        bottom = min(_up(box.bottom * height), height)
        if left < right and top < bottom:
            found.append((left, top, right, bottom))
    return found


def _down(side: float) -> int:
    return max(0, math.floor((side - _WHEN_TAKEN) / _SQUARE) * _SQUARE - _SMEAR)


def _up(side: float) -> int:
    return math.ceil((side + _WHEN_TAKEN) / _SQUARE) * _SQUARE + _SMEAR
