"""What was answered, drawn: a bar with its interval for each answer, and the table.

Pages of many questions in many groups are thousands of cells: they are written here as
text at once, and everything that comes from outside is escaped.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from handslag.web.ui.charts import share_bar
from handslag.web.ui.drawing import Drawing, words
from handslag.web.ui.numbers import number, percent

SURE = 0.05


@dataclass(frozen=True, slots=True)
class Value:
    """One share or mean; without bounds there is no interval, None is not shown."""

    value: float | None
    lower: float | None = None
    upper: float | None = None
    # How it differs from what it is compared with, when that is no chance: 1, -1 or 0.
    way: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a question, of everybody; and what it was the wave before."""

    label: str
    value: Value
    before: float | None = None
    change: Value | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One group: how many answered, and each answer; no values when it is not shown."""

    label: str
    n: int | None
    values: Sequence[Value] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """All that is drawn of a question. `is_mean`: numbers, not shares."""

    key: str
    title: str
    answers: Sequence[Answer]
    rows: Sequence[Row] = ()
    group: str = ""
    is_mean: bool = False
    unit: str = ""
    why_hidden: str = ""
    # Looked up once: a page of forty questions in twenty groups has thousands of figures.
    language: str = field(default_factory=lambda: (get_language() or "sv")[:2])


def drawn(question: Question) -> Drawing:
    """The bars, the table of the same, and the table of groups."""
    bars = "" if question.is_mean else _bars(question)
    return Drawing(f"<figure>{bars}{_table(question)}</figure>{_groups(question)}")


def groups(question: Question) -> Drawing:
    """The table of groups alone."""
    return Drawing(_groups(question))


def _bars(question: Question) -> str:
    lines = "".join(
        f'<li class="share"><span class="words"><span>{words(one.label)}</span>'
        f"<b>{_said(one.value, question)}</b></span>{_bar(one.value)}</li>"
        for one in question.answers
    )
    return f'<ul class="shares">{lines}</ul>'


def _bar(value: Value) -> str:
    share = value.value
    if share is None:
        return '<svg viewBox="0 0 272 22" aria-hidden="true"></svg>'
    if value.lower is None or value.upper is None:
        filled = f"{272 * min(max(share, 0), 1):.1f}"
        return (
            '<svg viewBox="0 0 272 22" preserveAspectRatio="none" aria-hidden="true">'
            '<rect class="track" y="2" width="272" height="8"/>'
            f'<rect class="fill" y="2" width="{filled}" height="8"/></svg>'
        )
    return share_bar(share, value.lower, value.upper)


def _table(question: Question) -> str:
    is_sample = any(one.value.lower is not None for one in question.answers)
    has_before = any(one.before is not None for one in question.answers)
    heads = [_("Mean") if question.is_mean else pgettext("results", "Share")]
    if is_sample:
        heads.append(pgettext("results", "Between"))
    if has_before:
        heads += [_("Last time"), _("Change since then")]
    cells = "".join(
        f'<th scope="col" class="num">{words(one)}</th>' for one in ("", *heads) if one
    )
    body = "".join(
        _answer_row(one, question, is_sample=is_sample, has_before=has_before)
        for one in question.answers
    )
    table = (
        f"<table><caption>{words(question.title)}</caption><thead><tr>"
        f'<th scope="col">{words(pgettext("results", "Answer"))}</th>{cells}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
    scroll = (
        '<div class="scroll" role="region" tabindex="0"'
        f' aria-label="{words(question.title)}">{table}</div>'
    )
    if question.is_mean:
        return scroll
    shown = words(_("Show as a table"))
    return f"<figcaption><details><summary>{shown}</summary>{scroll}</details></figcaption>"


def _answer_row(
    one: Answer, question: Question, *, is_sample: bool, has_before: bool
) -> str:
    cells = [_said(one.value, question)]
    if is_sample:
        cells.append(_between(one.value, question))
    if has_before:
        cells.append(_figure(one.before, question))
        cells.append(_changed(one.change, question))
    row = "".join(f'<td class="num">{cell}</td>' for cell in cells)
    return f'<tr><th scope="row">{words(one.label)}</th>{row}</tr>'


def _groups(question: Question) -> str:
    if not question.rows:
        return ""
    heads = "".join(
        f'<th scope="col" class="num">{words(one.label)}</th>' for one in question.answers
    )
    body = "".join(_group_row(one, question) for one in question.rows)
    name = f"{question.title}: {question.group}"
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{words(name)}">'
        f'<table class="groups"><caption>{words(question.group)}</caption><thead><tr>'
        f'<th scope="col">{words(pgettext("results", "Group"))}</th>'
        f'<th scope="col" class="num">{words(pgettext("results", "Answers"))}</th>{heads}'
        f"</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _group_row(row: Row, question: Question) -> str:
    head = f'<tr><th scope="row">{words(row.label)}</th>'
    if row.n is None:
        span = len(question.answers) + 1
        why = words(question.why_hidden)
        return f'{head}<td class="num hidden" colspan="{span}">{why}</td></tr>'
    cells = "".join(_group_cell(one, question) for one in row.values)
    return f'{head}<td class="num">{_number(row.n, question.language)}</td>{cells}</tr>'


def _group_cell(value: Value, question: Question) -> str:
    if value.value is None:
        return f'<td class="num hidden">{words(question.why_hidden)}</td>'
    between = ""
    if value.lower is not None:
        between = f'<span class="between">{_between(value, question)}</span>'
    return f'<td class="num">{_way(value.way)}{_said(value, question)}{between}</td>'


def _way(way: int) -> str:
    if not way:
        return ""
    said = _("higher than all:") if way > 0 else _("lower than all:")
    return f'{_sign(way)}<span class="unseen">{words(said)} </span>'


def _said(value: Value, question: Question) -> str:
    if value.value is None:
        return words(question.why_hidden)
    return _figure(value.value, question)


def _figure(value: float | None, question: Question) -> str:
    if value is None:
        return "–"
    language = question.language
    if question.is_mean:
        unit = f" {words(question.unit)}" if question.unit else ""
        return number(value, 1, language=language) + unit
    return _percent(round(value * 1000), language)


def _between(value: Value, question: Question) -> str:
    if value.lower is None or value.upper is None:
        return "–"
    language = question.language
    if question.is_mean:
        ends = [number(one, 1, language=language) for one in (value.lower, value.upper)]
        return "–".join(ends)
    return _percents(round(value.lower * 1000), round(value.upper * 1000), language)


def _changed(value: Value | None, question: Question) -> str:
    """With how much, and whether that can be chance."""
    if value is None or value.value is None:
        return "–"
    language = question.language
    if question.is_mean:
        by = number(value.value, 1, language=language)
    else:
        by = _("%(by)s points") % {"by": number(100 * value.value, 0, language=language)}
    if value.lower is not None and value.upper is not None:
        times = 1 if question.is_mean else 100
        decimals = 1 if question.is_mean else 0
        ends = [
            number(times * one, decimals, language=language)
            for one in (value.lower, value.upper)
        ]
        by += " " + words(
            _("(%(lower)s to %(upper)s)") % {"lower": ends[0], "upper": ends[1]}
        )
    if not value.way:
        return f"{by}, {words(_('may be chance'))}"
    return f"{_sign(value.way)}{by}, {words(_('no chance'))}"


def _sign(way: int) -> str:
    kind, sign = ("up", "▲") if way > 0 else ("down", "▼")
    return f'<span class="way {kind}" aria-hidden="true">{sign}</span>'


@lru_cache(maxsize=4096)
def _percent(thousandths: int, language: str) -> str:
    return percent(thousandths / 1000, 0, language=language)


@lru_cache(maxsize=8192)
def _percents(least: int, most: int, language: str) -> str:
    return (
        f"{_percent(least, language).removesuffix('%').rstrip()}–{_percent(most, language)}"
    )


@lru_cache(maxsize=4096)
def _number(n: int, language: str) -> str:
    return number(n, 0, language=language)
