"""The spans of a picture: where they begin and end, and what they are called."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.weeks.rules.spans import (
    SpanKind,
    before,
    latest_over,
    span_at,
    span_of,
)

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("kind", "starts", "ends", "address"),
    [
        (SpanKind.WEEK, date(2026, 2, 23), date(2026, 3, 1), "2026-v09"),
        (SpanKind.MONTH, date(2026, 2, 1), date(2026, 2, 28), "2026-02"),
        (SpanKind.QUARTER, date(2026, 1, 1), date(2026, 3, 31), "2026-k1"),
        (SpanKind.TERTIAL, date(2026, 1, 1), date(2026, 4, 30), "2026-t1"),
        (SpanKind.YEAR, date(2026, 1, 1), date(2026, 12, 31), "2026"),
    ],
)
def test_the_spans_of_the_last_day_of_february(kind, starts, ends, address):
    span = span_of(kind, date(2026, 2, 28))
    assert (span.starts, span.ends, span.address) == (starts, ends, address)


def test_a_week_belongs_to_the_year_of_its_thursday():
    assert span_of(SpanKind.WEEK, date(2027, 1, 1)).address == "2026-v53"
    assert span_of(SpanKind.WEEK, date(2024, 12, 30)).address == "2025-v01"


def test_the_months_of_a_tertial():
    months = span_of(SpanKind.TERTIAL, date(2026, 9, 9)).months
    assert [one.month for one in months] == [9, 10, 11, 12]
    assert span_of(SpanKind.WEEK, date(2026, 9, 9)).months == ()


@given(st.sampled_from(SpanKind), DAYS)
def test_spans_follow_each_other_without_a_gap_and_are_found_again(kind, day):
    span = span_of(kind, day)
    assert span.starts <= day <= span.ends
    assert before(span).ends + timedelta(days=1) == span.starts
    assert span_at(span.address) == span
    assert not span.is_over(span.ends)
    assert latest_over(kind, day) == before(span)


@pytest.mark.parametrize(
    "address",
    [
        *("", "2026-", "2026-13", "2026-0", "2026-3", "2026-k5", "2026-t4", "2026-v54"),
        *("2026-v9", "0000", "0000-01", "99999", "2026-x1", "٢٠٢٦", "2026-k0", "2026-v00"),
    ],
)
def test_no_other_spelling_is_a_span(address):
    assert span_at(address) is None
