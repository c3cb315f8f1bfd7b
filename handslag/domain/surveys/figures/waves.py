"""The figures beside those of the wave before, where that can be done honestly."""

from dataclasses import replace

import numpy as np

from handslag.domain.surveys.figures.document import Before, Figures, Line
from handslag.domain.surveys.rules import Questionnaire
from handslag.domain.surveys.rules.documents import written_question
from handslag.statistics.comparisons import Cells, Changes, changes, holm
from handslag.statistics.weighting import Numbers

LEVEL = 0.95
# What makes an answer mean something else.
_SAME = ("kind", "words", "options", "rows", "unit", "least", "most", "shown_if")


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


def is_same(asked: Questionnaire, asked_before: Questionnaire, key: str) -> bool:
    """Whether a question is asked in the same words, with the same answers."""
    now, before = asked.question(key), asked_before.question(key)
    if now is None or before is None:
        return False
    both = [written_question(one) for one in (now, before)]
    return all(both[0].get(name) == both[1].get(name) for name in _SAME)


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
