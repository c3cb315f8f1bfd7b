"""Which plan tells whether a promise helped: chosen on its page, kept when it begins."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from handslag.core.access import Role
from handslag.domain.analysis.rules import EffectDraft
from handslag.domain.analysis.services import call_off_effect, plan_effect
from handslag.domain.incidents.rules import Top
from handslag.domain.plans.models import Indicator
from handslag.domain.promises.models import EffectTie
from tests import make
from tests.make import plans
from tests.make.followed import followed
from tests.web.pages import opened, sent

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def place(municipality):
    found = make.place(municipality, "Parken")
    found.lon, found.lat = 14.437, 59.236
    found.save()
    return found


def planned(coordinator, municipality, place, begins: date):
    draft = EffectDraft(
        name="Ny belysning",
        tops=(Top.DAMAGE,),
        place=place.pk,
        metres=300,
        begins=begins,
    )
    return plan_effect(coordinator, municipality, draft, now=NOW)


@pytest.fixture
def page(draft):
    promise = draft.promises.first()
    return f"/arbete/loften/{draft.public_id}/lofte/{promise.public_id}/hjalper-det/"


def test_a_plan_is_chosen_and_let_go_until_it_begins(
    at_work, page, coordinator, municipality, place
):
    ahead = timezone.localdate() + timedelta(days=9)
    plan = planned(coordinator, municipality, place, ahead)
    assert opened(at_work, page).says("Ny belysning · Parken")
    sent(at_work, page, plan=str(plan.public_id))
    assert EffectTie.objects.get().plan == plan
    sent(at_work, page, plan="")
    assert not EffectTie.objects.exists()


def test_what_the_action_plan_measures_is_a_plan_to_begin_with(
    at_work, page, draft, coordinator, municipality
):
    """Numbers and surveys alone, and what is to be changed alone."""
    plan = plans.whole(coordinator, municipality)
    measure = plan.measures.get()
    name = "Anmälda stölder"
    thefts = followed(coordinator, municipality, name=name, unit="anmälda brott")
    walks = followed(coordinator, municipality)
    Indicator.objects.create(goal=measure.goal, name="Stölder", followed=thefts)
    Indicator.objects.create(
        measure=measure, name="Vandringar", measures="output", followed=walks
    )
    assert not opened(at_work, page).says("Det som åtgärdsplanen mäter")
    draft.promises.update(measure=measure)
    seen = opened(at_work, page)
    assert seen.says("Planera med ”Anmälda stölder”")
    assert not seen.says("Planera med ”Trygghetsvandringar”")
    form = at_work.get(
        f"/arbete/analys/fore-efter/nytt-matt/?indikator={thefts.public_id}"
    ).content.decode()
    assert f'<option value="{thefts.public_id}" selected' in form


def test_a_plan_that_has_begun_stays_until_it_is_called_off(
    at_work, page, coordinator, municipality, place
):
    plan = planned(
        coordinator, municipality, place, timezone.localdate() - timedelta(days=9)
    )
    sent(at_work, page, plan=str(plan.public_id))
    assert EffectTie.objects.get().is_late
    refused = sent(at_work, page, plan="")
    assert refused.status == 422
    assert refused.says("Planen har börjat och hör till löftet.")
    call_off_effect(coordinator, plan, why="Blev inte av.", revision=1, now=NOW)
    sent(at_work, page, plan="")
    assert not EffectTie.objects.exists()


def test_the_plan_of_another_municipality_is_no_choice(at_work, page, place, police):
    away = make.municipality("Norrby kommun")
    there = make.place(away, "Torget")
    there.lon, there.lat = 15.0, 60.0
    there.save()
    plan = planned(make.member(away, Role.COORDINATOR), away, there, date(2026, 5, 3))
    assert at_work.post(page, {"plan": str(plan.public_id)}).status_code == 422


def test_only_those_who_write(reading, away, page):
    assert reading.post(page, {"plan": ""}).status_code == 403
    assert away.post(page, {"plan": ""}).status_code == 404
