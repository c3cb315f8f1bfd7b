"""The figures of a question as they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handslag.domain.surveys.figures import Before, Figures, Grouped, Line, Part
from handslag.domain.surveys.rules import Question, QuestionKind, Questionnaire, said
from handslag.web.ui import answered
from handslag.web.ui.answered import SURE, Answer, Row, Value
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.numbers import number
from handslag.web.words.results import APART, GROUPINGS
from handslag.web.words.text import Text

WIDE = 0.10
WEAK = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """One question of the page."""

    key: str
    title: str
    row: str
    base: str
    notes: Sequence[Text]
    drawing: Drawing


def shown(
    asked: Questionnaire, figures: Figures, grouped: Grouped | None, why_hidden: str
) -> list[Shown]:
    """Every question that was counted, in its order, divided as was asked for."""
    return [
        _shown(question, part, grouped, why_hidden)
        for part in figures.parts
        if (question := asked.question(part.question)) is not None
    ]


def _shown(
    question: Question, part: Part, grouped: Grouped | None, why_hidden: str
) -> Shown:
    language = _language()
    rows = {one.key: said(one.words, language) for one in question.rows}
    title = said(question.words, language)
    return Shown(
        key="-".join(one for one in (part.question, part.row) if one),
        title=title,
        row=rows.get(part.row, ""),
        base=_base(part),
        notes=list(_notes(question, part)),
        drawing=_drawing(question, part, grouped, title, why_hidden),
    )


def _drawing(
    question: Question, part: Part, grouped: Grouped | None, title: str, why_hidden: str
) -> Drawing:
    if part.whole is None:
        return Drawing("")
    language = _language()
    names = {one.key: said(one.words, language) for one in question.options}
    by = part.by.get(grouped.what, ()) if grouped else ()
    names_of_groups = [said(one.words, language) for one in grouped.groups] if by else []  # type: ignore[union-attr]
    return answered.drawn(
        answered.Question(
            key=part.question,
            title=title,
            answers=_answers(part, part.whole, names),
            rows=[
                _row(name, line, part.whole)
                for name, line in zip(names_of_groups, by, strict=True)
            ],
            group=str(GROUPINGS[grouped.what]) if grouped else "",
            is_mean=question.kind is QuestionKind.NUMBER,
            unit=said(question.unit, language) if question.unit else "",
            why_hidden=why_hidden,
        )
    )


def _answers(part: Part, whole: Line, names: dict[str, str]) -> list[Answer]:
    values = values_of(whole)
    found = []
    for at, (key, value) in enumerate(zip(part.answers, values, strict=True)):
        before, change = _before(part.before, at)
        found.append(Answer(names.get(key, _("Mean")), value, before, change))
    return found


def _before(before: Before | None, at: int) -> tuple[float | None, Value | None]:
    if before is None:
        return None, None
    by = before.difference[at]
    return before.values[at], Value(
        by, before.lower[at], before.upper[at], _way(by, before.p[at])
    )


def values_of(line: Line, whole: Line | None = None) -> list[Value]:
    """Each answer of a group, with the way it differs from everybody, if it does."""
    found = []
    for at, value in enumerate(line.values):
        is_there = value == value  # noqa: PLR0124 - not a number is not itself
        way = 0
        if whole is not None and line.p:
            way = _way(value - whole.values[at], line.p[at])
        found.append(
            Value(
                value if is_there else None,
                line.lower[at] if line.lower else None,
                line.upper[at] if line.upper else None,
                way,
            )
        )
    return found


def _way(by: float, p: float) -> int:
    if not p < SURE or not by:
        return 0
    return 1 if by > 0 else -1


def _row(name: str, line: Line | None, whole: Line) -> Row:
    if line is None:
        return Row(name, None)
    return Row(name, line.n, values_of(line, whole))


def _base(part: Part) -> str:
    """Who the shares are shares of."""
    language = _language()
    n = number(part.answered, 0, language=language)
    asked = number(part.asked, 0, language=language)
    said_ = _("%(n)s answered of %(asked)s who were asked.") % {"n": n, "asked": asked}
    if part.declined:
        declined = number(part.declined, 0, language=language)
        said_ += " " + _("%(n)s preferred not to say.") % {"n": declined}
    return said_


def _notes(question: Question, part: Part) -> list[Text]:
    found: list[Text] = []
    if part.whole is None:
        found.append(_too_little(part))
        return found
    if question.kind is QuestionKind.MULTIPLE:
        found.append(
            _("Several answers could be chosen, so the shares may add up to more than all.")
        )
    if question.kind is QuestionKind.RANKING:
        found.append(_("The share who put each one first."))
    if _is_weak(part.whole):
        found.append(_("Unsure figures: few have answered, or the interval is wide."))
    if part.apart:
        found.append(APART[part.apart])
    return found


def _too_little(part: Part) -> str:
    if not part.answers:
        return _("Days are not drawn. They are in the file of answers.")
    return _("Too few have answered for the answers to be shown.")


def _is_weak(line: Line) -> bool:
    ends = zip(line.lower, line.upper, strict=True)
    return bool(line.lower) and (
        line.n < WEAK or any(upper - lower > 2 * WIDE for lower, upper in ends)
    )


def _language() -> str:
    return (get_language() or "sv")[:2]
