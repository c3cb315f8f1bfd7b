"""What has been reported of sets, read as plain rows: two queries, however many there are.

Only what a page shows is fetched, and no models are made of it: a page of a
set is read far more often than it changes.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django.db.models import QuerySet

from handslag.core.periods import stockholm_day
from handslag.domain.promises.models import Outcome, ProgressEntry


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing done for a promise. Ids are public."""

    promise: str
    target: str | None
    is_correction: bool
    day: date
    until: date | None
    amount: Decimal
    within: Decimal | None
    occasion: str
    in_part: bool
    note: str
    party: str
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """A published follow-up. `party` empty: the parties together."""

    pk: int
    planned: int | None
    due_on: date | None  # the day it was promised for
    period: str
    party_pk: int | None
    party: str
    party_kind: str
    forum: str
    summary: str
    published_at: datetime
    from_document: bool
    url: str

    @property
    def published_on(self) -> date | None:
        """The day we published it. None: it is somebody's page."""
        return None if self.from_document else stockholm_day(self.published_at)


@dataclass(frozen=True, slots=True)
class Said:
    """What a follow-up says of one promise, in whichever document's words."""

    report: Report
    promise: str  # public id of the promise it is about
    other_words: str  # as its document words the promise; empty for our own
    verdict: str
    result: str
    amount: Decimal | None
    reservation: str
    stated_status: str


# Naming the columns takes longer than the answer: done once, and narrowed each time.
@cache
def _entry_rows() -> QuerySet[ProgressEntry, tuple[Any, ...]]:
    return ProgressEntry.objects.values_list(
        *("promise__set", "promise__public_id", "target__public_id", "corrects"),
        *("day", "until", "amount", "within", "occasion", "in_part", "note"),
        *("organisation__name", "entered_at"),
    )


@cache
def _outcome_rows() -> QuerySet[Outcome, tuple[Any, ...]]:
    return (
        Outcome.objects.filter(follow_up__published_at__isnull=False)
        .order_by("-follow_up__position", "-follow_up__pk")
        .values_list(
            *("follow_up__set", "follow_up", "follow_up__planned"),
            *("follow_up__planned__due_on", "follow_up__period_stated"),
            *("follow_up__party", "follow_up__party__name", "follow_up__party__kind"),
            *("follow_up__forum", "follow_up__summary", "follow_up__published_at"),
            *("follow_up__document", "follow_up__document__url"),
            *("promise__public_id", "promise__same_as__public_id", "promise__text"),
            *("verdict", "result", "amount", "reservation", "stated_status"),
        )
    )


def entries(sets: Iterable[int]) -> defaultdict[int, list[Entry]]:
    """The progress log by set, in the order of its days. One query."""
    found: defaultdict[int, list[Entry]] = defaultdict(list)
    rows = _entry_rows().filter(promise__set__in=list(sets))
    for set_, promise, target, corrects, *rest in rows:
        towards = None if target is None else str(target)
        found[set_].append(Entry(str(promise), towards, corrects is not None, *rest))
    return found


def said_of(sets: Iterable[int]) -> defaultdict[int, list[Said]]:
    """What published follow-ups say, by set, the latest first. One query."""
    found: defaultdict[int, list[Said]] = defaultdict(list)
    reports: dict[int, Report] = {}
    for set_, *row in _outcome_rows().filter(follow_up__set__in=list(sets)):
        report = reports.setdefault(row[0], _report(row))
        found[set_].append(_said(report, row[12:]))
    return found


def _report(row: Sequence[Any]) -> Report:
    pk, planned, due_on, period, party_pk, party, kind, forum, summary, *page = row[:12]
    published_at, document, url = page
    return Report(
        pk=pk,
        planned=planned,
        due_on=due_on,
        period=period,
        party_pk=party_pk,
        party=party or "",
        party_kind=kind or "",
        forum=forum,
        summary=summary,
        published_at=published_at,
        from_document=document is not None,
        url=url or "",
    )


def _said(report: Report, row: Sequence[Any]) -> Said:
    promise, same_as, text, verdict, result, amount, reservation, status = row
    return Said(
        report=report,
        promise=str(same_as or promise),
        # Never the working text of our own promise: it may not be approved yet.
        other_words=text if same_as else "",
        verdict=verdict,
        result=result or "",
        amount=amount,
        reservation=reservation,
        stated_status=status or "",
    )
