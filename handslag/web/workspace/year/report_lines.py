"""The lines of a report in words, the same on the page and on paper."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from handslag.core.deadlines import Basis, Deadline
from handslag.domain.promises.rules.verdicts import GOOD, tally
from handslag.domain.promises.rules.words import Verdict
from handslag.domain.year.rules.report import About, Figure, Item, Report
from handslag.web.answers import capital, joined, number
from handslag.web.targets import NUMBERED, aimed_at, in_words, said
from handslag.web.ui.marks import VERDICTS
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.text import Text
from handslag.web.words.year import REACHED, named


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `verdict`: a code with a shape; `standing`: the same or more in words."""

    on: date | None
    text: str
    detail: str = ""
    standing: str = ""
    verdict: str = ""
    figures: tuple[str, ...] = ()
    path: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report."""

    key: str
    heading: Text
    nothing: Text
    lines: tuple[Line, ...]


def sections_of(report: Report) -> list[Section]:
    """Decided, done, measured, and what is late and comes."""
    return [
        Section(
            "decided",
            _("Decided"),
            _("No decision of the year is written down."),
            _lines(report.decided),
        ),
        Section(
            "done",
            pgettext("report", "Done"),
            _("Nothing that was done in the year is written down."),
            _lines(report.done),
        ),
        Section(
            "measured",
            _("Measured"),
            _("Nothing was measured in the year, as far as is written down."),
            _lines(report.measured),
        ),
        Section(
            "next",
            pgettext("report", "Next"),
            _("Nothing is due in the coming twelve months."),
            (*_lines(report.late, is_late=True), *_lines(report.coming)),
        ),
    ]


def answer_of(report: Report) -> str:
    """The report in two or three sentences."""
    decided, done = len(report.decided), len(report.done)
    decisions = ngettext(
        "%(count)s decision in %(year)s.", "%(count)s decisions in %(year)s.", decided
    ) % {"count": number(decided), "year": report.year}
    deeds = ngettext("One thing is done.", "%(count)s things are done.", done) % {
        "count": number(done)
    }
    said_ = [capital(decisions), capital(deeds)]
    counts = tally(
        Verdict(one.code) for one in report.measured if one.about is About.PROMISE
    )
    if counts.total:
        said_.append(_promises(counts.total, counts.of(*GOOD), counts.of(Verdict.NOT_KEPT)))
    late = len(report.late)
    if late:
        words = ngettext("One thing is late.", "%(count)s things are late.", late)
        said_.append(capital(words % {"count": number(late)}))
    return " ".join(said_)


def _promises(total: int, kept: int, broken: int) -> str:
    parts = [
        ngettext("%(count)s is kept", "%(count)s are kept", kept) % {"count": number(kept)}
    ]
    if broken:
        words = ngettext("%(count)s is not kept", "%(count)s are not kept", broken)
        parts.append(words % {"count": number(broken)})
    opening = ngettext("Of %(count)s promise", "Of %(count)s promises", total)
    return f"{opening % {'count': number(total)}} {joined(parts)}."


def _lines(items: Iterable[Item], *, is_late: bool = False) -> tuple[Line, ...]:
    return tuple(_line(item, is_late=is_late) for item in items)


def _line(item: Item, *, is_late: bool) -> Line:
    is_promise = item.about is About.PROMISE
    standing = ""
    if is_promise:
        standing = str(VERDICTS[item.code].word)
    elif item.about is About.GOAL:
        standing = str(REACHED.get(item.code, ""))
    elif is_late:
        standing = _("Late")
    return Line(
        on=item.on,
        text=_TEXTS.get(item.about, _as_it_is)(item),
        detail=item.detail,
        standing=standing,
        verdict=item.code if is_promise else "",
        figures=tuple(filter(None, map(_figure, item.figures))),
        path=item.path,
        is_late=is_late,
    )


def _as_it_is(item: Item) -> str:
    return item.text


def _picture(item: Item) -> str:
    return _("Picture, version %(number)s: %(name)s") % {
        "number": item.count,
        "name": item.text,
    }


def _progress(item: Item) -> str:
    words = ngettext(
        "%(name)s: reported once", "%(name)s: reported %(count)s times", item.count or 0
    )
    return words % {"name": item.text, "count": item.count}


def _named(pattern: Callable[[], str]) -> Callable[[Item], str]:
    return lambda item: pattern() % {"name": item.text}


def _deadline(item: Item) -> str:
    day = item.on or date.min
    return named(Deadline(item.code, day, Basis.LAW, 0, item.text, item.path))


_TEXTS: Mapping[About, Callable[[Item], str]] = {
    About.PICTURE: _picture,
    About.PLAN: _named(lambda: _("Plan: %(name)s")),
    About.AGREEMENT: _named(lambda: _("Agreement: %(name)s")),
    About.PROMISES: _named(lambda: _("Promises: %(name)s")),
    About.MEETING: _named(lambda: _("%(name)s met")),
    About.FOLLOW_UP: _named(lambda: _("The plan was followed up: %(name)s")),
    About.PROGRESS: _progress,
    About.DEADLINE: _deadline,
}


def _figure(figure: Figure) -> str:
    """ "4 av minst 4 trygghetsvandringar", or what was aimed at without a number."""
    has_goal = figure.low is not None or figure.op not in NUMBERED
    if figure.done is None:
        return in_words(figure) if has_goal else ""
    if not has_goal:
        return f"{said(figure.done)} {figure.unit}".strip()
    if figure.op in NUMBERED:
        return f"{said(figure.done)} {aimed_at(figure, figure.needed)}"
    return f"{in_words(figure)}: {said(figure.done)}"


def on_paper(report: Report) -> dict[str, object]:
    """The report as the paper takes it: words alone."""
    note = _("Made-up example: none of this has happened.") if report.is_example else ""
    return {
        "title": _("Crime prevention in %(year)s: report to the assembly")
        % {"year": report.year},
        "author": report.municipality,
        "kicker": report.municipality,
        "answer": answer_of(report),
        "note": note,
        "language": (get_language() or "sv")[:2],
        "region": "SE",
        "foot": _("%(municipality)s · as it stood on %(day)s")
        % {"municipality": report.municipality, "day": swedish_date(report.as_of)},
        "introduction": [
            one.strip() for one in report.introduction.split("\n") if one.strip()
        ],
        "sections": [
            {
                "heading": str(section.heading),
                "nothing": str(section.nothing),
                "items": [_item(line) for line in section.lines],
            }
            for section in sections_of(report)
        ],
    }


def _item(line: Line) -> dict[str, object]:
    return {
        "on": swedish_date(line.on),
        "text": line.text,
        "detail": line.detail,
        "standing": line.standing,
        "figures": list(line.figures),
        "late": line.is_late,
    }
