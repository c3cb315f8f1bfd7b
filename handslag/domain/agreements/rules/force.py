"""Whether an agreement holds on a day: its period, prolonged by its own words. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from handslag.core.deadlines import months_after
from handslag.domain.agreements.rules.words import Prolongation

ONE_DAY = timedelta(days=1)
WARN_MONTHS = 6


class Force(StrEnum):
    """How it stands with an agreement on a day."""

    NOT_BEGUN = "not_begun"
    IN_FORCE = "in_force"
    PROLONGED = "prolonged"
    RUN_OUT = "run_out"
    REPLACED = "replaced"
    ENDED_EARLY = "ended_early"


HOLDS = frozenset({Force.IN_FORCE, Force.PROLONGED})
OVER = frozenset({Force.RUN_OUT, Force.REPLACED, Force.ENDED_EARLY})


class Caution(StrEnum):
    """What should make somebody think of a new agreement."""

    RAN_OUT = "ran_out"
    RUNS_OUT = "runs_out"
    PROLONGS = "prolongs"
    PROLONGED = "prolonged"


@dataclass(frozen=True, slots=True)
class Term:
    """The days of an agreement. All are inclusive but `replaced_from`.

    `replaced_from` is the first day of the agreement that came after it.
    """

    starts: date | None
    ends: date | None
    prolongation: Prolongation = Prolongation.NONE
    months: int | None = None
    ended_on: date | None = None
    replaced_from: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands, the first day of that, and the last day of it as far as is known.

    For what is over, `until` is the last day that it held.
    """

    force: Force
    since: date | None
    until: date | None

    @property
    def holds(self) -> bool:
        return self.force in HOLDS

    @property
    def is_over(self) -> bool:
        return self.force in OVER


def in_force(term: Term, today: date) -> bool:
    """Does the agreement hold on this day?"""
    return standing(term, today).holds


def standing(term: Term, today: date) -> Standing:
    """How it stands on a day."""
    over = _over(term, today)
    if over is not None:
        return over
    last = _last_day(term)[0]
    if term.starts is not None and today < term.starts:
        return Standing(Force.NOT_BEGUN, None, term.ends)
    if term.ends is None or today <= term.ends:
        return Standing(Force.IN_FORCE, term.starts, _first(term.ends, last))
    since = term.ends + ONE_DAY
    return Standing(Force.PROLONGED, since, _first(stretch_end(term, today), last))


def stretch_end(term: Term, today: date) -> date | None:
    """The last day of the present prolongation, when it goes by months at a time."""
    if term.prolongation is not Prolongation.BY_MONTHS or term.ends is None:
        return None
    months, first, times = term.months or 1, term.ends + ONE_DAY, 1
    while (last := months_after(first, times * months) - ONE_DAY) < today:
        times += 1
    return last


def _first(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _over(term: Term, today: date) -> Standing | None:
    last, why = _last_day(term)
    if last is None or today <= last:
        return None
    if term.starts is not None and last < term.starts:
        # Replaced or ended before it began: it never held.
        return Standing(why, last + ONE_DAY, None)
    return Standing(why, last + ONE_DAY, last)


def _last_day(term: Term) -> tuple[date | None, Force]:
    """The last day that it can hold, and what ends it then. None: nothing ends it."""
    found: list[tuple[date, Force]] = []
    if term.ends is not None and term.prolongation is Prolongation.NONE:
        found.append((term.ends, Force.RUN_OUT))
    if term.ended_on is not None:
        found.append((term.ended_on, Force.ENDED_EARLY))
    if term.replaced_from is not None:
        found.append((term.replaced_from - ONE_DAY, Force.REPLACED))
    return min(found, key=lambda one: one[0], default=(None, Force.RUN_OUT))


def renew_by(term: Term, today: date) -> date | None:
    """The day by which a new one should be there. None: nothing presses.

    One that ran out presses until it is replaced; one that is prolonged until
    further notice by its own words no longer does.
    """
    if term.ended_on is not None or term.replaced_from is not None:
        return None
    now = standing(term, today)
    if now.force is Force.PROLONGED:
        return now.until
    return term.ends


def caution(term: Term, today: date) -> Caution | None:
    """What to tell those who keep the agreement, half a year ahead."""
    now, due = standing(term, today), renew_by(term, today)
    if now.force is Force.PROLONGED and term.replaced_from is None:
        return Caution.PROLONGED if term.ended_on is None else None
    if due is None or now.force is Force.NOT_BEGUN:
        return None
    if now.force is Force.RUN_OUT:
        return Caution.RAN_OUT
    if months_after(today, WARN_MONTHS) < due:
        return None
    none = term.prolongation is Prolongation.NONE
    return Caution.RUNS_OUT if none else Caution.PROLONGS


def follow_up_due(
    term: Term,
    *,
    last: date | None,
    months: int,
    today: date,
    known_from: date | None = None,
) -> date | None:
    """The day by which it must be followed up. None: it does not hold, or has no days.

    `known_from`: of an older agreement nothing is known before that day, so what
    should have been done by then is not called late; the rhythm goes on after it.
    """
    if not in_force(term, today):
        return None
    begun = max((day for day in (term.starts, last) if day is not None), default=None)
    if begun is None:
        return None
    times = 1
    while (due := months_after(begun, times * months)) < (known_from or date.min):
        times += 1
    return due
