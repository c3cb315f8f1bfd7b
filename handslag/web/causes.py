"""Why a problem arises, drawn: the same for those who write it and for anyone who reads.

Both drawings come with a list that says all they say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from handslag.domain.picture.published.causes import PublishedAnalysis, PublishedCause
from handslag.domain.picture.rules.causes import CauseKind, Corner
from handslag.web.answers import number
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.trees import Branch, tree
from handslag.web.ui.triangles import CornerMark, triangle
from handslag.web.words.causes import CORNERS, HORIZONS, KINDS


@dataclass(frozen=True, slots=True)
class CornerLine:
    """One corner of the triangle: what is said of it, and the causes that belong there."""

    corner: Corner
    name: str
    words: str
    causes: Sequence[PublishedCause]

    @property
    def is_lit(self) -> bool:
        return bool(self.words.strip() or self.causes)


@dataclass(frozen=True, slots=True)
class CauseLine:
    """One cause in the list beside the drawing, with those that explain it."""

    number: str
    text: str
    hint: str
    lines: Sequence["CauseLine"]


@dataclass(frozen=True, slots=True)
class Pictured:
    """An analysis as a page shows it."""

    tree: Drawing
    triangle: Drawing
    causes: Sequence[CauseLine]
    corners: Sequence[CornerLine]
    summary: str
    is_done: bool


def pictured(analysis: PublishedAnalysis, problem: str, *, key: str) -> Pictured:
    """Both drawings and both lists. `key` keeps several on one page apart."""
    corners = corner_lines(analysis)
    return Pictured(
        tree=_tree(analysis, problem, key) if analysis.causes else Drawing(""),
        triangle=_triangle(corners, problem, key),
        causes=_lines(analysis.causes),
        corners=corners,
        summary=analysis.summary,
        is_done=analysis.is_done,
    )


def how_many(analysis: PublishedAnalysis) -> str:
    """As in: seven causes in three layers."""
    every = list(analysis.every())
    layers = max((one.number.count(".") + 1 for one in every), default=0)
    causes = ngettext("one cause", "%(n)s causes", len(every)) % {"n": number(len(every))}
    if layers <= 1:
        return causes
    return _("%(causes)s in %(layers)s layers") % {
        "causes": causes,
        "layers": number(layers),
    }


def corner_lines(analysis: PublishedAnalysis) -> list[CornerLine]:
    """The three corners, in the order of the triangle."""
    every = list(analysis.every())
    return [
        CornerLine(
            corner,
            str(CORNERS[corner]),
            analysis.corners[corner],
            [one for one in every if one.corner is corner],
        )
        for corner in Corner
    ]


def hint_of(cause: PublishedCause) -> str:
    """The kind and the horizon in words, and that it is internal."""
    said = [str(KINDS[cause.kind]), str(HORIZONS[cause.horizon])]
    if cause.is_internal:
        said.append(pgettext("cause", "internal"))
    return " · ".join(said)


def _lines(causes: Iterable[PublishedCause]) -> list[CauseLine]:
    return [
        CauseLine(one.number, one.text, hint_of(one), _lines(one.causes)) for one in causes
    ]


def _tree(analysis: PublishedAnalysis, problem: str, key: str) -> Drawing:
    trunk = Branch(problem, branches=_branches(analysis.causes))
    return tree(
        f"{key}-tree",
        _("Why it happens: %(problem)s") % {"problem": problem},
        _(
            "The problem to the left and what explains it to the right: %(count)s."
            " Whole lines are situational causes, broken lines social ones."
            " All of it stands in the list."
        )
        % {"count": how_many(analysis)},
        trunk,
    )


def _branches(causes: Iterable[PublishedCause]) -> tuple[Branch, ...]:
    return tuple(
        Branch(
            one.text,
            hint=f"{one.number} · {hint_of(one)}",
            mark="broken" if one.kind is CauseKind.SOCIAL else "",
            branches=_branches(one.causes),
        )
        for one in causes
    )


def _triangle(corners: Sequence[CornerLine], problem: str, key: str) -> Drawing:
    dark = [line.name for line in corners if not line.is_lit]
    said = _("Something is said of all three corners.")
    if dark:
        said = _("Nothing is said yet of: %(corners)s.") % {"corners": ", ".join(dark)}
    return triangle(
        f"{key}-triangle",
        _("The crime triangle: %(problem)s") % {"problem": problem},
        said,
        [_mark(line) for line in corners],
        _("Here the crime happens"),
    )


def _mark(line: CornerLine) -> CornerMark:
    count = len(line.causes)
    if not line.is_lit:
        hint = _("not lit yet")
    elif not count:
        hint = _("no cause yet")
    else:
        hint = ngettext("one cause", "%(n)s causes", count) % {"n": number(count)}
    return CornerMark(line.name, hint, count, line.is_lit)
