"""The figures of a question as they are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handslag.domain.surveys.figures import Before, Figures, Grouped, Line, Part
from handslag.domain.surveys.figures.released import Released
from handslag.domain.surveys.rules import Question, QuestionKind, Questionnaire, said
from handslag.web.ui import answered
from handslag.web.ui.answered import SURE, Answer, Row, Value
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.numbers import number, percent
from handslag.web.words.results import (
    APART,
    FLAGS,
    GROUPINGS,
    METHODS,
    NOT_COMPARED,
    NOT_DIVIDED,
)
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
    how: str  # who they are, and how sure that makes the figures
    changes: Sequence[str]  # since the wave before, those that are no chance
    notes: Sequence[Text]
    drawing: Drawing


def shown(
    asked: Questionnaire,
    figures: Figures,
    grouped: Grouped | None,
    why_hidden: str,
    *,
    groups_only: bool = False,
) -> list[Shown]:
    """Every question that was counted, in its order, divided as was asked for."""
    return [
        _shown(question, part, figures, grouped, why_hidden, groups_only=groups_only)
        for part in figures.parts
        if (question := asked.question(part.question)) is not None
    ]


def _shown(
    question: Question,
    part: Part,
    figures: Figures,
    grouped: Grouped | None,
    why_hidden: str,
    *,
    groups_only: bool,
) -> Shown:
    language = _language()
    rows = {one.key: said(one.words, language) for one in question.rows}
    title = said(question.words, language)
    return Shown(
        key="-".join(one for one in (part.question, part.row) if one),
        title=title,
        row=rows.get(part.row, ""),
        base=_who_answered(part) if part.asked else "",
        how=_how(figures, part),
        changes=list(_changes(question, part)),
        notes=list(_notes(question, part)),
        drawing=_drawing(
            question, part, grouped, title, why_hidden, groups_only=groups_only
        ),
    )


def _how(figures: Figures, part: Part) -> str:
    """How they were chosen, how many of those who were asked answered, and how much the
    answers are worth."""
    if part.whole is None:
        return ""
    if not figures.is_sample:
        return _("Whoever wanted to has answered: no sample, and no interval.")
    language = _language()
    said_ = _("Random sample.")
    if figures.invited:
        rate = percent(figures.n / figures.invited, language=language)
        said_ += " " + _("%(rate)s of those drawn answered the survey.") % {"rate": rate}
    if part.whole.effective_n:
        n = number(round(part.whole.effective_n), 0, language=language)
        said_ += " " + _("With the weights as sure as %(n)s equal answers.") % {"n": n}
    return said_


def _changes(question: Question, part: Part) -> Iterator[str]:
    """Each answer that more or fewer give than last time, when that is no chance."""
    before = part.before
    if before is None or part.whole is None or question.kind is QuestionKind.NUMBER:
        return
    language = _language()
    names = {one.key: said(one.words, language) for one in question.options}
    for at, key in enumerate(part.answers):
        way = _way(before.difference[at], before.p[at])
        if not way:
            continue
        points = (before.difference[at], before.lower[at], before.upper[at])
        by, lower, upper = (number(100 * one, 0, language=language) for one in points)
        sentence = (
            _(
                "More than last time: %(answer)s, %(now)s against %(then)s. The difference"
                " is %(by)s percentage points, between %(lower)s and %(upper)s."
            )
            if way > 0
            else _(
                "Fewer than last time: %(answer)s, %(now)s against %(then)s. The difference"
                " is %(by)s percentage points, between %(lower)s and %(upper)s."
            )
        )
        yield sentence % {
            "answer": names.get(key, ""),
            "now": percent(part.whole.values[at], language=language),
            "then": percent(before.values[at], language=language),
            "by": by,
            "lower": lower,
            "upper": upper,
        }


def _drawing(
    question: Question,
    part: Part,
    grouped: Grouped | None,
    title: str,
    why_hidden: str,
    *,
    groups_only: bool,
) -> Drawing:
    if part.whole is None:
        return Drawing("")
    language = _language()
    names = {one.key: said(one.words, language) for one in question.options}
    by = part.by.get(grouped.what, ()) if grouped else ()
    names_of_groups = [said(one.words, language) for one in grouped.groups] if by else []  # type: ignore[union-attr]
    draw = answered.groups if groups_only else answered.drawn
    return draw(
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
                line.lower[at] if line.lower and is_there else None,
                line.upper[at] if line.upper and is_there else None,
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


def _who_answered(part: Part) -> str:
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
    if part.before and not any(one < SURE for one in part.before.p):
        found.append(
            _("Nothing has changed for certain since last time: it may all be chance.")
        )
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


def method(figures: Figures) -> list[Text]:
    """How it was counted, sentence by sentence."""
    found: list[Text] = [METHODS[figures.method]]
    if figures.is_sample:
        if figures.people:
            found.append(
                _("The answers stand for %(n)s inhabitants.")
                % {"n": number(figures.people, 0, language=_language())}
            )
        found.append(
            _("With the weights they are as sure as %(n)s equally weighted answers.")
            % {"n": number(round(figures.effective_n), 0, language=_language())}
        )
        found.append(
            _(
                "The interval covers the true value in 95 cases of 100. It does not cover"
                " that some did not answer at all."
            )
        )
        found.append(
            _(
                "A difference is marked when chance gives as large a one in less than five"
                " questionnaires of a hundred, all comparisons taken together."
            )
        )
    found += [FLAGS[one] for one in figures.flags if one in FLAGS]
    found.append(
        _(
            "Do not compare with the national survey (NTU) or the survey of the police:"
            " they ask at another time, in another way, and of other areas."
        )
    )
    return found


@dataclass(frozen=True, slots=True)
class InPublic:
    """A release as it is read: each question, all together and divided."""

    answer: str
    not_compared: Text  # why there is nothing beside the wave before
    questions: Sequence[tuple[Shown, Sequence[Drawing]]]
    method: Sequence[Text]


def in_public(released: Released) -> InPublic:
    """The tables of a release, all of them at once: there is nothing to choose."""
    figures = released.figures
    hidden = _("not shown, so that nobody can be told apart")
    plain = shown(released.asked, figures, None, hidden)
    divided = [
        shown(released.asked, figures, one, hidden, groups_only=True)
        for one in figures.groupings
    ]
    return InPublic(
        answer=_in_public_answer(figures),
        not_compared=NOT_COMPARED.get(figures.not_compared, ""),
        questions=[
            (
                _with_gaps(one, released, at),
                [by[at].drawing for by in divided if by[at].drawing],
            )
            for at, one in enumerate(plain)
        ],
        method=[
            *method(figures),
            _(
                "Groups of fewer than 30 are not shown, nor what would give them back. That"
                " is not the same as 0 %, and not the same as that nobody was asked."
            ),
        ],
    )


def _with_gaps(one: Shown, released: Released, at: int) -> Shown:
    """With a word of each division that the question is not shown in."""
    part = released.figures.parts[at]
    question = released.asked.question(part.question)
    if part.whole is None or question is None or question.background is not None:
        return one
    gaps = [
        NOT_DIVIDED[group.what]
        for group in released.figures.groupings
        if group.what not in part.by
    ]
    return replace(one, notes=[*one.notes, *gaps])


def _in_public_answer(figures: Figures) -> str:
    language = _language()
    n = number(figures.n, 0, language=language)
    if not figures.is_sample:
        return _("%(n)s wanted to answer. They are no sample of all inhabitants.") % {
            "n": n
        }
    return _("%(n)s of %(all)s who were drawn by chance answered, %(share)s.") % {
        "n": n,
        "all": number(figures.invited, 0, language=language),
        "share": percent(figures.n / figures.invited if figures.invited else 1),
    }


def _language() -> str:
    return (get_language() or "sv")[:2]
