"""Whether something helped, seen in the numbers of an indicator."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from handslag.domain.analysis.figures.effects import Counted
from handslag.domain.analysis.rules import Beside, Part, Stage
from handslag.domain.analysis.rules.effects import Planned
from handslag.domain.analysis.rules.windows import periods_of
from handslag.domain.series.rules import Rhythm
from handslag.domain.series.rules.cells import LENGTHS
from handslag.statistics.verdicts import Desired, Measured, verdict
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.words.facts import Facts
from handslag.web.words.methods import Counted as CountedBox
from handslag.web.words.methods import counted as counted_box
from handslag.web.words.series import SOURCES
from handslag.web.words.verdicts import Told, told

_LONG: Mapping[Rhythm, object] = {
    Rhythm.MONTH: ngettext_lazy("%(n)s month", "%(n)s months", "n"),
    Rhythm.QUARTER: ngettext_lazy("%(n)s quarter", "%(n)s quarters", "n"),
    Rhythm.YEAR: ngettext_lazy("%(n)s year", "%(n)s years", "n"),
}


def long(rhythm: Rhythm, n: int) -> str:
    """So many of its periods, in words."""
    return str(_LONG[rhythm] % {"n": n})  # type: ignore[operator]


def named(rhythm: Rhythm, first: date, *, short: bool = False) -> str:
    """A period by its first day; `short` where there is little room."""
    if rhythm is Rhythm.MONTH:
        return date_words(first, "M Y" if short else "F Y")
    if rhythm is Rhythm.YEAR:
        return str(first.year)
    return _("Q%(n)s %(year)s") % {"n": (first.month + 2) // 3, "year": first.year}


def how_far(plan: Planned, found: Counted) -> str:
    """From the day when it begins."""
    names = {
        "n": number(len(found.after)),
        "all": long(plan.rhythm, found.months_after),
    }
    if found.stage is Stage.UNDER_WAY:
        come = _("%(n)s of %(all)s has been counted since it began.") % names
        early = _("It is too early to judge.")
        return f"{come} {early}"
    if found.waits:
        return (
            _("The time is over, but figures of only %(n)s of %(all)s have come.") % names
        )
    if not found.before:
        return _("Nothing is known from before it began.")
    return _broken(found) if found.is_broken else _("All figures have come.")


def _broken(found: Counted) -> str:
    return _(
        "It cannot be judged: something else is counted since %(day)s, so before and after"
        " are not alike."
    ) % {"day": swedish_date(found.breaks[0])}


def by_itself(found: Counted, result: Measured, desired: Desired) -> Told:
    """Without anything beside: whether it has changed, and not why. A period of each."""
    before, after = found.total(Part.AREA)
    facts = Facts(
        before=before / len(found.before),
        after=after / len(found.after),
        change=result.estimate,
        low=result.lower,
        high=result.upper,
        mde=result.mde,
    )
    return held_against_nothing(told(verdict(result, desired), facts))


def with_break(said: Told, found: Counted) -> Told:
    """With what has changed both here and in what it was held against."""
    if not found.breaks:
        return said
    also = _(
        "Since %(day)s something else is counted, here as there: read it with that in mind."
    ) % {"day": swedish_date(found.breaks[0])}
    return replace(said, text=f"{said.text} {also}")


def held_against_nothing(said: Told) -> Told:
    """With what a change that is certain does not say: why."""
    if said.key not in {"up", "down"}:
        return said
    why = _("It was held against nothing, so it may have other causes.")
    return replace(said, text=f"{said.text} {why}")


def box(plan: Planned, found: Counted) -> CountedBox:
    """How the verdict was reached."""
    periods = found.months
    method = "ratio of ratios" if found.is_compared else "conditional mid-p, overdispersed"
    ends = [named(plan.rhythm, one.month) for one in (*periods[:1], *periods[-1:])]
    return counted_box(
        method,
        n=sum(found.total(Part.AREA)) + sum(found.total(Part.COMPARISON)),
        period="–".join(ends),
        source=source_of(plan),
    )


def source_of(plan: Planned) -> str:
    """Who counts, untouched or divided here into own and the rest."""
    who = plan.attribution or (str(SOURCES[plan.source]) if plan.source else "")
    if plan.beside is Beside.NOTHING:
        return who
    return _("Calculated by Handslag with data from %(source)s") % {"source": who}


def when(plan: Planned) -> str:
    """The periods before and after."""
    span = periods_of(
        plan.begins, before=plan.before, after=plan.after, step=LENGTHS[plan.rhythm]
    )
    return _("%(before)s before %(from)s and %(after)s from %(resumes)s on") % {
        "before": long(plan.rhythm, plan.before),
        "after": long(plan.rhythm, plan.after),
        "from": named(plan.rhythm, span.begins),
        "resumes": named(plan.rhythm, span.resumes),
    }
