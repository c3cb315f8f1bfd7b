"""Plans of an indicator: what is held before and after, here and elsewhere."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from handslag.core.access import Role, system
from handslag.core.refusals import NotAllowedError
from handslag.domain.analysis.figures.answered import found_by
from handslag.domain.analysis.figures.effects import Counted, judged
from handslag.domain.analysis.rules import Beside, EffectDraft, Part, Stage
from handslag.domain.analysis.services import count_effects, plan_effect, try_effect
from handslag.domain.series.models import Break
from handslag.domain.series.rules import (
    Direction,
    IndicatorDraft,
    Origin,
    Purpose,
    Rhythm,
    SeriesDraft,
    Source,
    Theme,
)
from handslag.domain.series.services import make_indicator, make_series
from handslag.statistics.verdicts import Measured, verdict
from tests import make
from tests.make import compared

NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)
LATER = datetime(2027, 4, 1, 9, tzinfo=UTC)
TASK = system("test")
DRAFT = EffectDraft(
    name="Märkta cyklar",
    begins=date(2026, 1, 1),
    before=3,
    after=1,
    beside=Beside.COUNTY,
)


@pytest.fixture
def staff(municipality):
    return make.member(municipality, Role.COORDINATOR)


@pytest.fixture
def thefts(municipality, staff):
    """Reported thefts of three years, here and in the county."""
    compared.country(municipality)
    draft = SeriesDraft(Source.BRA, "stold", "Anmälda stölder", "anmälda brott")
    series = make_series(TASK, draft)
    given = IndicatorDraft(
        name="Anmälda stölder",
        shows="Hur många stölder som anmäls.",
        origin=Origin.SERIES,
        series=series.public_id,
        purpose=Purpose.EFFECT,
        theme=Theme.PROPERTY,
        direction=Direction.DOWN,
        rhythm=Rhythm.YEAR,
        responsible="Samordnaren",
    )
    compared.more(
        series, municipality, {2023: (100, 900), 2024: (104, 880), 2025: (96, 920)}
    )
    return make_indicator(staff, municipality, given)


def planned(staff, municipality, thefts, **changed):
    draft = replace(DRAFT, indicator=thefts.pk, **changed)
    return plan_effect(staff, municipality, draft, now=NOW)


def counted(plan) -> Counted:
    count_effects(TASK, now=LATER)
    found = found_by(plan, today=LATER.date())
    assert isinstance(found, Counted)
    return found


def key(found: Counted) -> str:
    result = judged(found, has_ring=False)
    assert result is not None
    return verdict(result.effect, "down").key


def test_years_before_are_held_when_it_is_planned(municipality, thefts, staff):
    """Here, and in the rest of the county; with what they could show."""
    plan = planned(staff, municipality, thefts)
    rows = [(row.month.year, row.area, row.comparison) for row in plan.counts.all()]
    assert rows == [(2023, 100, 800), (2024, 104, 776), (2025, 96, 824)]
    assert plan.least is not None
    assert 0.1 < plan.least < 0.6
    draft = replace(DRAFT, indicator=thefts.pk)
    assert try_effect(staff, municipality, draft, now=NOW).least == plan.least


def test_a_change_beside_the_county_is_judged_when_its_figures_have_come(
    municipality, thefts, staff
):
    plan = planned(staff, municipality, thefts)
    found = counted(plan)
    assert (found.stage, found.waits) == (Stage.OVER, True)
    assert judged(found, has_ring=False) is None
    compared.more(thefts.series, municipality, {2026: (30, 830)}, is_preliminary=True)
    assert counted(plan).waits
    compared.more(thefts.series, municipality, {2026: (30, 830)})
    found = counted(plan)
    assert found.total(Part.COMPARISON) == (2400, 800)
    assert key(found) == "effect"


def test_what_fell_in_the_whole_county_did_not_help(municipality, thefts, staff):
    plan = planned(staff, municipality, thefts)
    compared.more(thefts.series, municipality, {2026: (30, 270)})
    assert key(counted(plan)) == "noeffect"


def test_with_nothing_beside_it_only_changes(municipality, thefts, staff):
    plan = planned(staff, municipality, thefts, beside=Beside.NOTHING)
    compared.more(thefts.series, municipality, {2026: (30, 270)})
    found = counted(plan)
    result = judged(found, has_ring=False)
    assert result is not None
    assert isinstance(result.effect, Measured)
    assert round(result.effect.estimate, 3) == 0.3
    assert key(found) == "down"
    Break.objects.create(series=thefts.series, day=date(2026, 7, 1), kind="law", why="Ny")
    broken = counted(plan)
    assert broken.is_broken
    assert judged(broken, has_ring=False) is None


def test_what_is_taken_back_is_counted_no_more(municipality, thefts, staff):
    plan = planned(staff, municipality, thefts)
    thefts.series.values.filter(starts__year=2024).delete()
    assert [one.month.year for one in counted(plan).before] == [2023, 2025]


def test_what_nobody_knows_how_sure_it_is_cannot_be_planned(municipality, thefts, staff):
    thefts.series.measured = "rate"
    thefts.series.save()
    elsewhere = make.municipality("Norrby kommun")
    with pytest.raises(NotAllowedError) as refused:
        planned(staff, municipality, thefts)
    assert refused.value.code == "analysis.not_an_indicator_to_judge"
    thefts.series.measured = "number"
    thefts.series.save()
    other = make.member(elsewhere, Role.COORDINATOR)
    with pytest.raises(NotAllowedError) as refused:
        planned(other, elsewhere, thefts)
    assert refused.value.code == "analysis.not_an_indicator_to_judge"
    with pytest.raises(NotAllowedError) as refused:
        planned(staff, municipality, thefts, before=40)
    assert refused.value.code == "analysis.periods_out_of_bounds"
    thefts.series.owner = municipality
    thefts.series.save()
    with pytest.raises(NotAllowedError) as refused:
        planned(staff, municipality, thefts)
    assert refused.value.code == "analysis.nothing_beside_own_figures"
