"""What a plan measures and how far it has come, in sentences."""

from collections.abc import Collection, Hashable, Sequence
from datetime import date
from decimal import Decimal
from string import ascii_uppercase
from typing import Protocol

from django.utils.translation import get_language, ngettext, npgettext
from django.utils.translation import gettext as _

from handslag.domain.plans.rules.measuring import Progress, Results
from handslag.web.answers import capital, joined, number
from handslag.web.ui import numbers
from handslag.web.ui.templatetags.ui import swedish_date


class Yardstick(Protocol):
    """What is measured, stored or published."""

    @property
    def unit(self) -> str: ...
    @property
    def baseline(self) -> Decimal | None: ...
    @property
    def baseline_stated(self) -> str: ...
    @property
    def target(self) -> Decimal | None: ...
    @property
    def by(self) -> date | None: ...


def how_it_stands(progress: Progress, problems: int) -> tuple[str, str]:
    """ "Planen har sju åtgärder mot tre problem." and "Fyra pågår, en är klar."."""
    first = ngettext(
        "The plan has %(measures)s against %(n)s problem.",
        "The plan has %(measures)s against %(n)s problems.",
        problems,
    ) % {"measures": measures(progress.total), "n": number(problems)}
    return first, _how_far(progress)


def measures(count: int) -> str:
    """Seven measures."""
    return ngettext("one measure", "%(n)s measures", count) % {"n": number(count)}


def _how_far(progress: Progress) -> str:
    if not progress.total:
        return ""
    if progress.planned == progress.total:
        return npgettext(
            "measures",
            "It has not begun yet.",
            "None of them has begun yet.",
            progress.total,
        )
    parts = [
        ngettext("one is done", "%(n)s are done", progress.done)
        % {"n": number(progress.done)}
        if progress.done
        else "",
        ngettext("one is under way", "%(n)s are under way", progress.under_way)
        % {"n": number(progress.under_way)}
        if progress.under_way
        else "",
        ngettext("one has not begun", "%(n)s have not begun", progress.planned)
        % {"n": number(progress.planned)}
        if progress.planned
        else "",
        ngettext("one is stopped", "%(n)s are stopped", progress.stopped)
        % {"n": number(progress.stopped)}
        if progress.stopped
        else "",
    ]
    return capital(joined([one for one in parts if one])) + "."


def what_was_reached(results: Results) -> str:
    """ "Two goals are reached, one is not. One was not measured."."""
    known = [
        ngettext("%(n)s goal is reached", "%(n)s goals are reached", results.reached)
        % {"n": number(results.reached)}
        if results.reached
        else "",
        ngettext(
            "%(n)s goal is reached in part",
            "%(n)s goals are reached in part",
            results.partly,
        )
        % {"n": number(results.partly)}
        if results.partly
        else "",
        ngettext("%(n)s goal is not reached", "%(n)s goals are not reached", results.missed)
        % {"n": number(results.missed)}
        if results.missed
        else "",
    ]
    said = joined([one for one in known if one])
    silent = (
        ngettext(
            "%(n)s goal was not measured.",
            "%(n)s goals were not measured.",
            results.unknown,
        )
        % {"n": number(results.unknown)}
        if results.unknown
        else ""
    )
    return " ".join(
        one for one in (capital(said) + "." if said else "", capital(silent)) if one
    )


def yardstick(one: Yardstick) -> str:
    """From 40 to 30 events a year, by 31 December 2027."""
    now, target = figure(one.baseline), figure(one.target)
    facts = {
        "now": now or one.baseline_stated,
        "target": target,
        "unit": one.unit if now or target else "",
    }
    if facts["now"] and target:
        said = _("from %(now)s to %(target)s %(unit)s") % facts
    elif target:
        said = _("to %(target)s %(unit)s") % facts
    elif facts["now"]:
        said = _("now: %(now)s %(unit)s") % facts
    else:
        return _("no value to reach yet")
    said = said.strip()
    if one.by is None:
        return said
    return _("%(change)s, by %(day)s") % {"change": said, "day": swedish_date(one.by)}


def figure(value: Decimal | None) -> str:
    """A number as it is read, or nothing."""
    if value is None:
        return ""
    return numbers.number(value, language=(get_language() or "sv")[:2])


def answers(causes: Sequence[Hashable], mine: Collection[Hashable]) -> str:
    """ "Svarar mot orsak A och C.": the letters are those of the list of causes."""
    named = [_letter(nr) for nr, one in enumerate(causes) if one in mine]
    if not named:
        return ""
    if len(named) == len(causes) > 1:
        return _("Answers all the causes.")
    return ngettext(
        "Answers cause %(letters)s.", "Answers causes %(letters)s.", len(named)
    ) % {"letters": joined(named)}


def _letter(nr: int) -> str:
    """A to Z, then AA and on, as a browser letters a list."""
    rounds, rest = divmod(nr, len(ascii_uppercase))
    return (ascii_uppercase[rounds - 1] if rounds else "") + ascii_uppercase[rest]


def between(starts: date | None, ends: date | None) -> str:
    """From one day to another, as far as they are known."""
    if starts and ends:
        return _("%(first)s to %(last)s") % {
            "first": swedish_date(starts),
            "last": swedish_date(ends),
        }
    if ends:
        return _("until %(day)s") % {"day": swedish_date(ends)}
    return _("from %(day)s") % {"day": swedish_date(starts)} if starts else ""
