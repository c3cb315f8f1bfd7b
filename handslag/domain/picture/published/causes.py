"""Why a problem arises, as it was frozen: read from the version and nowhere else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handslag.domain.picture.rules.causes import CauseKind, Corner, Horizon, Perspective


@dataclass(frozen=True, slots=True)
class PublishedCause:
    """One cause, and those that explain it."""

    key: str
    number: str
    text: str
    perspective: Perspective
    kind: CauseKind
    corner: Corner | None
    horizon: Horizon
    confidence: str
    is_internal: bool
    notes: tuple[int, ...]
    unshown: int  # findings it cites that may not be shown here
    causes: tuple["PublishedCause", ...]


@dataclass(frozen=True, slots=True)
class PublishedAnalysis:
    """The causes of one problem: the triangle in words, the tree, and the sum."""

    is_done: bool
    summary: str
    corners: Mapping[Corner, str]
    causes: tuple[PublishedCause, ...]

    def every(self) -> Iterator[PublishedCause]:
        """Every cause, from the top."""
        for cause in self.causes:
            yield from _every(cause)


def read_analysis(
    content: Mapping[str, Any] | None, notes: Mapping[str, int]
) -> PublishedAnalysis | None:
    """The analysis of one problem in a version, or nothing where there is none to show.

    `notes`: the numbers of the findings that can be shown.
    """
    if not content:
        return None
    return PublishedAnalysis(
        is_done=content["is_done"],
        summary=content["summary"],
        corners={corner: content[corner.value] for corner in Corner},
        causes=_read(content["causes"], "", notes),
    )


def _read(
    causes: list[Mapping[str, Any]], above: str, notes: Mapping[str, int]
) -> tuple[PublishedCause, ...]:
    return tuple(
        _cause(cause, f"{above}{place}", notes)
        for place, cause in enumerate(causes, start=1)
    )


def _cause(
    cause: Mapping[str, Any], number: str, notes: Mapping[str, int]
) -> PublishedCause:
    shown = tuple(sorted(notes[key] for key in cause["evidence"] if key in notes))
    return PublishedCause(
        key=cause["id"],
        number=number,
        text=cause["text"],
        perspective=Perspective(cause["perspective"]),
        kind=CauseKind(cause["kind"]),
        corner=Corner(cause["corner"]) if cause["corner"] else None,
        horizon=Horizon(cause["horizon"]),
        confidence=cause["confidence"],
        is_internal=cause["is_internal"],
        notes=shown,
        unshown=len(cause["evidence"]) - len(shown),
        causes=_read(cause["causes"], f"{number}.", notes),
    )


def _every(cause: PublishedCause) -> Iterator[PublishedCause]:
    yield cause
    for one in cause.causes:
        yield from _every(one)
