"""What a figure of an indicator says, in words and signs."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol

from django.utils.dateformat import format as date_words
from django.utils.translation import gettext as _

from handslag.domain.series.figures import Followed, Reading
from handslag.domain.series.rules import (
    STEP,
    Credit,
    Direction,
    Reached,
    Rhythm,
    Source,
    State,
    against_goal,
)
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.words.series import DIRECTIONS, SIGNS, SOURCES, STATES


def unit_of(one: Followed) -> str:
    """The unit as it is shown, with what it is divided by."""
    if not one.per:
        return one.unit
    facts = {"unit": one.unit, "n": number(one.per)}
    return _("%(unit)s per %(n)s inhabitants") % facts


def period_of(reading: Reading, rhythm: Rhythm) -> str:
    """The period in few letters: 2024, 2023–2024, March 2024."""
    first, last = reading.starts, reading.ends
    if rhythm is Rhythm.YEAR:
        return str(last.year)
    if rhythm is Rhythm.TWO_YEARS:
        return f"{first.year}–{last.year}"
    if rhythm is Rhythm.MONTH:
        return date_words(first, "M Y")
    return _("Q%(n)s %(year)s") % {"n": (first.month + 2) // 3, "year": first.year}


def amount(value: Decimal | float) -> str:
    """At most one decimal."""
    return number(rounded(value))


def rounded(value: Decimal | float) -> Decimal:
    """The number that is shown."""
    return Decimal(str(value)).quantize(Decimal("0.1"))


def sign_of(reading: Reading) -> str:
    """The number, or the sign of why there is none."""
    if reading.missing_year is not None:
        return SIGNS[State.MISSING]
    if reading.amount is not None:
        return amount(reading.amount)
    return SIGNS[reading.state]


def shown_state(reading: Reading) -> State:
    """The state as a code: what cannot be divided has no figure to show."""
    return State.MISSING if reading.missing_year is not None else reading.state


def state_of(reading: Reading) -> str:
    """The state in words, with what is preliminary."""
    if reading.missing_year is not None:
        facts = {"year": reading.missing_year}
        return _("the inhabitants of %(year)s are not held here") % facts
    said = str(STATES[reading.state])
    return _("%(state)s, preliminary") % {"state": said} if reading.is_preliminary else said


def last_said(one: Followed) -> str:
    """The latest period in a sentence, and the one before it: counts, and no verdict."""
    own = one.told.own
    if not own:
        return _("No values are held yet.")
    last = own[-1]
    facts = {
        "period": period_of(last, one.rhythm),
        "n": sign_of(last),
        "unit": unit_of(one),
        "state": state_of(last),
    }
    if last.amount is None:
        return _("%(period)s: %(state)s.") % facts
    before = next((was for was in reversed(own[:-1]) if was.amount is not None), None)
    said = _("%(period)s: %(n)s %(unit)s.") % facts
    if last.is_preliminary:
        said = _("%(period)s: %(n)s %(unit)s, preliminary.") % facts
    if before is None:
        return said
    then = {"period": period_of(before, one.rhythm), "n": sign_of(before)}
    return f"{said} {_('%(period)s: %(n)s.') % then}"


def goal_said(one: Followed) -> str:
    """The goal values, by day."""
    return " · ".join(
        f"{amount(goal.value)} ({swedish_date(goal.by)})" for goal in one.goals
    )


def standing_said(one: Followed, *, today: date) -> str:
    """How the latest figure stands against the goal that counts now; nothing where there
    is no goal or no figure."""
    known = one.told.known
    last = known[-1] if known else None
    if last is None or last.amount is None:
        return ""
    found = against_goal(one.direction, last.amount, one.goals, today=today)
    if found is None:
        return ""
    facts = {
        "goal": amount(found.goal.value),
        "day": swedish_date(found.goal.by),
        "n": amount(last.amount),
        "period": period_of(last, one.rhythm),
    }
    if one.direction is Direction.UP:
        aim = _("The goal is at least %(goal)s by %(day)s.") % facts
    elif one.direction is Direction.DOWN:
        aim = _("The goal is at most %(goal)s by %(day)s.") % facts
    else:
        aim = _("The goal is %(goal)s by %(day)s.") % facts
    return f"{aim} {_FATES[found.fate]() % facts}"


_FATES: Mapping[Reached, Callable[[], str]] = {
    Reached.REACHED: lambda: _("It is reached with %(n)s (%(period)s)."),
    Reached.NOT_YET: lambda: _("It is not reached yet: %(n)s (%(period)s)."),
    Reached.NOT_IN_TIME: lambda: _("It was not reached: %(n)s (%(period)s)."),
    Reached.NOT_JUDGED: lambda: _("The latest figure is %(n)s (%(period)s)."),
}


def direction_said(one: Followed) -> str:
    """Which way is good, and why."""
    way = f"{DIRECTIONS[one.direction]}."
    return f"{way} {one.direction_why}".strip()


def rounded_said(one: Followed) -> str:
    """What has been done to the figures before everyone may see them."""
    if not one.is_rounded:
        return ""
    return _(
        "So that no number points at anyone, fewer than %(n)s reports are not shown and the"
        " others are rounded to the nearest %(n)s."
    ) % {"n": STEP}


class Sourced(Protocol):
    """What comes from somewhere: a series, or an indicator with its figures."""

    @property
    def source(self) -> str: ...
    @property
    def attribution(self) -> str: ...


def source_of(one: Sourced) -> str:
    """Who is named under the figures of a series."""
    return one.attribution or str(SOURCES[Source(one.source)])


def attribution(one: Followed) -> str:
    """Whose figures these are. What was divided here is not said to be the source's."""
    source = source_of(one)
    if one.told.credit is Credit.DERIVED:
        return _("Calculated by Handslag with data from %(source)s") % {"source": source}
    return _("Source: %(source)s") % {"source": source}
