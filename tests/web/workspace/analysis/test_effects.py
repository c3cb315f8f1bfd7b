"""A plan through its pages: made, changed, begun, called off."""

from datetime import UTC, date, datetime

import pytest

from handslag.core.access import Role, system
from handslag.domain.analysis.models import EffectPlan
from handslag.domain.analysis.services import count_effects
from handslag.domain.incidents.rules import Inside, Where
from handslag.domain.organisations.models import Relation, Tie
from tests import make
from tests.make import incidents

EFFECTS = "/arbete/analys/fore-efter/"


@pytest.fixture
def park(municipality):
    incidents.desk(municipality)
    found = make.place(municipality, "Parken")
    found.lon, found.lat = 14.437, 59.236
    found.save()
    return found


@pytest.fixture
def given(park):
    return {
        "name": "Ny belysning i parken",
        "tops": ["damage", "unsafe_place"],
        "wanted": "fewer",
        "place": str(park.public_id),
        "metres": "300",
        "ring": "300",
        "comparison": "rest",
        "begins": "2026-04-10",
        "before": "12",
        "after": "6",
        "revision": "0",
    }


def said(browser, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    text: str = answer.content.decode()
    return text


def test_a_plan_is_made_and_read(at_work, given):
    assert "Ingen plan är gjord än" in said(at_work, EFFECTS)
    at_work.post(f"{EFFECTS}ny/", given)
    plan = EffectPlan.objects.get()
    page = said(at_work, f"{EFFECTS}{plan.public_id}/")
    assert "Det börjar 10 april 2026. Då ligger planen fast." in page
    assert "skadegörelse och otrygg plats" in page
    assert "Parken och 300 meter runt om" in page
    assert "resten av kommunen" in page


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(at_work, given):
    for wrong, sentence in (
        ({"tops": []}, "Välj minst ett slags händelse"),
        ({"wanted": "more"}, "Skriv varför det är bra att mer anmäls."),
        ({"before": "6"}, "Välj mellan 12 och 24 månader."),
        ({"comparison": given["place"]}, "Välj en annan plats att jämföra med"),
        ({"begins": "31 juni"}, "Skriv ett datum"),
    ):
        answer = at_work.post(f"{EFFECTS}ny/", {**given, **wrong})
        assert answer.status_code == 422
        text = answer.content.decode()
        assert sentence in text
        assert "Ny belysning i parken" in text
    assert not EffectPlan.objects.exists()


def test_months_are_drawn_and_summed(at_work, given, municipality):
    here = Where(lon=14.437, lat=59.236, inside=Inside.OUTDOORS)
    for month in (4, 5, 5, 12):
        day = datetime(2025, month, 3, tzinfo=UTC)
        incidents.incident(municipality, where=here, now=day)
    at_work.post(f"{EFFECTS}ny/", {**given, "begins": "2026-01-10"})
    count_effects(system("test"), now=datetime(2026, 3, 2, tzinfo=UTC))
    plan = EffectPlan.objects.get()
    page = said(at_work, f"{EFFECTS}{plan.public_id}/")
    assert "Planerades när det redan hade börjat" in page
    assert "Före, 8 månader" in page
    assert "Efter, en månad<" in page
    assert "Parken: 3 före, 0 efter." in page


def test_two_who_change_a_plan_see_each_others_words(at_work, given):
    at_work.post(f"{EFFECTS}ny/", given)
    plan = EffectPlan.objects.get()
    address = f"{EFFECTS}{plan.public_id}/andra/"
    at_work.post(address, {**given, "name": "Deras ord", "revision": "1"})
    mine = at_work.post(address, {**given, "name": "Mina ord", "revision": "1"})
    text = mine.content.decode()
    assert mine.status_code == 422
    assert "Deras ord" in text
    assert "Mina ord" in text


def test_a_plan_is_called_off_with_a_reason(at_work, given):
    at_work.post(f"{EFFECTS}ny/", given)
    plan = EffectPlan.objects.get()
    address = f"{EFFECTS}{plan.public_id}/blev-inte-av/"
    silent = at_work.post(address, {"why": "", "revision": "1"})
    assert "Skriv varför det inte blev något." in silent.content.decode()
    at_work.post(address, {"why": "Lamporna kom aldrig.", "revision": "1"})
    page = said(at_work, f"{EFFECTS}{plan.public_id}/")
    assert "Inställt: inget bedöms." in page
    assert "Lamporna kom aldrig." in page
    assert address not in page


def test_the_police_of_two_municipalities_say_for_which(signed_in, police, given):
    other = make.municipality("Sjövik kommun")
    Relation.objects.create(
        lower=police, upper=other, kind=Tie.SERVES, valid_from=date(2020, 1, 1)
    )
    browser = signed_in(make.member(police, Role.LIAISON_OFFICER))
    page = said(browser, f"{EFFECTS}ny/")
    assert "För vem planerar ni?" in page
    assert f"?for={other.public_id}" in page


def test_who_only_reads_is_offered_no_button(signed_in, municipality, at_work, given):
    at_work.post(f"{EFFECTS}ny/", given)
    plan = EffectPlan.objects.get()
    reader = signed_in(make.member(municipality, Role.READER))
    assert "Planera innan det börjar" not in said(reader, EFFECTS)
    assert "andra/" not in said(reader, f"{EFFECTS}{plan.public_id}/")


def test_what_it_could_show_is_said_before_it_is_saved(at_work, given, municipality):
    tried = {**given, "prova": "1"}
    page = at_work.post(f"{EFFECTS}ny/", tried).content.decode()
    assert "för få händelser eller månader är kända" in page
    assert "Ny belysning i parken" in page
    here = Where(lon=14.437, lat=59.236, inside=Inside.OUTDOORS)
    for month in (4, 8, 10, 11, 12):
        day = datetime(2025, month, 3, tzinfo=UTC)
        incidents.incident(municipality, where=here, now=day)
    page = at_work.post(f"{EFFECTS}ny/", tried).content.decode()
    assert "inte ens om allt försvann skulle det kunna synas" in page
    assert not EffectPlan.objects.exists()
    wrong = at_work.post(f"{EFFECTS}ny/", {**tried, "before": "6"})
    assert wrong.status_code == 422
    at_work.post(f"{EFFECTS}ny/", given)
    address = f"{EFFECTS}{EffectPlan.objects.get().public_id}/andra/"
    again = at_work.post(address, {**tried, "revision": "1", "name": "Annat"})
    assert "Inget är sparat än." in again.content.decode()
    assert EffectPlan.objects.get().name == "Ny belysning i parken"
