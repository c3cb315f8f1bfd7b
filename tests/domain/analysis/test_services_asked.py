"""Answers to surveys as series: public shares alone, a year at a time."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from handslag.core.access import ForbiddenError, system
from handslag.domain.analysis.services import fill_from_surveys
from handslag.domain.series.models import Series
from handslag.domain.series.rules import Direction, IndicatorDraft, Origin, State
from handslag.domain.series.services import make_indicator
from handslag.domain.surveys.published.shares import shares_of
from handslag.domain.surveys.services import take_back
from tests.make.waves import KNOWS, publish, wave

NOW = datetime(2026, 6, 2, 9, tzinfo=UTC)


def fill() -> int:
    return fill_from_surveys(system("test"), now=NOW)


def told(series) -> list[tuple[int, str, Decimal | None]]:
    rows = series.values.order_by("starts")
    return [(one.starts.year, one.state, one.amount) for one in rows]


def test_the_public_share_is_a_year_of_a_series(coordinator, municipality):
    first = wave(coordinator, municipality, 120)
    assert fill() == 0  # nothing is public yet
    publish(coordinator, first)
    assert fill() == 1
    assert fill() == 0
    series = Series.objects.get(owner=municipality)
    assert told(series) == [(2026, State.VALUE, Decimal(20))]
    assert series.name == "«Ja»: Känner du till löftet?"
    second = wave(coordinator, municipality, 150, first)
    publish(coordinator, second)
    assert fill() == 1  # the later one of a year stands
    assert told(series) == [(2026, State.VALUE, Decimal(25))]


def test_what_is_taken_back_is_missing(coordinator, municipality):
    release = publish(coordinator, wave(coordinator, municipality, 120))
    fill()
    take_back(coordinator, release, why="Fel siffror.", now=NOW)
    assert fill() == 1
    series = Series.objects.get(owner=municipality)
    assert told(series) == [(2026, State.MISSING, None)]


@pytest.mark.parametrize(
    ("share", "state", "amount"),
    [(0.0004, State.VALUE, "0.04"), (0.0, State.ZERO, "0"), (0.2049, State.VALUE, "20.5")],
)
def test_less_than_a_tenth_of_a_percent_is_not_nought(
    coordinator, municipality, monkeypatch, share, state, amount
):
    publish(coordinator, wave(coordinator, municipality, 120))
    told_ = [replace(one, share=share) for one in shares_of(municipality.pk)]
    monkeypatch.setattr(
        "handslag.domain.analysis.services.asked.shares_of", lambda _home: told_
    )
    fill()
    series = Series.objects.get(owner=municipality)
    assert told(series) == [(2026, state, Decimal(amount))]


def test_another_question_is_another_series(coordinator, municipality):
    publish(coordinator, wave(coordinator, municipality, 120))
    other = replace(KNOWS, words={"sv": "Känner du till våra löften?"})
    publish(coordinator, wave(coordinator, municipality, 120, question=other))
    fill()
    assert Series.objects.filter(owner=municipality).count() == 2


def test_those_who_chose_to_answer_by_themselves_are_no_series(coordinator, municipality):
    publish(coordinator, wave(coordinator, municipality, 120, is_drawn=False))
    assert fill() == 0


def test_an_indicator_of_it_says_where_it_comes_from(coordinator, municipality):
    publish(coordinator, wave(coordinator, municipality, 120))
    fill()
    series = Series.objects.get(owner=municipality)
    draft = IndicatorDraft(
        name="Känner till löftet",
        shows="Hur många.",
        direction=Direction.UP,
        series=series.public_id,
        origin=Origin.SERIES,
        responsible="Samordnaren",
    )
    made = make_indicator(coordinator, municipality, draft)
    assert made.origin == Origin.SURVEYS
    with pytest.raises(ForbiddenError):
        fill_from_surveys(coordinator, now=NOW)
