"""The figures beside those of the wave before, where that can be done honestly."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from handslag.domain.surveys.figures.document import Before, Figures, Line, Part
from handslag.domain.surveys.figures.released import NAN, Cell, PartKey, Released
from handslag.domain.surveys.rules import Questionnaire
from handslag.domain.surveys.rules.documents import written_question
from handslag.statistics.comparisons import Cells, Changes, changes, holm
from handslag.statistics.weighting import Numbers

LEVEL = 0.95
# What makes an answer mean something else.
SAME = ("kind", "words", "options", "rows", "unit", "least", "most", "shown_if")


def why_not(now: Figures, before: Figures | None, *, is_first: bool) -> str:
    """Why the waves cannot be compared; empty when they can."""
    if is_first:
        return "first_wave"
    if before is None:
        return "not_counted"
    if not now.is_sample:
        return "not_a_sample"
    if not before.is_sample:
        return "self_selected_before"
    return "" if _areas(now) == _areas(before) else "changed_areas"


def why_not_public(now: Figures, then: Released | None, *, is_first: bool) -> str:
    """The same of what anyone reads: only what is public is compared with."""
    if then is None and not is_first:
        return "not_public_before"
    return why_not(now, then.figures if then else None, is_first=is_first)


def _areas(figures: Figures) -> list[str]:
    found = figures.grouping("area")
    return sorted(one.code for one in found.groups) if found else []


def beside(
    now: Figures,
    asked: Questionnaire,
    before: Figures,
    asked_before: Questionnaire,
) -> Figures:
    """With the change of every answer to the questions that are the same."""
    found: dict[int, tuple[Line, Changes]] = {}
    parts = list(now.parts)
    for at, part in enumerate(parts):
        earlier = before.part(part.question, part.row)
        if part.whole is None or earlier is None or earlier.whole is None:
            parts[at] = replace(part, apart="not_asked_before")
        elif not is_same(asked, asked_before, part.question):
            parts[at] = replace(part, apart="changed_question")
        else:
            found[at] = (earlier.whole, _changes(earlier.whole, part.whole))
    p = holm(np.concatenate([one.p.ravel() for _, one in found.values()] or [np.zeros(0)]))
    begin = 0
    for at, (whole, made) in found.items():
        parts[at] = replace(parts[at], before=_before(whole, made, p[begin:]))
        begin += made.p.size
    return replace(now, parts=tuple(parts))


Wave = tuple[Figures, Questionnaire, Mapping[PartKey, frozenset[Cell]]]


def in_both(now: Wave, then: Wave) -> Figures:
    """Beside the wave before, without what is hidden in one of them. `then` holds the
    parts that are public of it."""
    figures, asked, hidden = now
    earlier, asked_then, hidden_then = then
    parts = [
        _in_both(
            one,
            hidden.get((one.question, one.row), frozenset())
            | hidden_then.get((one.question, one.row), frozenset()),
            was_asked=asked_then.question(one.question) is not None,
        )
        for one in beside(figures, asked, earlier, asked_then).parts
    ]
    return replace(figures, parts=tuple(parts))


def _in_both(part: Part, out: frozenset[Cell], *, was_asked: bool) -> Part:
    if part.apart == "not_asked_before" and was_asked:
        return replace(part, apart="not_public_before")
    if part.before is None:
        return part
    gone = [(answer, "", -1) in out for answer in part.answers]
    return replace(part, before=_without(part.before, gone))


def _without(before: Before, gone: Sequence[bool]) -> Before:
    def left(values: tuple[float, ...]) -> tuple[float, ...]:
        both = zip(values, gone, strict=True)
        return tuple(NAN if is_gone else value for value, is_gone in both)

    return replace(
        before,
        values=left(before.values),
        difference=left(before.difference),
        lower=left(before.lower),
        upper=left(before.upper),
        p=left(before.p),
    )


def is_same(asked: Questionnaire, asked_before: Questionnaire, key: str) -> bool:
    """Whether a question is asked in the same words, with the same answers."""
    now, before = asked.question(key), asked_before.question(key)
    if now is None or before is None:
        return False
    both = [written_question(one) for one in (now, before)]
    return all(both[0].get(name) == both[1].get(name) for name in SAME)


def _changes(before: Line, now: Line) -> Changes:
    return changes(_cells(before), _cells(now))


def _cells(line: Line) -> Cells:
    return Cells(
        np.array(line.values),
        np.array(line.se),
        np.array(line.lower),
        np.array(line.upper),
        np.full(len(line.values), line.df),
        LEVEL,
    )


def _before(whole: Line, made: Changes, p: Numbers) -> Before:
    return Before(
        values=whole.values,
        difference=_rounded(made.difference),
        lower=_rounded(made.lower),
        upper=_rounded(made.upper),
        p=_rounded(p[: made.p.size]),
        n=whole.n,
    )


def _rounded(numbers: Numbers) -> tuple[float, ...]:
    return tuple(round(float(one), 6) for one in numbers)
