"""Two surveys around something that begins, and how sure their change is."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from handslag.core.access import system
from handslag.domain.analysis.figures.answered import answered
from handslag.domain.analysis.rules import EffectDraft, Stage
from handslag.domain.analysis.services import fill_from_surveys, plan_effect
from handslag.domain.series.models import Series
from handslag.domain.series.rules import Direction, IndicatorDraft, Origin
from handslag.domain.series.services import make_indicator
from handslag.domain.surveys.models import Survey
from handslag.domain.surveys.published.shares import Followable, shares_of
from handslag.statistics.verdicts import verdict
from tests.make.waves import publish, wave

SPRING = {"opens_on": date(2025, 3, 1), "closes_on": date(2025, 3, 31)}
NOW = datetime(2026, 6, 2, 9, tzinfo=UTC)


@pytest.fixture
def asked(coordinator, municipality):
    """Two public surveys, the earlier closed in 2025; and a plan between them."""

    def made(before: int, after: int, **changed):
        first = wave(coordinator, municipality, before)
        publish(coordinator, first)
        publish(coordinator, wave(coordinator, municipality, after, first))
        Survey.objects.filter(pk=first.pk).update(**SPRING)
        fill_from_surveys(system("test"), now=NOW)
        draft = IndicatorDraft(
            name="Känner till löftet",
            shows="Hur stor andel som känner till löftet.",
            direction=Direction.UP,
            origin=Origin.SERIES,
            series=Series.objects.get(owner=municipality).public_id,
            responsible="Samordnaren",
        )
        indicator = make_indicator(coordinator, municipality, draft)
        given = EffectDraft(
            name="Löftet på bussarna",
            begins=date(2025, 4, 15),
            indicator=indicator.pk,
            before=1,
            after=1,
        )
        given = replace(given, **changed)
        return plan_effect(coordinator, municipality, given, now=NOW)

    return made


def test_a_large_change_is_certain_and_a_small_one_is_not(asked):
    plan = asked(120, 200)
    found = answered(plan, today=date(2026, 5, 1))
    assert found.stage is Stage.OVER
    assert found.change is not None
    assert round(found.change.estimate, 3) == 0.133
    assert verdict(found.change, "up").key == "up"
    assert verdict(found.change, "up").goal == "good"
    assert 0.05 < plan.least < 0.09
    early = answered(plan, today=date(2026, 4, 14))
    assert (early.stage, early.change) == (Stage.UNDER_WAY, None)
    plan.begins = date(2026, 4, 1)  # the day after the later one closed
    late = answered(plan, today=date(2026, 5, 1))
    assert late.now is None


def test_surveys_of_other_areas_are_not_held_against_each_other(asked, monkeypatch):
    plan = asked(120, 200)
    then, now = shares_of(plan.home_id)
    others = [replace(then, areas=("norra",)), now]
    monkeypatch.setattr(
        "handslag.domain.analysis.figures.answered.shares_of", lambda _home: others
    )
    found = answered(plan, today=date(2026, 5, 1))
    assert found.is_unlike
    assert found.change is None


def test_several_answers_together_are_too_unsure_rather_than_too_sure():
    one = Followable("k", "?", ("Ja",), date(2026, 1, 1), 0.2, 100, False, 0.13, 0.29)
    assert one.estimate is not None
    assert one.estimate.lower == 0.13
    assert round(one.se, 4) == round(0.09 / 1.959964, 4)
    assert replace(one, share=None).estimate is None
