"""Whether a promise helped: on its page, for everyone."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from handslag.core.access import Role
from handslag.domain.analysis.models import EffectCount, EffectPlan
from handslag.domain.analysis.rules import EffectDraft
from handslag.domain.analysis.services import call_off_effect, plan_effect
from handslag.domain.incidents.rules import Top
from handslag.domain.promises.rules.drafts import TargetDraft
from handslag.domain.promises.rules.words import Measures, Op
from handslag.domain.promises.services import tie_effect
from tests import make

PAGE = "/lundby/loften/2026/1/"


@pytest.fixture
def plan(municipality) -> EffectPlan:
    place = make.place(municipality, "Parken")
    place.lon, place.lat = 14.437, 59.236
    place.save()
    draft = EffectDraft(
        name="Ny belysning",
        tops=(Top.DAMAGE,),
        place=place.pk,
        metres=300,
        begins=date(2025, 2, 10),
        before=12,
        after=3,
    )
    by = make.member(municipality, Role.COORDINATOR)
    return plan_effect(by, municipality, draft, now=datetime(2025, 1, 9, 9, tzinfo=UTC))


def counted(plan: EffectPlan, before: int, after: int) -> None:
    """As many each month in the area; a hundred elsewhere."""
    months = [(2024, month, before) for month in range(2, 13)] + [(2025, 1, before)]
    months += [(2025, month, after) for month in (3, 4, 5)]
    EffectCount.objects.bulk_create(
        EffectCount(plan=plan, month=date(y, m, 1), area=n, ring=0, comparison=100)
        for y, m, n in months
    )


def tied(approved, coordinator, municipality, plan, on=datetime(2025, 1, 9, tzinfo=UTC)):
    set_ = approved(make.promise_draft(municipality))
    tie_effect(coordinator, set_.promises.get(document=None), plan, now=on)


def test_a_certain_change_is_told_with_what_it_is_compared_with(
    approved, coordinator, municipality, plan, words
):
    counted(plan, before=40, after=10)
    tied(approved, coordinator, municipality, plan)
    said = words(PAGE)
    assert "Hjälpte det? Troligen effekt:" in said
    assert "jämfört med resten av kommunen" in said
    assert "Det här bestämdes i förväg" in said
    assert "mindre säkert" not in said
    assert "Löftet har inget effektmått" not in said


def test_a_change_that_may_be_chance_is_none(
    approved, coordinator, municipality, plan, words
):
    counted(plan, before=40, after=38)
    tied(approved, coordinator, municipality, plan)
    assert "Hjälpte det? Ingen säkerställd effekt." in words(PAGE)


def test_a_handful_is_never_told(approved, coordinator, municipality, plan, words):
    counted(plan, before=2, after=1)
    tied(approved, coordinator, municipality, plan)
    said = words(PAGE)
    assert "Hjälpte det? För få händelser för att bedöma." in said
    assert "24" not in said[said.index("Hjälpte det?") :].split("Det här bestämdes")[0]


def test_what_was_chosen_afterwards_says_so(
    approved, coordinator, municipality, plan, words
):
    counted(plan, before=40, after=10)
    late = datetime(2025, 6, 2, tzinfo=UTC)
    tied(approved, coordinator, municipality, plan, on=late)
    assert "valdes när det redan hade börjat" in words(PAGE)


def test_a_goal_without_a_plan_cannot_be_judged(approved, municipality, words):
    effect = TargetDraft(
        op=Op.MAX, low=None, high=Decimal(20), unit="inbrott", measures=Measures.EFFECT
    )
    approved(make.promise_draft(municipality, targets=(effect,)))
    assert "Det går inte att säga om det hjälpte." in words(PAGE)


def test_a_promise_to_do_something_is_not_asked_whether_it_helped(
    approved, municipality, words
):
    approved(make.promise_draft(municipality))
    assert "Hjälpte det?" not in words(PAGE)


def test_a_plan_that_came_to_nothing_judges_nothing_and_stands_for_no_effect(
    approved, coordinator, municipality, plan, words
):
    """The reason that was approved is hidden by a plan, and comes back with it gone."""
    tied(approved, coordinator, municipality, plan)
    lacking = "Löftet har inget effektmått"
    assert lacking not in words(PAGE)
    now = datetime(2025, 3, 1, tzinfo=UTC)
    call_off_effect(coordinator, plan, why="Blev inte av.", revision=1, now=now)
    said = words(PAGE)
    assert lacking in said
    assert "Inställt: inget bedöms." in said
