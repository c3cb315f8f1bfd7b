"""Figures as anyone may read them: small groups hidden, and what would give them back."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handslag.domain.surveys.figures.document import (
    Figures,
    Line,
    Part,
    read_figures,
    written_figures,
)
from handslag.domain.surveys.figures.grouping import Division
from handslag.domain.surveys.rules import Question, Questionnaire
from handslag.domain.surveys.rules.counting import LEAST_WIDTH
from handslag.domain.surveys.rules.documents import read, written

PartKey = tuple[str, str]  # question, row
# What a count is of: answer (or none: how many answered), division, group.
Cell = tuple[str, str, int]

# How many were asked the question: a count like the others.
ASKED: Cell = ("\x00asked", "", -1)

NAN = float("nan")


@dataclass(frozen=True, slots=True)
class Released:
    """A release: what is asked in it, its figures, and which counts are hidden."""

    asked: Questionnaire
    figures: Figures
    hidden: Mapping[PartKey, frozenset[Cell]]
    width: int = LEAST_WIDTH  # so many different numbers a hidden count can be, at least


def written_release(released: Released) -> bytes:
    """The same bytes for the same release."""
    document = {
        "format": 1,
        "asked": written(released.asked),
        "figures": json.loads(zlib.decompress(written_figures(released.figures))),
        "width": released.width,
        "hidden": [[*key, sorted(cells)] for key, cells in sorted(released.hidden.items())],
    }
    text = json.dumps(document, ensure_ascii=False, sort_keys=True)
    return zlib.compress(text.encode())


def read_release(packed: bytes) -> Released:
    """A release that `written_release` wrote. Raises ValueError for anything else."""
    document: dict[str, Any] = json.loads(zlib.decompress(packed))
    if document["format"] != 1:
        raise ValueError("E_DOCUMENT")
    return Released(
        asked=read(document["asked"]),
        figures=read_figures(zlib.compress(json.dumps(document["figures"]).encode())),
        hidden={
            (question, row): frozenset((answer, what, at) for answer, what, at in cells)
            for question, row, cells in document["hidden"]
        },
        width=document.get("width", LEAST_WIDTH),
    )


def only(asked: Questionnaire, keys: Sequence[str]) -> Questionnaire:
    """The questionnaire with these questions alone, and those about oneself."""
    return replace(
        asked,
        sections=tuple(
            replace(
                section,
                questions=tuple(one for one in section.questions if _is_in(one, keys)),
            )
            for section in asked.sections
        ),
    )


def _is_in(question: Question, keys: Sequence[str]) -> bool:
    return question.key in keys


def covered(part: Part, hidden: frozenset[Cell]) -> Part:
    """The part with every hidden count, and the share that would give it, taken out."""
    if ("", "", -1) in hidden or part.whole is None:
        return replace(
            part, whole=None, by={}, before=None, asked=0, answered=0, declined=0
        )
    names = part.answers
    return replace(
        part,
        declined=0,
        whole=_covered(part.whole, names, "", -1, hidden),
        by={
            what: tuple(
                None
                if line is None or not line.n or ("", what, at) in hidden
                else _covered(line, names, what, at, hidden)
                for at, line in enumerate(lines)
            )
            for what, lines in part.by.items()
        },
    )


def _covered(
    line: Line, names: Sequence[str], what: str, at: int, hidden: frozenset[Cell]
) -> Line:
    out = {place for place, name in enumerate(names) if (name, what, at) in hidden}
    if not out:
        return replace(line, se=(), df=0.0)

    def without(values: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(NAN if at in out else value for at, value in enumerate(values))

    return replace(
        line,
        values=without(line.values),
        lower=without(line.lower),
        upper=without(line.upper),
        p=without(line.p),
        se=(),
        df=0.0,
    )


def of_groups(by: Sequence[Division], question: Question) -> Iterator[Division]:
    """The divisions that a question is shown in: what is asked about oneself in none.
    Sex by area beside the answers by sex and by area would tie three things together,
    which is more than is looked through."""
    return iter(by if question.background is None else ())
