"""A plan of an indicator through its pages."""

from datetime import UTC, date, datetime

import pytest

from handslag.core.access import system
from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.services import count_effects
from handslag.domain.series.models import Break
from handslag.domain.series.rules import Direction, IndicatorDraft, Origin, State
from handslag.domain.series.services import make_indicator
from tests.make import compared

EFFECTS = "/arbete/analys/fore-efter/"


@pytest.fixture
def given(coordinator, municipality):
    compared.country(municipality)
    series = compared.thefts(municipality)
    compared.more(series, municipality, {2023: (60, 710), 2025: (12, 690)})
    draft = IndicatorDraft(
        name="Anmälda stölder",
        shows="Hur många stölder som anmäls.",
        direction=Direction.DOWN,
        origin=Origin.SERIES,
        series=series.public_id,
        responsible="Samordnaren",
    )
    indicator = make_indicator(coordinator, municipality, draft)
    return {
        "name": "Märkta cyklar",
        "indicator": str(indicator.public_id),
        "wanted": "fewer",
        "beside": "county",
        "begins": "2025-01-01",
        "before": "2",
        "after": "1",
        "revision": "0",
    }


def said(browser, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    text: str = answer.content.decode()
    return text


def test_a_plan_of_an_indicator_is_tried_made_changed_and_judged(at_work, given):
    tried = at_work.post(f"{EFFECTS}nytt-matt/", {**given, "prova": "1"})
    assert "inte ens om allt försvann" in tried.content.decode()
    assert not EffectPlan.objects.exists()
    at_work.post(f"{EFFECTS}nytt-matt/", given)
    plan = EffectPlan.objects.get()
    count_effects(system("test"), now=datetime(2026, 3, 2, tzinfo=UTC))
    page = said(at_work, f"{EFFECTS}{plan.public_id}/")
    assert "Planerades när det redan hade börjat" in page
    assert "2 år före 2025 och 1 år från och med 2025" in page
    assert "Resten av länet" in page
    assert "Alla siffror har kommit." in page
    assert "Ingen säkerställd effekt." in page  # two years before show little
    assert "Märkta cyklar" in said(at_work, EFFECTS)
    assert plan.indicator is not None
    Break.objects.create(
        series=plan.indicator.series, day=date(2024, 7, 1), kind="law", why="Ny lag"
    )
    assert "Sedan 1 juli 2024 räknas något annat" in said(
        at_work, f"{EFFECTS}{plan.public_id}/"
    )


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(at_work, given):
    for wrong, sentence in (
        ({"indicator": ""}, "Välj en indikator."),
        ({"before": "1"}, "Välj mellan 2 och 10 perioder."),
        ({"beside": ""}, "Välj vad ni jämför med."),
        ({"after": "många"}, "heltal, till exempel 4"),
    ):
        answer = at_work.post(f"{EFFECTS}nytt-matt/", {**given, **wrong})
        assert answer.status_code == 422, wrong
        text = answer.content.decode()
        assert sentence in text
        assert "Märkta cyklar" in text
    assert not EffectPlan.objects.exists()


def test_a_plan_that_has_not_begun_is_changed_in_its_own_form(at_work, given):
    at_work.post(f"{EFFECTS}nytt-matt/", {**given, "begins": "2027-01-01"})
    plan = EffectPlan.objects.get()
    address = f"{EFFECTS}{plan.public_id}/andra/"
    assert "Anmälda stölder" in said(at_work, address)
    changed = {**given, "begins": "2027-01-01", "beside": "nation", "revision": "1"}
    at_work.post(address, changed)
    plan.refresh_from_db()
    assert (plan.beside, plan.revision) == ("nation", 2)


def test_figures_that_are_late_are_waited_for(at_work, given, municipality):
    at_work.post(f"{EFFECTS}nytt-matt/", given)
    plan = EffectPlan.objects.get()
    assert plan.indicator is not None
    cells = plan.indicator.series.values
    cells.filter(starts__year=2025).update(state=State.SECRET, amount=None)
    count_effects(system("test"), now=datetime(2026, 3, 2, tzinfo=UTC))
    page = said(at_work, f"{EFFECTS}{plan.public_id}/")
    assert "siffror för bara 0 av 1 år har kommit" in page
