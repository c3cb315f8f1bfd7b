"""The published sets of a municipality, for its own page and its archive."""

from dataclasses import dataclass
from datetime import date

from handslag.core.periods import Rule
from handslag.domain.promises.models import PromiseSet, SetSlug
from handslag.domain.promises.published.standing import (
    LastChange,
    SetStanding,
    standings,
)
from handslag.domain.promises.published.versions import may_be_indexed
from handslag.domain.promises.published.wording import PublishedWording, read
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.verdicts import Tally, tally

OPEN_ENDED = frozenset({Rule.OPEN, Rule.UNTIL_REPLACED})


@dataclass(frozen=True, slots=True)
class SetSummary:
    """One set in a list."""

    period: str
    wording: PublishedWording
    standing: SetStanding
    last_change: LastChange
    is_withdrawn: bool
    is_taken_over: bool
    may_be_indexed: bool

    @property
    def tally(self) -> Tally:
        return tally(one.verdict for one in self.standing.promises)

    @property
    def starts(self) -> date | None:
        return self.wording.period.starts


@dataclass(frozen=True, slots=True)
class Sets:
    """The sets of a municipality by where they stand in time, each the latest first."""

    current: tuple[SetSummary, ...]
    coming: tuple[SetSummary, ...]
    earlier: tuple[SetSummary, ...]

    @property
    def all(self) -> tuple[SetSummary, ...]:
        return (*self.coming, *self.current, *self.earlier)


def summaries(municipality: str, *, today: date) -> list[SetSummary]:
    """The published sets of a municipality, the latest first. Three queries."""
    rows = [
        (row, row.set, read(row.set.version.content))
        for row in SetSlug.objects.filter(
            municipality__slugs__slug=municipality,
            current=True,
            set__version__isnull=False,
        )
        .select_related("set__version")
        .order_by("-set__starts", "-set__pk")
        if row.set.version is not None
    ]
    stand = standings({set_.pk: wording for _, set_, wording in rows}, today=today)
    return [
        SetSummary(
            period=row.slug,
            wording=wording,
            standing=stand[set_.pk],
            last_change=_last_change(set_, stand[set_.pk]),
            is_withdrawn=set_.state == State.WITHDRAWN,
            is_taken_over=set_.taken_over_at is not None,
            may_be_indexed=may_be_indexed(set_),
        )
        for row, set_, wording in rows
    ]


def _last_change(set_: PromiseSet, standing: SetStanding) -> LastChange:
    published = LastChange(set_.changed_at or set_.made_at)
    return max(published, standing.last_change or published, key=lambda one: one.at)


def sets_of(municipality: str, *, today: date) -> Sets:
    """The published sets of a municipality: those that hold now, come, and are past."""
    found = summaries(municipality, today=today)
    coming = [one for one in found if one.starts and one.starts > today]
    current = [one for one in found if _holds(one, found, today)]
    rest = [one for one in found if one not in coming and one not in current]
    return Sets(tuple(current), tuple(coming), tuple(rest))


def _holds(one: SetSummary, others: list[SetSummary], today: date) -> bool:
    """Does the set hold today? An open-ended one does until a later one has begun."""
    if one.is_withdrawn or not one.wording.period.holds(today):
        return False
    if one.wording.period.ends is not None or one.wording.period.rule not in OPEN_ENDED:
        return True
    district = one.wording.district
    return not any(
        other.wording.district == district and _after(one, other, today) for other in others
    )


def _after(one: SetSummary, other: SetSummary, today: date) -> bool:
    first, second = one.starts, other.starts
    return first is not None and second is not None and first < second <= today
