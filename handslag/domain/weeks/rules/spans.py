"""The spans that a group draws a picture of: week, month, quarter, tertial, year. Pure."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class SpanKind(StrEnum):
    """How long a picture looks over (F5.4, F5.10)."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    YEAR = "year"


# How many months each is of; a week is of none.
MONTHS = {
    SpanKind.MONTH: 1,
    SpanKind.QUARTER: 3,
    SpanKind.TERTIAL: 4,
    SpanKind.YEAR: 12,
}
_LETTERS = {"v": SpanKind.WEEK, "k": SpanKind.QUARTER, "t": SpanKind.TERTIAL}
_ADDRESS = re.compile(r"(\d{4})(?:-(v|k|t)?(\d{1,2}))?", re.ASCII)
_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Span:
    """One span of time. Both days belong to it."""

    kind: SpanKind
    starts: date
    ends: date

    @property
    def days(self) -> int:
        return (self.ends - self.starts).days + 1

    @property
    def number(self) -> int:
        """Which week, month, quarter or tertial of its year; a year is its own number."""
        if self.kind is SpanKind.WEEK:
            return self.starts.isocalendar().week
        if self.kind is SpanKind.YEAR:
            return self.starts.year
        return (self.starts.month - 1) // MONTHS[self.kind] + 1

    @property
    def year(self) -> int:
        """A week belongs to the year that its Thursday lies in."""
        if self.kind is SpanKind.WEEK:
            return self.starts.isocalendar().year
        return self.starts.year

    @property
    def address(self) -> str:
        """As 2026-v09, 2026-03, 2026-k1, 2026-t1 and 2026."""
        marks = {
            SpanKind.WEEK: f"-v{self.number:02}",
            SpanKind.MONTH: f"-{self.number:02}",
            SpanKind.QUARTER: f"-k{self.number}",
            SpanKind.TERTIAL: f"-t{self.number}",
            SpanKind.YEAR: "",
        }
        return f"{self.year:04}{marks[self.kind]}"

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month in it; a week has none."""
        return tuple(_month(self.starts, step) for step in range(MONTHS.get(self.kind, 0)))

    def is_over(self, today: date) -> bool:
        return self.ends < today


def span_of(kind: SpanKind, day: date) -> Span:
    """The span of this kind that a day lies in."""
    if kind is SpanKind.WEEK:
        starts = day - timedelta(days=day.isoweekday() - 1)
        return Span(kind, starts, starts + timedelta(days=6))
    months = MONTHS[kind]
    first = (day.month - 1) // months * months + 1
    starts = day.replace(month=first, day=1)
    return Span(kind, starts, _month(starts, months) - timedelta(days=1))


def before(span: Span) -> Span:
    """The one of the same kind just before."""
    return span_of(span.kind, span.starts - timedelta(days=1))


def latest_over(kind: SpanKind, today: date) -> Span:
    """The latest one of its kind that has ended."""
    return before(span_of(kind, today))


def span_at(address: str) -> Span | None:
    """The span with this address, or nothing. Only the one right spelling is known."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return None
    year, letter, number = found.groups()
    try:
        span = _spelled(int(year), letter or "", int(number or 0))
    except (ValueError, OverflowError):
        return None
    return span if span.address == address else None


def _spelled(year: int, letter: str, number: int) -> Span:
    if not number:
        return span_of(SpanKind.YEAR, date(year, 1, 1))
    kind = _LETTERS.get(letter, SpanKind.MONTH)
    if kind is SpanKind.WEEK:
        return span_of(kind, date.fromisocalendar(year, number, 1))
    return span_of(kind, date(year, (number - 1) * MONTHS[kind] + 1, 1))


def _month(day: date, step: int) -> date:
    counted = day.year * _OF_A_YEAR + day.month - 1 + step
    return date(counted // _OF_A_YEAR, counted % _OF_A_YEAR + 1, 1)
